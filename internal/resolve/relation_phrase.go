package resolve

import (
	"strings"

	"rapporteur/internal/words"
	"rapporteur/schema"
)

// before reads the noun phrase that ends before word end. In a loose one, such
// as that before "which", the nearest name that fits is taken; in a strict one
// the name must be what the sentence speaks of, and not stand in an addition.
func (s *sentence) before(end int, classes []schema.Class, loose bool) side {
	if len(s.widest(end, true)) == 0 {
		end = s.withoutAside(end, loose)
	}
	if end <= s.from {
		return side{}
	}
	switch {
	case s.t.Is(end-1, "which", "that", "who"):
		return s.before(s.antecedentEnd(end-1), classes, true)
	case s.t.Is(end-1, "it", "he", "she"):
		return s.pronoun(end-1, classes)
	case s.ownEnd(end):
		return s.own(end, classes)
	}
	found := s.widest(end, true)
	if len(found) == 0 {
		found = s.describedBefore(end)
	}
	if len(found) == 0 {
		return side{}
	}
	out := side{ids: of(found, classes), first: s.article(found[0].first), end: end}
	prior := out.first - 1
	if s.t.Is(prior, "to", "of") && partOf[s.t.Words[prior-1].Fold] {
		return side{}
	}
	if loose && !out.none() {
		return out
	}
	switch {
	case prior < s.from:
		return out
	case s.t.Is(prior, "which", "whom"):
		return out
	case s.t.Is(prior-1, "to") && s.t.Words[prior].Shape == words.Lower, strings.HasSuffix(s.t.Words[prior].Fold, "ing"):
		return side{} // "a bill to amend the Act"
	case prepositions[s.t.Words[prior].Fold]:
		if wider := s.before(prior, classes, loose); !wider.none() {
			wider.end = end
			return wider
		}
		return side{}
	case s.t.Is(prior, "and", "or", ","):
		return s.joinedBefore(out, prior, classes)
	}
	return out
}

// describedBefore are the agreements whose description goes on for a few plain
// words up to word end: "on the readmission of persons residing without authorization".
func (s *sentence) describedBefore(end int) []placed {
	for i := end - 1; i > s.from && i > end-5 && s.t.Words[i].Shape == words.Lower; i-- {
		if found := s.widest(i, true); len(found) > 0 {
			if len(found[0].entity.Parties) == 0 {
				return nil
			}
			return found
		}
	}
	return nil
}

// prepositions put what follows them outside the subject of a sentence.
var prepositions = words.Set("of in to with by for from on under at between against than")

// partOf: what is said of an amendment to the Constitution is not said of it.
var partOf = words.Set("amendment amendments reform reforms revision revisions bill bills draft drafts changes regulations annex supplement additions implementation members representatives nationals citizens")

// joinedBefore adds the names before "and" that belong to the same subject.
func (s *sentence) joinedBefore(out side, prior int, classes []schema.Class) side {
	for s.t.Is(prior-1, ",") {
		prior--
	}
	if found := s.widest(prior, true); len(found) > 0 && len(of(found, classes)) > 0 {
		if first := s.article(found[0].first); first == s.from || s.t.Is(first-1, "that", ",", ";", ":", "whether", "and") {
			out.ids, out.first = append(of(found, classes), out.ids...), first
		}
	}
	return out
}

// article is where the name at word i begins with its article and adjectives.
func (s *sentence) article(i int) int {
	for i > s.from && (fillers[s.t.Words[i-1].Fold] && !s.t.Is(i-1, "and") || s.t.Is(i-1, "draft", "former", "no")) {
		i--
	}
	return i
}

// withoutAside goes back over a bracket and over what stands between commas
// before word end.
func (s *sentence) withoutAside(end int, loose bool) int {
	if s.t.Is(end-1, ")") {
		for j := end - 1; j > s.from && j > end-16; j-- {
			if s.t.Is(j, "(") {
				return j
			}
		}
	}
	if !s.t.Is(end-1, ",") {
		return end
	}
	if loose || len(s.widest(end-1, true)) > 0 && !s.aside(end-1) {
		return s.withoutAside(end-1, loose)
	}
	for j := end - 2; j > s.from; j-- {
		if s.t.Is(j, ",") && s.t.Is(j+1, "which", "who", "whose", "as", "in", "like", "together", "including", "with", "under", "at", "on", "since", "for", "after", "by", "through", "where", "some", "all", "one", "both", "many", "most") {
			return j
		}
	}
	return end
}

// asideReach is how many words an aside between commas may have.
const asideReach = 45

// aside reports whether the comma at word i ends an aside that a comma opened.
func (s *sentence) aside(i int) bool {
	near := true // the comma next before i; one farther back may stand in a list
	for j := i - 1; j > s.from && j > i-asideReach; j-- {
		if !s.t.Is(j, ",") {
			continue
		}
		if s.t.Is(j+1, "which", "who", "whose") || near && s.t.Is(j+1, "together", "in", "as", "where", "with") {
			return true
		}
		near = false
	}
	return false
}
