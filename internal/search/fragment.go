package search

import (
	"strings"

	"rapporteur/internal/excerpt"
)

// A span is marked words, in bytes of the text; clause counts which it matches.
type span struct {
	excerpt.Span
	clause int
}

// marks finds the words that match clauses, in order; none overlap.
func marks(words []token, clauses []clause) []span {
	var found []span
	for i := 0; i < len(words); {
		longest, at := 0, 0
		for k, c := range clauses {
			if n := c.matches(words[i:]); !c.not && n > longest {
				longest, at = n, k
			}
		}
		if longest > 0 {
			found = append(found, span{excerpt.Span{Start: words[i].start, End: words[i+longest-1].end}, at})
		}
		i += max(longest, 1)
	}
	return found
}

// matches is how many words at the beginning of words match the clause.
func (c clause) matches(words []token) int {
	if len(c.words) > len(words) {
		return 0
	}
	if len(c.words) == 1 {
		w, want := words[0], c.words[0]
		if w.fold == want.fold || c.prefix && strings.HasPrefix(w.fold, want.fold) ||
			!c.prefix && !isStop(want.fold) && w.stem == want.stem {
			return 1
		}
		return 0
	}
	for i, want := range c.words {
		if words[i].fold != want.fold {
			return 0
		}
	}
	return len(c.words)
}

// fragment cuts out the part of text, whose words are given, with the most
// clauses; the first such, and the beginning where none matches.
func fragment(text string, words []token, clauses []clause) excerpt.Fragment {
	all := marks(words, clauses)
	first, best := 0, 0
	for i := range all {
		if n := variety(all[i:]); n > best {
			first, best = i, n
		}
	}
	cuts, marked := make([]excerpt.Span, len(words)), make([]excerpt.Span, len(all))
	for i, w := range words {
		cuts[i] = excerpt.Span{Start: w.start, End: w.end}
	}
	for i, m := range all {
		marked[i] = m.Span
	}
	return excerpt.Cut(text, cuts, marked, first)
}

// variety counts the clauses of the spans that stand near the first.
func variety(spans []span) int {
	seen := map[int]bool{}
	for _, s := range spans {
		if s.End > spans[0].Start+excerpt.Reach {
			break
		}
		seen[s.clause] = true
	}
	return len(seen)
}
