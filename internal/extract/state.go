package extract

import (
	"rapporteur/internal/lexicon"
	"rapporteur/internal/rule"
	"rapporteur/internal/words"
	"rapporteur/schema"
)

// bounds are the words of a claim and of the name in it, and the State that the
// name itself names.
type bounds struct {
	first, end int
	nameEnd    int // the name goes from first to here, without its State
	state      string
}

func (p *paragraph) bounds(m rule.Match) bounds {
	b := bounds{end: m.End, nameEnd: m.End}
	if m.Class == schema.ClassInstitution && !m.National {
		b.first = m.First // an envoy for a State is not of it
		return b
	}
	b.first, b.state = p.leadingState(m)
	if h, ok := p.ofState(m.End); ok && b.state == "" {
		b.state, b.end = h.Entry.ID, h.End // "National Police of Peru"
	} else if h, ok := p.trailingState(m.HeadEnd, m.End); ok {
		b.state = h.Entry.ID
		if of := p.beforeOf(h.First); !needsState(m, of) {
			b.nameEnd = of
		}
	} else if h, ok := p.hits.ending(m.End, schema.ClassCountry); ok && b.state == "" && m.Class == schema.ClassInstitution && h.How != lexicon.ByDemonym && h.First >= m.HeadEnd && p.text.Words[h.First-1].Capital() {
		b.state = h.Entry.ID // "Radio Azerbaijan"
	} else if i := p.ownerOf(m); i > 0 {
		b.end, b.nameEnd = i, i
	} else if h, ok := p.bracketThenState(m.End); ok {
		b.state, b.end, b.nameEnd = h.Entry.ID, h.End, h.End
		for b.nameEnd > b.first && !p.text.Is(b.nameEnd-1, ")") {
			b.nameEnd--
		}
	}
	return b
}

// leadingState takes a State off the front of a name: "Azerbaijani Labour Code",
// "Georgia's Labour Code". A State's name stays ("Tanzania Women Lawyers
// Association"), and so does the adjective of an institution that is no ministry
// ("Croatian Employment Service").
func (p *paragraph) leadingState(m rule.Match) (first int, state string) {
	h, ok := p.hits.starting(m.First)
	switch {
	case !ok || h.Entry.Class != schema.ClassCountry || h.End > m.HeadAt:
		return m.First, p.possessor(m.First)
	case p.text.Is(h.End, "'s"):
		return h.End + 1, h.Entry.ID
	case h.End < len(p.text.Words) && !p.text.Words[h.End].Capital():
		return m.First, "" // "Americans with Disabilities Act"
	case h.How != lexicon.ByDemonym, m.Class == schema.ClassInstitution && m.Kind != "ministry":
		return m.First, h.Entry.ID
	}
	return h.End, h.Entry.ID
}

// needsState reports whether the name would say nothing without its State, which
// stands behind "of" at word of: "Bank of Ghana". Every State has its one police
// and its one parliament, which need not say so.
func needsState(m rule.Match, of int) bool {
	return stateless[m.Kind] && m.First == m.HeadAt && of == m.HeadEnd && m.HeadEnd-m.HeadAt == 1
}

// stateless are kinds of institutions of which a State has many.
var stateless = map[string]bool{"fund": true, "institute": true, "centre": true, "broadcaster": true}

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
	return h, ok && h.How != lexicon.ByDemonym && h.First > from && p.text.Is(p.beforeOf(h.First), "of", "for", "in")
}

// ownerOf is where "of the European Union" begins at the end of a longer title,
// which it is no part of; 0 if it does not end so.
func (p *paragraph) ownerOf(m rule.Match) int {
	if m.Class != schema.ClassAgreement && m.Class != schema.ClassInstitution {
		return 0
	}
	if h, ok := p.hits.ending(m.End, schema.ClassInstitution); ok && h.First > m.HeadEnd+3 && p.text.Is(p.beforeOf(h.First), "of") {
		return p.beforeOf(h.First)
	}
	return 0
}

// ofState finds "of Peru" right behind a name.
func (p *paragraph) ofState(end int) (lexicon.Hit, bool) {
	if !p.text.Is(end, "of") {
		return lexicon.Hit{}, false
	}
	h, ok := p.stateAt(end + 1)
	return h, ok && h.How != lexicon.ByDemonym
}

// stateAt finds the State that word i names, past an article.
func (p *paragraph) stateAt(i int) (lexicon.Hit, bool) {
	if p.text.Is(i, "the") {
		i++
	}
	h, ok := p.hits.starting(i)
	return h, ok && h.Entry.Class == schema.ClassCountry
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
			if h, ok := p.stateAt(j + 2); ok && p.text.Is(j+1, "of") {
				return h, true
			}
		}
	}
	return lexicon.Hit{}, false
}

// wider are words by which a name belongs to more than one State.
var wider = map[string]bool{
	"international": true, "united": true, "nations": true, "european": true, "african": true, "asian": true, "inter": true, "american": true, "arab": true, "islamic": true,
	"world": true, "global": true, "universal": true, "commonwealth": true, "nordic": true, "baltic": true, "caribbean": true, "pacific": true, "ibero": true, "iberoamerican": true,
	"transnational": true, "intergovernmental": true, "asia": true, "africa": true, "europe": true, "americas": true, "mercosur": true, "asean": true, "eurasian": true, "andean": true, "multinational": true,
}

func internationalName(t *words.Text, first, end int) bool {
	for i := first; i < end; i++ {
		w := t.Words[i]
		if wider[w.Fold] && w.Capital() && !t.Is(i-1, "for", "on", "of", "with") || w.Fold == "ended" && w.Joined {
			return true // "International …", "Open-ended Working Group"
		}
	}
	return false
}
