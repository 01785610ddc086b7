package extract

import (
	"strings"

	"rapporteur/internal/words"
	"rapporteur/schema"
)

// agreements claims instruments that are only described: "migration cooperation
// agreements with Belarus and Belgium", "an agreement with the European Union
// on readmission". Partners and subject make the id; resolve adds the State in
// whose context the words stand. A description without partner, subject or at
// least "other countries" says nothing that can be followed, and is left.
func (p *paragraph) agreements() {
	for i, w := range p.text.Words {
		if agreementHeads[w.Fold] && !p.text.Is(i-1, "in") {
			p.agreement(i)
		}
	}
}

var agreementHeads = map[string]bool{
	"agreement": true, "agreements": true, "treaty": true, "treaties": true, "memorandum": true, "memorandums": true, "memoranda": true,
	"accord": true, "accords": true, "protocol": true, "protocols": true, "partnership": true, "partnerships": true, "arrangement": true, "arrangements": true,
}

// A description is an agreement as far as it is described.
type description struct {
	first, end int
	subjects   []string
	partners   []string
	open       bool // "with other countries"
	bilateral  bool
	joint      bool // one agreement of all the partners
}

func (p *paragraph) agreement(head int) {
	d := description{first: head, end: head + 1}
	p.agreementKind(&d)
	p.modifiers(&d, head)
	p.tail(&d)
	name := p.text.Words[head].Fold
	switch {
	case len(d.partners) == 0 && len(d.subjects) == 0 && !d.open:
		return
	case weakHeads[name] && len(d.partners) == 0, strings.HasPrefix(name, "partnership") && len(d.subjects) == 0:
		return
	case len(d.partners) == 0 && !d.open && !plural(name) && !d.bilateral:
		return
	}
	if len(d.subjects) == 0 {
		d.subjects = []string{p.impliedSubject(head, singular(name))}
	}
	for _, s := range d.subjects {
		p.add(d.first, d.end, Claim{Class: schema.ClassAgreement, How: ByRule, Rule: "described-agreement", Described: true, Kind: singular(name), Name: s, Head: singular(name), Partners: d.partners, Generic: len(d.partners) == 0, Joint: d.joint, National: true})
	}
}

// impliedSubject is the movement that the sentence speaks of, "readmitted …
// pursuant to agreements", else the kind of instrument itself.
func (p *paragraph) impliedSubject(head int, kind string) string {
	s := p.text.SentenceOf(head)
	for i := s.First; i < s.End; i++ {
		switch p.text.Words[i].Stem {
		case "readmit", "readmiss":
			return "readmission"
		case "extradit":
			return "extradition"
		}
	}
	return kind
}

// weakHeads mean an instrument only where a partner is named.
var weakHeads = map[string]bool{"protocol": true, "protocols": true, "partnership": true, "partnerships": true, "arrangement": true, "arrangements": true, "treaty": true, "treaties": true, "accord": true, "accords": true}

func plural(word string) bool { return strings.HasSuffix(word, "s") || word == "memoranda" }

func singular(word string) string {
	switch {
	case strings.HasPrefix(word, "memorand"):
		return "memorandum of understanding"
	case strings.HasSuffix(word, "ies"):
		return strings.TrimSuffix(word, "ies") + "y"
	}
	return strings.TrimSuffix(word, "s")
}

// agreementKind takes "of understanding" and "of cooperation" behind the head.
func (p *paragraph) agreementKind(d *description) {
	if p.text.Is(d.end, "of") && p.text.Is(d.end+1, "understanding", "cooperation", "friendship", "agreement", "intent") {
		d.end += 2
	}
}

