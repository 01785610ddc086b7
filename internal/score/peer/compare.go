package peer

import (
	"cmp"
	"slices"
	"strings"

	"rapporteur/internal/score"
	"rapporteur/schema"
)

// A Figure is how well names were found: with the very words of gold, and with
// words that overlap them.
type Figure struct{ Exact, Overlap score.Count }

// Any is the type under which names count whatever type they were given.
const Any schema.Class = ""

// Figures are figures by type.
type Figures map[schema.Class]Figure

// Compare adds what was found in one paragraph of the given text. What overlaps
// only a span aside, of its type, does not count, nor does a name without a type
// where gold has no name. Several names with one span and type ("the Ministries
// of Health and Education") count once.
func (f Figures) Compare(text string, names, aside, found []Span) {
	runes := []rune(text)
	names, aside, found = bare(runes, names), bare(runes, aside), bare(runes, found)
	for _, t := range Types() {
		f.add(t, only(t, names), only(t, aside), only(t, found))
	}
	found = slices.DeleteFunc(found, func(s Span) bool { return s.Type == Any && !slices.ContainsFunc(names, s.overlaps) })
	f.add(Any, untyped(names), untyped(aside), untyped(found))
}

func (f Figures) add(t schema.Class, names, aside, found []Span) {
	total := f[t]
	total.Exact.Add(count(names, aside, found, func(a, b Span) bool { return a == b }))
	total.Overlap.Add(count(names, aside, found, Span.overlaps))
	f[t] = total
}

// count matches each name with at most one span found, in reading order.
func count(names, aside, found []Span, same func(a, b Span) bool) (n score.Count) {
	left := slices.Clone(found)
	for _, name := range names {
		i := slices.IndexFunc(left, func(s Span) bool { return same(name, s) })
		if i < 0 {
			n.Missed++
			continue
		}
		n.Right++
		left = slices.Delete(left, i, i+1)
	}
	for _, s := range left {
		if !slices.ContainsFunc(aside, s.overlaps) || slices.ContainsFunc(names, s.overlaps) {
			n.Wrong++
		}
	}
	return n
}

// bare returns the spans without honorifics, in reading order, each once.
func bare(text []rune, spans []Span) []Span {
	out := make([]Span, len(spans))
	for i, s := range spans {
		out[i] = s.bare(text)
	}
	return distinct(out)
}

func only(t schema.Class, spans []Span) []Span {
	return slices.DeleteFunc(slices.Clone(spans), func(s Span) bool { return s.Type != t })
}

func untyped(spans []Span) []Span {
	out := slices.Clone(spans)
	for i := range out {
		out[i].Type = Any
	}
	return distinct(out)
}

func distinct(spans []Span) []Span {
	slices.SortFunc(spans, func(a, b Span) int {
		return cmp.Or(a.Start-b.Start, a.End-b.End, strings.Compare(string(a.Type), string(b.Type)))
	})
	return slices.Compact(spans)
}
