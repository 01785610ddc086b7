package search

import (
	"strings"
	"sync"

	"rapporteur/internal/words"
)

// A token is a word or number of a text.
type token struct {
	fold, stem string
	start, end int // bytes of the text, end exclusive
}

// An analyst parts texts into tokens: the same for what is indexed, what is asked
// and what is marked. It is safe for concurrent use.
type analyst struct{ splitters sync.Pool }

func newAnalyst() *analyst {
	return &analyst{sync.Pool{New: func() any { return words.NewSplitter() }}}
}

// tokens returns the words of text. Punctuation and the possessive ending are none.
func (a *analyst) tokens(text string) []token {
	s := a.splitters.Get().(*words.Splitter)
	defer a.splitters.Put(s)
	split := s.Split(text)
	out := make([]token, 0, len(split.Words))
	for _, w := range split.Words {
		if w.Shape == words.Punct || w.Fold == "'s" {
			continue
		}
		out = append(out, token{w.Fold, w.Stem, w.Start, w.End})
	}
	return out
}

// analysed returns the folded words and the stems of text, parted by spaces, as
// the index takes them.
func (a *analyst) analysed(text string) (folds, stems string) {
	var f, s strings.Builder
	for i, t := range a.tokens(text) {
		if i > 0 {
			f.WriteByte(' ')
			s.WriteByte(' ')
		}
		f.WriteString(t.fold)
		s.WriteString(t.stem)
	}
	return f.String(), s.String()
}

// isStop reports whether a word is too common to tell paragraphs apart.
func isStop(fold string) bool { return stops[fold] }

var stops = words.Set("a an and are as at be been by for from had has have he her his in is it its of on or she that the their there these they this to was were which who will with would")
