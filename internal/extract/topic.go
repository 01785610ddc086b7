package extract

import (
	"slices"

	"rapporteur/internal/lexicon"
	"rapporteur/internal/words"
)

// enoughHints is how many different hints of a topic speak of it together.
const enoughHints = 2

// topics returns the topics that a paragraph speaks of: those with a term in
// it, or with two different hints.
func topics(l *lexicon.Lexicon, t *words.Text) []string {
	terms := make(map[string]int)
	hints := make(map[string]map[string]bool)
	for _, h := range l.Topics(t) {
		id := h.Entry.ID
		if h.Weight == lexicon.Term {
			terms[id]++
			continue
		}
		if hints[id] == nil {
			hints[id] = make(map[string]bool)
		}
		hints[id][stems(t, h.First, h.End)] = true
	}
	var out []string
	for id := range terms {
		out = append(out, id)
	}
	for id, h := range hints {
		if terms[id] == 0 && len(h) >= enoughHints {
			out = append(out, id)
		}
	}
	slices.Sort(out)
	return out
}

func stems(t *words.Text, first, end int) string {
	var s string
	for i := first; i < end; i++ {
		s += t.Words[i].Stem + " "
	}
	return s
}
