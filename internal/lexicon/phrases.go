package lexicon

import (
	"strings"

	"rapporteur/internal/words"
)

// A Hit is an entry found in a text.
type Hit struct {
	Entry *Entry // nil for a phrase to pass over
	How   How
	First int // first word
	End   int // one past the last word
	Also  []*Entry
}

// phrases is a tree of words; a path from the root is a phrase.
type phrases struct{ root node }

type node struct {
	next words.Index[*node]
	ends []ending
}

type ending struct {
	entry   *Entry
	how     How
	pattern []words.Word // how the words must be written
	raw     string       // for acronyms: the very letters
}

func (n *node) child(word string) *node {
	c := n.next.Value(word)
	if c == nil {
		c = &node{}
		n.next.Put(word, c)
	}
	return c
}

func (p *phrases) add(split *words.Splitter, e *Entry, how How, names []string) {
	for _, name := range names {
		p.addName(split, e, how, name)
		if how == ByDemonym && !strings.HasSuffix(name, "s") {
			p.addName(split, e, how, name+"s")
		}
	}
}

func (p *phrases) addName(split *words.Splitter, e *Entry, how How, name string) {
	t := split.Split(name)
	n := &p.root
	for _, w := range t.Words {
		n = n.child(w.Fold)
	}
	end := ending{entry: e, how: how, pattern: t.Words}
	if how == ByAcronym {
		end.raw = name
	}
	n.ends = append(n.ends, end)
}

// Names returns the longest name at each place of t, left to right, without
// overlaps. Phrases to pass over are returned too, with a nil Entry.
func (l *Lexicon) Names(t *words.Text) []Hit { return l.AppendNames(nil, t) }

// AppendNames appends to out what Names returns.
func (l *Lexicon) AppendNames(out []Hit, t *words.Text) []Hit {
	for i := 0; i < len(t.Words); i++ {
		if l.names.root.next.Lacks(t.Words[i].Form) {
			continue // no name begins so
		}
		if h, ok := l.names.longest(t, i); ok {
			out = append(out, h)
			i = h.End - 1
		}
	}
	return out
}

func (p *phrases) longest(t *words.Text, i int) (Hit, bool) {
	var best Hit
	found := false
	n := &p.root
	for j := i; j < len(t.Words); j++ {
		if n.next.Lacks(t.Words[j].Form) {
			break
		}
		if n = n.next.Fold(t.Words[j].Form); n == nil {
			break
		}
		if h, ok := written(n.ends, t, i, j+1); ok {
			best, found = h, true
		}
	}
	return best, found
}

// written picks the endings whose writing the words from first to end bear out.
func written(ends []ending, t *words.Text, first, end int) (Hit, bool) {
	var h Hit
	found := false
	for _, e := range ends {
		if !e.fits(t, first, end) {
			continue
		}
		if !found {
			h, found = Hit{Entry: e.entry, How: e.how, First: first, End: end}, true
		} else if e.entry != nil && e.entry != h.Entry {
			h.Also = append(h.Also, e.entry)
		}
	}
	return h, found
}

func (e ending) fits(t *words.Text, first, end int) bool {
	if e.raw != "" {
		return t.Quote(first, end) == e.raw
	}
	for k, w := range e.pattern {
		if w.Capital() && !t.Words[first+k].Capital() {
			return false
		}
	}
	return true
}
