package extract

import (
	"rapporteur/internal/rule"
	"rapporteur/internal/words"
	"rapporteur/schema"
)

// forms claims what the rules find.
func (p *paragraph) forms() {
	known := func(i int) int {
		if h, ok := p.hits.starting(i); ok {
			return h.End
		}
		return 0
	}
	p.patterns = p.rules.AppendPatterns(p.patterns[:0], p.text, p.rec.Header.Body)
	p.matches = p.rules.AppendNames(p.matches[:0], p.text, known)
	for _, m := range p.matches {
		if !p.hits.passedOver(m.First, m.End) {
			p.form(p.withResolutions(m, p.patterns))
		}
	}
	for _, m := range p.patterns {
		if m, ok := p.bodyOf(m); ok {
			p.add(m.First, m.End, Claim{Class: m.Class, How: ByRule, Rule: m.Rule, Kind: m.Kind, ID: m.ID, Name: m.Name, National: m.ID == ""})
		}
	}
}

// form claims one name, with the State that it names and without its own.
func (p *paragraph) form(m rule.Match) {
	b := p.bounds(m)
	if b.first >= b.nameEnd {
		return
	}
	if end, _, ok := p.mandate(b.first); ok && end == b.end {
		return // "the High Commissioner" is one named before
	}
	c := Claim{
		Class: m.Class, How: ByRule, Rule: m.Rule, Kind: m.Kind, Name: p.text.Quote(b.first, b.nameEnd), State: b.state,
		National: m.National, Described: m.Described, Head: m.Head,
	}
	if c.Class == schema.ClassLaw && m.HeadEnd < b.nameEnd && p.text.Words[m.HeadEnd].Shape == words.Number && !yearAt(p.text, m.HeadEnd) {
		c.Name = p.text.Quote(b.first, m.HeadEnd) + " No. " + p.text.Quote(m.HeadEnd, b.nameEnd)
	}
	if p.bareAcronym(c, b.first, m) || p.titleOfPerson(m, b.nameEnd) {
		return
	}
	if !m.Described && c.Class != schema.ClassLaw && c.State == "" && (internationalName(p.text, b.first, b.nameEnd) || p.organOf(b) || p.onState(m)) {
		c.National = false
	}
	if c.Class == schema.ClassInstitution && c.Kind != "parliament" && c.State == "" && m.First == m.HeadAt && m.End == m.HeadEnd && p.text.Is(b.first-1, "the") {
		b.first-- // "the Ombudsman" is quoted as the short form that it may be
	}
	p.add(b.first, b.end, c)
}

// onState reports whether an institution is one on a State, and so not its own:
// "Panel of Experts on Liberia".
func (p *paragraph) onState(m rule.Match) bool {
	h, ok := p.hits.ending(m.End, schema.ClassCountry)
	return ok && m.Class == schema.ClassInstitution && h.First > m.HeadEnd && p.text.Is(p.beforeOf(h.First), "on")
}

// organOf reports whether a name is that of an organ of an international
// institution: "Executive Board of UNICEF". A State's own is called national.
func (p *paragraph) organOf(b bounds) bool {
	if p.text.Is(b.first, "national") {
		return false
	}
	for i := b.first + 1; i < b.nameEnd; i++ {
		if h, ok := p.hits.starting(i); ok && h.Entry.Class == schema.ClassInstitution && h.Entry.Country == "" && p.text.Is(p.beforeOf(i), "of") {
			return true
		}
	}
	return false
}

// bareAcronym: "UNHCR Office" names nothing but what the lexicon finds.
func (p *paragraph) bareAcronym(c Claim, first int, m rule.Match) bool {
	h, ok := p.hits.starting(first)
	return ok && h.End == m.HeadAt && m.HeadEnd == m.End && c.Class != schema.ClassPolicy &&
		h.Entry.Class == schema.ClassInstitution
}

// titleOfPerson: "Commissioner Doe" or "Attorney General, Mr. Doe" is a person's office.
func (p *paragraph) titleOfPerson(m rule.Match, end int) bool {
	return m.Kind == "commissioner" && end < len(p.text.Words) && p.text.Words[end].Shape == words.Title && m.End == m.HeadEnd
}

// yearAt reports whether the number at word i is a year and no law's number.
func yearAt(t *words.Text, i int) bool {
	w := t.Words[i]
	return w.End-w.Start == 4 && (w.Fold[:2] == "18" || w.Fold[:2] == "19" || w.Fold[:2] == "20") && !t.Is(i+1, "/")
}
