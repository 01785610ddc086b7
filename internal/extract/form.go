package extract

import (
	"strings"

	"rapporteur/internal/lexicon"
	"rapporteur/internal/rule"
	"rapporteur/internal/words"
	"rapporteur/schema"
)

// forms claims what the rules find.
func (p *paragraph) forms() {
	known := func(i int) bool { _, ok := p.hits.starting(i); return ok }
	for _, m := range p.rules.FindNames(p.text, known) {
		if !p.hits.passedOver(m.First, m.End) {
			p.form(m)
		}
	}
	for _, m := range p.rules.FindPatterns(p.text, p.rec.Header.Body) {
		p.add(m.First, m.End, Claim{Class: m.Class, How: ByRule, Rule: m.Rule, Kind: m.Kind, ID: m.ID, Name: m.Name, National: m.ID == ""})
	}
}

func (p *paragraph) form(m rule.Match) {
	c := Claim{Class: m.Class, How: ByRule, Rule: m.Rule, Kind: m.Kind, National: m.National, Described: m.Described, Head: m.Head}
	first, end := m.First, m.End
	first, c.State = p.leadingState(first, m.HeadAt, m.Class == schema.ClassInstitution && m.Kind != "ministry")
	nameEnd := end
	if h, ok := p.ofState(end); ok && c.State == "" {
		c.State, end = h.Entry.ID, h.End // "National Police of Peru"
	} else if h, ok := p.trailingState(m.HeadEnd, end); ok {
		c.State = h.Entry.ID
		nameEnd = p.beforeOf(h.First)
	} else if i := p.ownerOf(m); i > 0 {
		end, nameEnd = i, i
	} else if h, ok := p.bracketThenState(end); ok {
		c.State, end, nameEnd = h.Entry.ID, h.End, h.End
		for nameEnd > first && !p.text.Is(nameEnd-1, ")") {
			nameEnd--
		}
	}
	if first >= nameEnd {
		return
	}
	c.Name = p.text.Quote(first, nameEnd)
	if p.bareAcronym(c, first, m) || p.titleOfPerson(m, nameEnd) {
		return
	}
	if !m.Described && internationalName(p.text, first, nameEnd) && c.State == "" {
		c.National = false
	}
	if m.First == m.HeadAt && m.End == m.HeadEnd && c.State == "" && p.text.Is(first-1, "the", "its", "their", "said") && c.Class == schema.ClassInstitution {
		first = p.withArticle(first)
	}
	p.add(first, end, c)
}

func (p *paragraph) withArticle(first int) int {
	if p.text.Is(first-1, "the") {
		return first - 1
	}
	return first
}

// leadingState takes a State off the front of a name: "Azerbaijani Labour Code",
// "Georgia's Labour Code"; an adjective that the name keeps stays in it.
func (p *paragraph) leadingState(first, headAt int, keeps bool) (int, string) {
	h, ok := p.hits.starting(first)
	if !ok || h.Entry.Class != schema.ClassCountry || h.End > headAt || h.How != lexicon.ByDemonym && !p.text.Is(h.End, "'s") {
		if s := p.possessor(first); s != "" {
			return first, s
		}
		if ok && h.Entry.Class == schema.ClassCountry && h.End <= headAt {
			return first, h.Entry.ID // "Tanzania Women Lawyers Association"
		}
		return first, ""
	}
	end := h.End
	if p.text.Is(end, "'s") {
		return end + 1, h.Entry.ID
	}
	if keeps {
		return first, h.Entry.ID // "Croatian Employment Service"
	}
	return end, h.Entry.ID
}

// possessor is the State whose name stands in the genitive before word i.
func (p *paragraph) possessor(i int) string {
	if !p.text.Is(i-1, "'s") {
		return ""
	}
	if h, ok := p.hits.ending(i-1, schema.ClassCountry); ok {
		return h.Entry.ID
	}
	return ""
}

// trailingState finds "of Azerbaijan" at the end of a name.
func (p *paragraph) trailingState(from, end int) (lexicon.Hit, bool) {
	h, ok := p.hits.ending(end, schema.ClassCountry)
	return h, ok && h.First > from && p.text.Is(p.beforeOf(h.First), "of", "for", "in")
}

// ownerOf is where "of the European Union" begins at the end of an instrument's
// title, which is no part of it; 0 if it does not end so.
func (p *paragraph) ownerOf(m rule.Match) int {
	if m.Class != schema.ClassAgreement {
		return 0
	}
	if h, ok := p.hits.ending(m.End, schema.ClassInstitution); ok && h.First > m.HeadEnd+1 && p.text.Is(p.beforeOf(h.First), "of") {
		return p.beforeOf(h.First)
	}
	return 0
}

// ofState finds "of Peru" right behind a name.
func (p *paragraph) ofState(end int) (lexicon.Hit, bool) {
	if !p.text.Is(end, "of") {
		return lexicon.Hit{}, false
	}
	i := end + 1
	if p.text.Is(i, "the") {
		i++
	}
	h, ok := p.hits.starting(i)
	return h, ok && h.Entry.Class == schema.ClassCountry && h.How != lexicon.ByDemonym
}