// modifiers reads the words before the head: "readmission or consular assistance".
func (p *paragraph) modifiers(d *description, head int) {
	first := head
	for j := head - 1; j >= 0; j-- {
		w := p.text.Words[j]
		if w.Shape == words.Punct || w.Shape == words.Number || stopsModifiers[w.Fold] || p.knownWord(j) || strings.HasSuffix(w.Fold, "ly") {
			break
		}
		if (w.Fold == "and" || w.Fold == "or") && !p.joinsSubjects(j) {
			break
		}
		if head-j > 8 {
			break
		}
		first = j
	}
	for first < head && p.text.Is(first, "and", "or") {
		first++
	}
	d.first = first
	var subject []string
	for j := first; j <= head; j++ {
		w := p.text.Words[j]
		switch {
		case w.Fold == "trilateral" || w.Fold == "tripartite":
			d.joint, d.bilateral = true, true
		case w.Fold == "bilateral" || w.Fold == "multilateral":
			d.bilateral = true
		case j == head || (w.Fold == "and" || w.Fold == "or") && !p.text.Words[j+1].Capital():
			if len(subject) > 0 {
				d.subjects = append(d.subjects, strings.Join(subject, " "))
			}
			subject = nil
		case !weakModifiers[w.Fold]:
			subject = append(subject, w.Fold)
		}
	}
	if p.text.Is(head, "partnership", "partnerships") && len(d.subjects) == 1 {
		d.subjects[0] += " partnership"
	}
}

// joinsSubjects: "readmission or consular assistance agreements" holds two
// subjects; "signed and ratified agreements" does not.
func (p *paragraph) joinsSubjects(j int) bool {
	if j > 0 && p.text.Words[j-1].Capital() && p.text.Words[j+1].Capital() {
		return !p.knownWord(j - 1) // "Stabilization and Association Agreement"
	}
	return j > 0 && p.text.Words[j-1].Shape == words.Lower && !stopsModifiers[p.text.Words[j-1].Fold] && !strings.HasSuffix(p.text.Words[j-1].Fold, "ed") && !p.text.Is(j+1, "the", "a", "an") &&
		!p.text.Is(j-1, "laws", "legislation", "policies", "conventions", "treaties", "measures", "law", "countries", "states")
}

func (p *paragraph) knownWord(j int) bool {
	_, ok := p.hits.covering(j)
	return ok
}

var stopsModifiers = wordSet("the a an its his her their our this that these those any some several many few most more various numerous number of in on under by with to from for at into between as than other another such " +
	"had has have was were is are be been being would could should may might will shall not also already recently currently signed concluded concluding sign conclude ratified ratify reached reaching negotiated negotiating negotiate entered " +
	"enter entering implemented implementing implement adopted made making including through via pursuant whether which who what where when how if but so because new existing similar relevant certain particular specific additional further no all both each every following " +
	"two three four five six seven eight nine ten dozen under per said cited mentioned wage collective employment plea rental lease peace ceasefire settlement prenuptial labour's individual written verbal oral general")

var weakModifiers = wordSet("international regional intergovernmental interstate existing relevant mutual framework special agency inter technical governmental formal draft proposed current future")

// tail reads what stands behind the head: partners and subject, in any order.
func (p *paragraph) tail(d *description) {
	i := p.skipVerbs(d.end)
	for turn := 0; turn < 3 && i < len(p.text.Words); turn++ {
		i = p.skipVerbs(i)
		switch {
		case p.text.Is(i, "with", "between"):
			next := p.partners(d, i+1)
			if next == i+1 {
				return
			}
			i, d.end = next, next
			for p.text.Is(i, "and") && p.text.Is(i+1, "with", "between") {
				if next = p.partners(d, i+2); next == i+2 {
					break
				}
				i, d.end = next, next
			}
		case p.text.Is(i, "on", "concerning", "regarding", "for") || p.text.Is(i, "relating") && p.text.Is(i+1, "to"):
			next := p.subject(d, i)
			if next == i {
				return
			}
			i, d.end = next, next
		default:
			return
		}
	}
}

var tailVerbs = wordSet("were was are is be been being had have has in place force effect concluded signed reached negotiated ratified entered into adopted existed also already currently recently")

// skipVerbs passes over "had been signed" and "were in place" between the head
// and its partners.
func (p *paragraph) skipVerbs(i int) int {
	j := i
	for j < len(p.text.Words) && j < i+6 && tailVerbs[p.text.Words[j].Fold] {
		j++
	}
	if p.text.Is(j, "with", "between", "on", "concerning", "regarding") {
		return j
	}
	return i
}

