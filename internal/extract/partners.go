package extract

import (
	"rapporteur/internal/words"
	"rapporteur/schema"
)

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

var tailVerbs = words.Set("were was are is be been being had have has in place force effect concluded signed reached negotiated ratified entered into adopted existed also already currently recently")

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
	joined := false // "and" and a partner after it were read
	for limit := i + longestList; i < min(limit, len(p.text.Words)); {
		if joined && p.text.Is(i, ",") && !p.text.Is(i+1, "and") {
			break // the list is over: "between A and B, C had undertaken"
		}
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
			joined = joined || p.text.Is(p.beforeOf(h.First), "and")
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
			if _, ok := p.stateAt(j + 1); ok {
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

var unnamed = words.Set("some other others several many certain various neighbouring of its their member destination host receiving sending origin third foreign the number a partner european two three four five six seven eight nine ten twelve twenty more than over those these relevant all most few")