// beforeOf is the index of the "of" of "of the Republic of …" before word i.
func (p *paragraph) beforeOf(i int) int {
	i--
	if p.text.Is(i, "the") {
		i--
	}
	return i
}

// bracketThenState finds "(Ombudsman) of Azerbaijan" after a name.
func (p *paragraph) bracketThenState(end int) (lexicon.Hit, bool) {
	if !p.text.Is(end, "(") {
		return lexicon.Hit{}, false
	}
	for j := end + 1; j < len(p.text.Words) && j < end+8; j++ {
		if p.text.Is(j, ")") {
			i := j + 2
			if p.text.Is(i, "the") {
				i++
			}
			if h, ok := p.hits.starting(i); ok && p.text.Is(j+1, "of") && h.Entry.Class == schema.ClassCountry {
				return h, true
			}
		}
	}
	return lexicon.Hit{}, false
}

// bareAcronym: "UNHCR Office" names nothing but what the lexicon finds.
func (p *paragraph) bareAcronym(c Claim, first int, m rule.Match) bool {
	h, ok := p.hits.starting(first)
	return ok && h.End == m.HeadAt && m.HeadEnd == m.End && c.Class != schema.ClassAgreement && c.Class != schema.ClassPolicy &&
		h.Entry.Class == schema.ClassInstitution
}

// titleOfPerson: "Commissioner Doe" or "Attorney General, Mr. Doe" is a person's office.
func (p *paragraph) titleOfPerson(m rule.Match, end int) bool {
	return m.Kind == "commissioner" && end < len(p.text.Words) && p.text.Words[end].Shape == words.Title && m.End == m.HeadEnd
}

// wider are words by which a name belongs to more than one State.
var wider = map[string]bool{
	"international": true, "united": true, "nations": true, "european": true, "african": true, "asian": true, "inter": true, "american": true, "arab": true, "islamic": true,
	"world": true, "global": true, "universal": true, "commonwealth": true, "nordic": true, "baltic": true, "caribbean": true, "pacific": true, "ibero": true, "iberoamerican": true,
	"transnational": true, "intergovernmental": true, "asia": true, "africa": true, "europe": true, "americas": true, "mercosur": true, "asean": true, "eurasian": true, "andean": true, "multinational": true,
}

func internationalName(t *words.Text, first, end int) bool {
	for i := first; i < end; i++ {
		if w := t.Words[i]; wider[w.Fold] && w.Capital() && !t.Is(i-1, "for", "on", "of", "with") {
			return true
		}
	}
	return false
}

// ministries claims each member of "the Ministries of Health, Education and
// Labour and Social Protection", quoting the whole phrase.
func (p *paragraph) ministries() {
	for i, w := range p.text.Words {
		if w.Fold != "ministries" && w.Fold != "departments" || !w.Capital() || !p.text.Is(i+1, "of") {
			continue
		}
		members, end := p.titleList(i + 2)
		if len(members) < 2 {
			continue
		}
		one := "Ministry of "
		if w.Fold == "departments" {
			one = "Department of "
		}
		for _, m := range members {
			p.add(i, end, Claim{Class: schema.ClassInstitution, How: ByRule, Rule: "ministries", Kind: "ministry", Name: one + m, National: true, Head: strings.ToLower(strings.Fields(one)[0])})
		}
	}
}

// titleList reads "Health, Education, Foreign Affairs and Labour and Social
// Protection": commas part it, and the first "and" after the last comma.
func (p *paragraph) titleList(i int) (members []string, end int) {
	start := i
	parted := false // the "and" that ends the list was seen
	comma := p.lastComma(i)
	for i < len(p.text.Words) {
		w := p.text.Words[i]
		switch {
		case w.Capital(), w.Fold == "the" && i == start:
			if w.Fold == "the" {
				start = i + 1
			}
			i++
			end = i
		case w.Fold == "," && i <= comma && end == i:
			members = append(members, p.text.Quote(start, i))
			i++
			start = i
			if p.text.Is(i, "and") {
				i++
				start, parted = i, true
			}
		case (w.Fold == "and" || w.Fold == "of") && i+1 < len(p.text.Words) && (p.text.Words[i+1].Capital() || p.text.Is(i+1, "the") || p.text.Is(i+1, "of")):
			if w.Fold == "and" && i > comma && !parted {
				members = append(members, p.text.Quote(start, i))
				start, parted = i+1, true
				for p.text.Is(start, "of", "the") {
					start++
					i++
				}
			}
			i++
		default:
			return p.closeList(members, start, end), end
		}
	}
	return p.closeList(members, start, end), end
}

func (p *paragraph) closeList(members []string, start, end int) []string {
	if start < end {
		members = append(members, p.text.Quote(start, end))
	}
	return members
}

// lastComma is the last comma of the list of titles that begins at word i.
func (p *paragraph) lastComma(i int) int {
	last := -1
	for ; i < len(p.text.Words); i++ {
		w := p.text.Words[i]
		switch {
		case w.Fold == "," && i+1 < len(p.text.Words) && (p.text.Words[i+1].Capital() || p.text.Is(i+1, "and")):
			last = i
		case w.Capital(), w.Fold == "and", w.Fold == "of", w.Fold == "the":
		default:
			return last
		}
	}
	return last
}
