package resolve

import (
	"rapporteur/internal/extract"
	"rapporteur/internal/rule"
	"rapporteur/internal/words"
	"rapporteur/schema"
)

// pronoun is what "it", "its", "he" or "she" at word i stands for: the speaker,
// or what the words before it speak of.
func (s *sentence) pronoun(i int, classes []schema.Class) side {
	if s.t.Is(i, "he", "she") {
		return s.person(s.speaker().ID, classes, i, i+1)
	}
	if out := s.spokenOf(s.from, i, classes); !out.none() {
		return side{ids: out.ids, first: i, end: i + 1}
	}
	if s.from > 0 {
		earlier := *s
		earlier.from = max(s.t.SentenceOf(s.from-1).First, s.from-reachBack)
		if out := earlier.spokenOf(earlier.from, s.from, classes); !out.none() {
			return side{ids: out.ids, first: i, end: i + 1}
		}
	}
	state := s.speaker().State
	if state == "" {
		state = s.m.focus(s.para)
	}
	return s.person(state, classes, i, i+1)
}

// spokenOf is the last name among words from i to end that a sentence or clause
// can be about: none that stands in an addition.
func (s *sentence) spokenOf(i, end int, classes []schema.Class) side {
	var out side
	for j := i; j < end; j++ {
		if s.ownEnd(j + 1) {
			if own := s.own(j+1, classes); !own.none() {
				out = own
			}
			continue
		}
		found := s.widest(j, false)
		ids := of(found, classes)
		if len(ids) != 1 || found[0].end > end {
			continue
		}
		if first := s.article(j); first > s.from && (prepositions[s.t.Words[first-1].Fold] || s.t.Is(first-1, "and", ",", "(") && !s.t.Is(first-2, ",")) {
			continue
		}
		out = side{ids: ids, first: j, end: found[0].end}
	}
	return out
}

// reachBack is how many words before it "it" may look for what it means.
const reachBack = 200

// mentionedLast is what "it" or "the latter" at word i stands for as an object.
func (s *sentence) mentionedLast(i int, classes []schema.Class) side {
	out := side{first: i, end: i + 1}
	if s.t.Is(i, "the") {
		out.end++
	}
	for j := i; j > max(0, i-reachBack); j-- {
		for _, p := range s.stop[j] {
			if ids := of([]placed{p}, classes); len(ids) > 0 {
				out.ids = ids
				return out
			}
		}
	}
	return out
}

// ownWords, behind "his", "her", "their" or "its", are the State or the
// institution that the speaker speaks for.
var (
	ownStates       = words.Set("country government state delegation authorities nation")
	ownInstitutions = words.Set("organization office institution commission agency ministry association committee")
)

// ownEnd reports whether "her country" or "the authorities" ends before word end.
func (s *sentence) ownEnd(end int) bool {
	if end-2 < s.from || end > s.end {
		return false
	}
	w := s.t.Words[end-1].Fold
	return s.t.Is(end-2, "his", "her", "their", "its") && (ownStates[w] || ownInstitutions[w]) || w == "authorities" && s.t.Is(end-2, "the")
}

func (s *sentence) own(end int, classes []schema.Class) side {
	v := s.speaker()
	id := v.State
	switch {
	case ownInstitutions[s.t.Words[end-1].Fold]:
		id = v.SpeaksFor
	case id == "" && !s.t.Is(end-2, "his", "her"):
		id = s.m.focus(s.para)
	}
	return s.person(id, classes, end-2, end)
}

// speaker is who speaks in the paragraph, empty where nobody does.
func (s *sentence) speaker() Speaker {
	if v := s.m.out.Paragraphs[s.para].Speaker; v != nil {
		return *v
	}
	return Speaker{}
}

// person is the entity id as a side, if it is of the classes.
func (s *sentence) person(id string, classes []schema.Class, first, end int) side {
	e := s.m.entities[id]
	if e == nil {
		e = s.m.known(id, s.para)
	}
	if e == nil || len(of([]placed{{entity: e}}, classes)) == 0 {
		return side{}
	}
	return side{ids: []string{id}, first: first, end: end}
}

// owners are who acts where the words do not say: the State to which a law, a
// policy or an institution belongs, the State that tells of its own agreements.
func (s *sentence) owners(things side, found extract.Relation) side {
	if !found.Rule.Owned {
		return side{}
	}
	for _, id := range things.ids {
		e := s.m.entities[id]
		owner := ""
		switch {
		case e == nil:
		case len(e.Parties) > 0:
			owner = e.Parties[0]
		case e.Class == schema.ClassAgreement:
			owner = s.teller(found)
		default:
			owner = e.Country
		}
		if out := s.person(owner, found.Rule.Subjects, 0, 0); !out.none() {
			return out
		}
	}
	return side{}
}

// teller is the State of whose treaties somebody speaks without naming it: a
// delegation tells of its own; a member of a body asks the State under review, or
// recommends something to it.
func (s *sentence) teller(found extract.Relation) string {
	asks := found.Mood == rule.Recommended || found.Mood == rule.Asked
	switch v := s.speaker(); {
	case v.Role == RoleDelegation && !asks:
		return v.State
	case v.Role != RoleDelegation && asks:
		return s.m.focus(s.para)
	}
	return ""
}
