package resolve

import (
	"strings"

	"rapporteur/internal/extract"
	"rapporteur/internal/words"
	"rapporteur/schema"
)

// fillers may stand between a verb and the name of what is acted on.
var fillers = words.Set("the a an its their his her this these those both all also new first second several some various numerous other such bilateral said revised and amended own each two three four five project programme called entitled named")

// listLimit is how many names one list may have.
const listLimit = 50

// list reads the names from word i on that commas and "and" join, as far as
// they are of the classes.
func (s *sentence) list(i int, classes []schema.Class) side {
	var out side
	if s.t.Is(i, "it", "them") || s.t.Is(i, "the") && s.t.Is(i+1, "latter", "former") {
		return s.mentionedLast(i, classes)
	}
	for joined := false; len(out.ids) < listLimit; joined = true {
		found := s.nextName(i)
		ids := of(found, classes)
		if len(ids) == 0 || joined && s.beginsClause(found[0].end) {
			return out
		}
		if out.none() {
			out.first = found[0].first
		}
		out.ids, out.end = append(out.ids, ids...), found[0].end
		next := s.joined(s.afterBracket(out.end))
		if next == 0 {
			return out
		}
		i = next
	}
	return out
}

// shared is what two verbs have in common: "had signed and ratified the Treaty",
// "to sign and ratify the Treaty".
func (s *sentence) shared(found extract.Relation) side {
	i := found.After
	if !s.t.Is(i, "and", "or", ",") {
		return side{}
	}
	participle := strings.HasSuffix(s.t.Words[found.At].Fold, "ed")
	for j := i + 1; j < i+5 && j < s.end && s.t.Words[j].Shape == words.Lower; j++ {
		if participle && strings.HasSuffix(s.t.Words[j].Fold, "ed") || !participle && j == i+1 && !prepositions[s.t.Words[j].Fold] {
			if out := s.list(j+1, found.Rule.Objects); !out.none() {
				return out
			}
		}
	}
	return side{}
}

// nextName are the names at word i, past fillers and a time.
func (s *sentence) nextName(i int) []placed {
	for n := 0; n < 6 && i < s.end; n++ {
		if found := s.widest(i, false); len(found) > 0 {
			return found
		}
		if next := s.afterTime(i); next > i {
			if i = next; s.t.Is(i, ",") {
				i++
			}
			continue
		}
		if !fillers[s.t.Words[i].Fold] {
			return nil
		}
		i++
	}
	return nil
}

// beginsClause: what a verb follows is no member of the list before it.
func (s *sentence) beginsClause(i int) bool {
	return s.t.Is(i, "had", "was", "were", "would", "has", "is", "did", "should", "could", "said")
}

// afterBracket is behind "(No. 189)" at word i.
func (s *sentence) afterBracket(i int) int {
	if !s.t.Is(i, "(") {
		return i
	}
	for j := i; j < s.end && j < i+14; j++ {
		if s.t.Is(j, ")") {
			return j + 1
		}
	}
	return i
}

// joined is where the next member of a list begins if word i joins it, else 0.
func (s *sentence) joined(i int) int {
	j := i
	for s.t.Is(j, ",", "and", "or", "nor", "as", "well", "both") && j < s.end {
		j++
	}
	if j == i {
		return 0
	}
	for s.t.Is(j, "to", "with", "of", "by", "on") {
		j++
	}
	return j
}
