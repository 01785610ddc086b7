package resolve

import (
	"slices"
	"strings"

	"rapporteur/internal/extract"
)

// What speaks for an entity that a short form may mean. A heading that names it
// says more than anything but the words just before.
const (
	inHeading      = 8
	sameSentence   = 10
	justNamed      = 7 // in the sentence before
	inPlace        = 4 // the body's records call it so for its place among the organs
	inParagraph    = 3
	inIntervention = 2 // of the same speaker, and one more in the paragraph before
	ofHome         = 2 // of the State that is spoken of; as much against one of another State
	inTitle        = 1 // less for a treaty that only the title of its protocol names
	calledSo       = 2 // the item of the agenda has called it by a short form before
	oftenEnough    = 3 // bounds how much being named often in the item counts
)

// mostCandidates bounds how many things of one kind are weighed, the nearest.
const mostCandidates = 100

// A candidate is an entity that a short form may mean.
type candidate struct {
	id     string
	weight int
	times  int
	called bool
}

// lastNamed is the entity that a short form means among those that the headings
// above it and the record so far name: what the heading is about, what the
// speaker has just named, what has come to be called so. A short form in lower
// case looks back only a little.
func (m *meeting) lastNamed(c extract.Claim) *Entity {
	return m.candidateEntity(m.candidate(c), c.Para)
}

func (m *meeting) candidateEntity(f candidate, para int) *Entity {
	if f.id == "" {
		return nil
	}
	return m.known(f.id, para)
}

// candidate is what speaks most for the short form, none if nothing does.
func (m *meeting) candidate(c extract.Claim) candidate {
	var found []candidate
	item, lower := m.item(c.Para), m.lower(c)
	if !lower {
		found = m.placed(c)
	}
	for i := len(m.history) - 1; i >= max(0, len(m.history)-memory); i-- {
		p := m.history[i]
		if lower && c.Para-p.para > reach && !rare[c.Head] {
			break
		}
		e := p.entity
		if !means(c, e) {
			if e = m.treatyOf(p.entity); !means(c, e) {
				continue
			}
		}
		k := indexOf(found, e.ID)
		if k < 0 {
			if k = len(found); k == mostCandidates {
				continue
			}
			found = append(found, candidate{id: e.ID, weight: m.belonging(c, e)})
		}
		f := &found[k]
		if f.times == 0 { // the nearest mention
			f.weight += m.nearness(c, p)
			if e != p.entity {
				f.weight -= inTitle
			}
		}
		f.add(p.how == extract.ByCoreference && e == p.entity, m.item(p.para) == item)
	}
	return best(found)
}

// treatyOf is the treaty that an optional protocol belongs to, which its title
// names too; nil if it is none.
func (m *meeting) treatyOf(protocol *Entity) *Entity {
	if id := m.treaties[protocol.ID]; id != "" {
		return m.unnamed(id)
	}
	return nil
}

func indexOf(found []candidate, id string) int {
	return slices.IndexFunc(found, func(f candidate) bool { return f.id == id })
}

// add counts one more mention.
func (f *candidate) add(short, sameItem bool) {
	f.times++
	if !sameItem {
		return
	}
	if f.times <= oftenEnough {
		f.weight++
	}
	if short && !f.called {
		f.called = true
		f.weight += calledSo
	}
}

// best is the candidate with the most weight, of equals the one found first. One
// against which more speaks than for it is not meant.
func best(found []candidate) candidate {
	var best candidate
	for _, f := range found {
		if f.weight >= 0 && (best.id == "" || f.weight > best.weight) {
			best = f
		}
	}
	return best
}

// placed are what the nearest heading that names something of the kind names,
// and what the body's records call so by its place among the organs.
func (m *meeting) placed(c extract.Claim) []candidate {
	var out []candidate
	for _, s := range m.outline.headings(m.rec.Paragraphs[c.Para].Section) {
		for _, id := range m.found.Headings[s].Names {
			out = m.place(out, c, id, inHeading)
		}
		if len(out) > 0 {
			break
		}
	}
	if m.own != nil {
		for _, id := range m.own.Organs {
			out = m.place(out, c, id, inPlace)
		}
	}
	if own := m.ownInstrument(c.Head); own != nil {
		out = m.place(out, c, own.ID, inPlace)
	}
	return out
}

// place adds one that the lexicon lists, if the short form can mean it.
func (m *meeting) place(out []candidate, c extract.Claim, id string, weight int) []candidate {
	if !means(c, m.unnamed(id)) {
		return out
	}
	if k := indexOf(out, id); k >= 0 {
		out[k].weight = max(out[k].weight, weight)
		return out
	}
	return append(out, candidate{id: id, weight: weight})
}

// unnamed is the entity of a lexicon id, which the record need not name.
func (m *meeting) unnamed(id string) *Entity {
	if e := m.entities[id]; e != nil {
		return e
	}
	e := m.listedOnly[id]
	if entry := m.lexicon.Entry(id); e == nil && entry != nil {
		e = &Entity{ID: id, Class: entry.Class, Label: entry.Label, Entry: entry}
		m.listedOnly[id] = e
	}
	return e
}

// belonging speaks for an entity of the State that is spoken of, and against
// one of another State.
func (m *meeting) belonging(c extract.Claim, e *Entity) int {
	switch e.Country {
	case "":
		return 0
	case m.home(c):
		return ofHome
	}
	return -ofHome
}

// nearness says how near before a short form something was named, by the
// sentences, paragraphs and speakers between.
func (m *meeting) nearness(c extract.Claim, p past) int {
	here, there := m.rec.Paragraphs[c.Para], m.rec.Paragraphs[p.para]
	same := here.Intervention >= 0 && here.Intervention == there.Intervention
	if p.para == c.Para && c.Span.Start-p.span.End > longestSentence {
		return inParagraph
	}
	if p.para == c.Para {
		between := here.Text[p.span.End:c.Span.Start]
		switch breaks(here.Text[p.span.End : c.Span.Start+1]) {
		case 0:
			if p.how != extract.ByCoreference && isAnother(between) {
				return 0
			}
			return sameSentence
		case 1:
			return justNamed
		}
		return inParagraph
	}
	switch {
	case same && p.para == c.Para-1:
		return inIntervention + 1
	case same:
		return inIntervention
	case p.para == c.Para-1 && m.item(p.para) == m.item(c.Para):
		return 1
	}
	return 0
}

// item is the item of the agenda that paragraph i belongs to, -1 for none.
func (m *meeting) item(i int) int { return m.outline.itemOf(m.rec.Paragraphs[i].Section) }

// lower reports whether the short form is in lower case.
func (m *meeting) lower(c extract.Claim) bool {
	text := c.Span.Of(m.rec.Paragraphs[c.Para].Text)
	return strings.ToLower(text[1:]) == text[1:]
}
