package resolve

import (
	"rapporteur/internal/extract"
	"rapporteur/internal/record"
	"rapporteur/schema"
)

// article is how far before the end of "… of the " the instrument's own "the"
// may begin.
const article = len("the ")

// provisions puts articles on the instruments they belong to: one mention an
// article. An article that names no instrument belongs to the treaty of the
// body in whose record it stands, or, where the body has none, to the instrument
// named last in the paragraph; it is a mention by itself.
func (m *meeting) provisions(p *Paragraph, articles []extract.Claim) {
	for _, a := range articles {
		if i := followed(p.Mentions, a); i >= 0 {
			p.Mentions = spread(p.Mentions, i, a)
			continue
		}
		if e := m.ownerOf(p, a); e != nil {
			for _, n := range a.Numbers {
				p.Mentions = append(p.Mentions, Mention{Span: a.Span, Entity: e, How: extract.ByRule, Rule: a.Rule, Provision: a.Unit + " " + n, Confidence: 0.7})
			}
		}
	}
}

// followed is the mention of the instrument that a names, -1 if none.
func followed(mentions []Mention, a extract.Claim) int {
	if a.Follows == 0 {
		return -1
	}
	for i, m := range mentions {
		if isInstrument(m.Entity) && m.Provision == "" && m.Span.Start >= a.Follows-article && m.Span.Start <= a.Follows+1 {
			return i
		}
	}
	return -1
}

func isInstrument(e *Entity) bool {
	return e.Class == schema.ClassAgreement || e.Class == schema.ClassLaw
}

// spread makes one mention for each article of mention i.
func spread(mentions []Mention, i int, a extract.Claim) []Mention {
	first := mentions[i]
	mentions[i].Provision = a.Unit + " " + a.Numbers[0]
	for _, n := range a.Numbers[1:] {
		first.Provision = a.Unit + " " + n
		mentions = append(mentions, first)
	}
	return mentions
}

// ownerOf is the instrument of an article that names none.
func (m *meeting) ownerOf(p *Paragraph, a extract.Claim) *Entity {
	if a.Follows > 0 {
		return nil // it names one that is not known
	}
	if a.Unit == "art." {
		for _, short := range []string{"convention", "covenant"} {
			if own := m.treaty[m.rec.Header.Body][short]; own != nil {
				return m.known(own.ID, a.Para)
			}
		}
	}
	var last *Entity
	var at record.Span
	for _, x := range p.Mentions {
		if isInstrument(x.Entity) && x.Span.Start < a.Span.Start && x.Span.Start >= at.Start {
			last, at = x.Entity, x.Span
		}
	}
	return last
}
