package extract

import (
	"strings"

	"rapporteur/internal/lexicon"
	"rapporteur/schema"
)

// covenantSubjects are what the treaties that are called covenants for short are
// about, as their titles say: "Civil and Political Rights".
func covenantSubjects(l *lexicon.Lexicon) []string {
	var out []string
	for _, e := range l.Entries() {
		if _, subject, ok := strings.Cut(e.Label, " Covenant on "); ok && e.Short == "Covenant" {
			out = append(out, subject)
		}
	}
	return out
}

// plurals claims several instruments in one phrase: "both Covenants", "the first
// and second Optional Protocols", "the two Conventions". Which they are, resolve
// decides.
func (p *paragraph) plurals() {
	for i, w := range p.text.Words {
		if !w.Capital() || p.knownWord(i) {
			continue
		}
		switch w.Fold {
		case "covenants":
			p.covenants(i)
		case "protocols":
			if p.text.Is(i-1, "optional") {
				p.protocolsOf(i)
			}
		case "conventions":
			if first, count := p.counted(i); count > 0 && !p.text.Is(i+1, "on", "of", "against", "concerning", "no", "nos") {
				p.add(first, i+1, Claim{Class: schema.ClassAgreement, How: ByCoreference, Head: "conventions", Count: count})
			}
		}
	}
}

// covenants claims "both International Covenants", and the title of the two.
func (p *paragraph) covenants(i int) {
	first, count := p.counted(i)
	if p.text.Is(i+1, "on") {
		end := p.subjects(i)
		if end == 0 {
			return
		}
		for first < i && !p.text.Is(first, "international") {
			first++
		}
		p.add(first, end, Claim{Class: schema.ClassAgreement, How: ByCoreference, Head: "covenants"})
		return
	}
	if count > 0 || p.text.Is(first, "the") {
		p.add(first, i+1, Claim{Class: schema.ClassAgreement, How: ByCoreference, Head: "covenants", Count: count})
	}
}

// subjects is the end of the covenants' title whose plural stands at word i and
// which names the subject of each; 0 if it does not.
func (p *paragraph) subjects(i int) int {
	at := p.text.Words[i].End
	named := 0
	for range p.pair {
		rest := p.text.Raw[at:]
		for _, joint := range []string{",", " and", " on", " the"} {
			if strings.HasPrefix(rest, joint+" ") {
				rest = rest[len(joint):]
			}
		}
		for _, s := range p.pair {
			if strings.HasPrefix(rest, " "+s) {
				at = len(p.text.Raw) - len(rest) + 1 + len(s)
				named++
				break
			}
		}
	}
	if named < len(p.pair) || named == 0 {
		return 0
	}
	return p.text.At(at)
}

// counted is where a phrase begins that counts what stands in the plural at word
// i, "both International", "the two", and how many it says, 0 if it does not.
func (p *paragraph) counted(i int) (first, count int) {
	first = i
	if p.text.Is(first-1, "international") {
		first--
	}
	switch {
	case p.text.Is(first-1, "both"):
		return first - 1, 2
	case p.text.Is(first-1, "two"):
		first, count = first-1, 2
	case p.text.Is(first-1, "three"):
		first, count = first-1, 3
	case p.text.Is(first-1, "second") && p.text.Is(first-2, "and") && p.text.Is(first-3, "first"):
		first, count = first-3, 2
	}
	if p.text.Is(first-1, "the") && (first < i || !p.text.Is(i-1, "optional")) {
		first--
	}
	return first, count
}

// protocolsOf claims the optional protocols whose plural ends at word i, with the
// treaty that they belong to where the phrase names it.
func (p *paragraph) protocolsOf(i int) {
	first, count := p.counted(i - 1)
	c := Claim{Class: schema.ClassAgreement, How: ByCoreference, Head: "optional protocols", Count: count}
	end, treaty := p.toTreaty(i + 1)
	if end > 0 {
		c.ID = treaty
	} else if end = i + 1; p.text.Is(end, "to", "on") {
		return
	}
	p.add(first, end, c)
}

// toTreaty reads "to the Convention" or "to" and the name of a treaty at word i:
// where it ends, and the treaty if it is named.
func (p *paragraph) toTreaty(i int) (end int, treaty string) {
	if !p.text.Is(i, "to") {
		return 0, ""
	}
	if i++; p.text.Is(i, "the") {
		i++
	}
	if h, ok := p.hits.starting(i); ok && h.Entry.Class == schema.ClassAgreement {
		return h.End, h.Entry.ID
	}
	if p.text.Is(i, "convention", "covenant") && p.text.Words[i].Capital() && !p.continues(i, i+1) {
		return i + 1, ""
	}
	return 0, ""
}

// protocolsTo claims "Optional Protocol to the Covenant", of the treaty that the
// words mean where they stand.
func (p *paragraph) protocolsTo() {
	for i := range p.text.Words {
		if !p.text.Is(i, "optional") || !p.text.Is(i+1, "protocol") || !p.text.Words[i].Capital() || p.knownWord(i) {
			continue
		}
		if end, treaty := p.toTreaty(i + 2); end > 0 && treaty == "" {
			p.add(i, end, Claim{Class: schema.ClassAgreement, How: ByCoreference, Head: "optional protocol", To: p.text.Words[end-1].Fold})
		}
	}
}