// partners reads "Belarus, Belgium and the European Union and its member States".
func (p *paragraph) partners(d *description, i int) int {
	last := i
	for i < len(p.text.Words) {
		if p.text.Is(i, ",", "and", "the", "or") || p.text.Is(i, "both") {
			i++
			continue
		}
		if next := p.institutionsOf(i); next > i {
			i = next
			continue
		}
		if h, ok := p.hits.starting(i); ok && !p.nameGoesOn(h.End) && (h.Entry.Class == schema.ClassCountry || h.Entry.Class == schema.ClassInstitution) && h.How != "demonym" {
			d.partners = append(d.partners, h.Entry.ID)
			i, last = h.End, h.End
			if p.text.Is(i, "member") && p.text.Is(i+1, "states") {
				i, last = i+2, i+2
			}
			continue
		}
		if next := p.unnamedPartners(i); next > i {
			d.open = d.open || len(d.partners) == 0
			i, last = next, next
			continue
		}
		break
	}
	return last
}

// institutionsOf passes over "the ombudsman institutions of" before the States
// that they belong to.
func (p *paragraph) institutionsOf(i int) int {
	for j := i; j < len(p.text.Words) && j < i+5 && p.text.Words[j].Shape == words.Lower; j++ {
		if p.text.Is(j, "of") && j > i {
			k := j + 1
			if p.text.Is(k, "the") {
				k++
			}
			if h, ok := p.hits.starting(k); ok && h.Entry.Class == schema.ClassCountry {
				return j + 1
			}
			return i
		}
	}
	return i
}

// unnamedPartners passes over "other countries", "eight of its member States".
func (p *paragraph) unnamedPartners(i int) int {
	j := i
	for j < len(p.text.Words) && j < i+7 {
		w := p.text.Words[j]
		switch {
		case p.text.Is(j, "countries", "states", "nations", "governments", "partners", "neighbours"):
			return j + 1
		case w.Shape == words.Number || unnamed[w.Fold]:
			j++
		default:
			return i
		}
	}
	return i
}

var unnamed = wordSet("some other others several many certain various neighbouring of its their member destination host receiving sending origin third foreign the number a partner european two three four five six seven eight nine ten twelve twenty more than over those these relevant all most few")

// subject reads "on the readmission of persons …" up to a verb or a stop.
func (p *paragraph) subject(d *description, i int) int {
	start := i + 1
	for p.text.Is(start, "to", "the", "a", "an") {
		start++
	}
	end := start
	for end < len(p.text.Words) && end < start+14 && !p.endsSubject(end) {
		end++
	}
	for end > start && p.text.Is(end-1, "and", "or", "of", "the", "for", ",", "a", "an") {
		end--
	}
	if end == start {
		return i
	}
	if len(d.subjects) == 0 {
		d.subjects = []string{p.subjectName(start, end)}
	}
	return end
}

var subjectStops = wordSet("which who whom whose that when where while as if because since had has have was were is are be been would could should may might will shall can did said signed concluded with between in by from under pursuant through without at into according provided covered applied allowed entered gave made required granted came took remained enabled set established included existed exist exists")

func (p *paragraph) endsSubject(i int) bool {
	w := p.text.Words[i]
	if w.Fold == "," {
		return !p.listGoesOn(i)
	}
	return w.Shape == words.Punct || w.Shape == words.Number || subjectStops[w.Fold] || p.text.Is(i, "and") && p.text.Is(i+1, "the", "a", "an", "had", "was", "its", "that")
}

// listGoesOn: after a comma, up to two words and "and" carry a list on, as in
// "labour, employment and social protection".
func (p *paragraph) listGoesOn(comma int) bool {
	for j := comma + 1; j < len(p.text.Words) && j < comma+5; j++ {
		if p.text.Is(j, "and", "or") {
			return j > comma+1
		}
		if p.text.Words[j].Shape != words.Lower || subjectStops[p.text.Words[j].Fold] {
			return false
		}
	}
	return false
}

// movements are subjects that say enough without what they are of: the
// readmission of persons is readmission.
var movements = wordSet("readmission extradition")

// subjectName is the subject in plain words.
func (p *paragraph) subjectName(start, end int) string {
	var out []string
	for j := start; j < end; j++ {
		w := p.text.Words[j]
		if w.Fold == "of" && len(out) == 1 && movements[out[0]] {
			break
		}
		if w.Shape != words.Punct {
			out = append(out, w.Fold)
		}
	}
	return strings.Join(out, " ")
}

func wordSet(list string) map[string]bool {
	m := make(map[string]bool)
	for w := range strings.FieldsSeq(list) {
		m[w] = true
	}
	return m
}
