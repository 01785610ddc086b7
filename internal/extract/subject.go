package extract

import (
	"strings"

	"rapporteur/internal/words"
)

// sentenceReach bounds how far from an agreement its sentence is looked at, in words.
const sentenceReach = 60

// impliedSubject is the movement that the sentence speaks of, "readmitted …
// pursuant to agreements", else the kind of instrument itself.
func (p *paragraph) impliedSubject(head int, kind string) string {
	s := p.text.SentenceOf(head)
	first, end := max(s.First, head-sentenceReach), min(s.End, head+sentenceReach)
	for i := first; i < end; i++ {
		if w := p.text.Words[i]; agreementHeads.Fold(w.Form) && singular(w.Fold) != kind {
			return kind // it may speak of the other instrument
		}
	}
	for i := first; i < end; i++ {
		switch p.text.Words[i].Stem {
		case "readmit", "readmiss":
			return "readmission"
		case "extradit":
			return "extradition"
		}
	}
	return kind
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

var stopsModifiers = words.Set("the a an its his her their our this that these those any some several many few most more various numerous number of in on under by with to from for at into between as than other another such " +
	"had has have was were is are be been being would could should may might will shall not also already recently currently signed concluded concluding sign conclude ratified ratify reached reaching negotiated negotiating negotiate entered " +
	"enter entering implemented implementing implement adopted made making including through via pursuant whether which who what where when how if but so because new existing subsequent previous prior earlier later interim separate similar relevant certain particular specific additional further no all both each every following " +
	"two three four five six seven eight nine ten dozen under per said cited mentioned wage collective employment plea rental lease peace ceasefire settlement prenuptial labour's individual written verbal oral general")

var weakModifiers = words.Set("international regional intergovernmental interstate existing relevant mutual framework special agency inter technical governmental formal draft proposed current future")

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

var subjectStops = words.Set("which who whom whose that when where while as if because since had has have was were is are be been would could should may might will shall can did said signed concluded with between in by from under pursuant through without at into according provided covered applied allowed entered gave made required granted came took remained enabled set established included contained contains existed exist exists")

func (p *paragraph) endsSubject(i int) bool {
	w := p.text.Words[i]
	if w.Fold == "," {
		return !p.listGoesOn(i)
	}
	return w.Shape == words.Punct || w.Shape == words.Number || subjectStops[w.Fold] && !(w.Fold == "in" && p.text.Is(i-1, "trafficking", "traffic", "trade")) || p.text.Is(i, "and") && p.text.Is(i+1, "the", "a", "an", "had", "was", "its", "that")
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
var movements = words.Set("readmission extradition")

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
