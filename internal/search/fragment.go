package search

import (
	"strings"
	"unicode/utf8"
)

// fragmentSize is about how long a fragment is, in bytes; lead is how much of it
// stands before the first mark.
const (
	fragmentSize = 320
	lead         = 80
)

// A span is marked words, in bytes of the text; clause counts which it matches.
type span struct{ start, end, clause int }

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
			found = append(found, span{words[i].start, words[i+longest-1].end, at})
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
func fragment(text string, words []token, clauses []clause) Fragment {
	all := marks(words, clauses)
	first, best := 0, 0
	for i := range all {
		if n := variety(all[i:]); n > best {
			first, best = i, n
		}
	}
	start := 0
	if len(all) > 0 && len(text) > fragmentSize {
		start = min(all[first].start-lead, len(text)-fragmentSize)
	}
	start = wordStart(words, start)
	end := wordEnd(text, words, start, start+fragmentSize)
	f := Fragment{Text: text[start:end], Start: utf8.RuneCountInString(text[:start]), Marks: []Mark{}}
	for _, m := range all {
		if m.start >= start && m.end <= end {
			f.Marks = append(f.Marks, Mark{
				utf8.RuneCountInString(text[start:m.start]),
				utf8.RuneCountInString(text[start:m.end]),
			})
		}
	}
	return f
}

// variety counts the clauses of the spans that stand near the first.
func variety(spans []span) int {
	seen := map[int]bool{}
	for _, s := range spans {
		if s.end > spans[0].start+fragmentSize-lead {
			break
		}
		seen[s.clause] = true
	}
	return len(seen)
}

// wordStart is the start of the word that stands at or behind at; 0 stays 0.
func wordStart(words []token, at int) int {
	if at <= 0 {
		return 0
	}
	for _, w := range words {
		if w.start >= at {
			return w.start
		}
	}
	return 0
}

// wordEnd is the end of the last word behind start that ends by at, or of the text.
func wordEnd(text string, words []token, start, at int) int {
	if at >= len(text) {
		return len(text)
	}
	end := 0
	for _, w := range words {
		if w.end > at {
			break
		}
		end = w.end
	}
	if end <= start { // one endless word
		for end = at; end < len(text) && !utf8.RuneStart(text[end]); end++ {
		}
	}
	return end
}
