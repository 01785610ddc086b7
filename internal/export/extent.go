package export

import (
	"maps"

	"rapporteur/graph"
)

// An extent is how much of a record is chosen.
type extent struct {
	whole      bool // all paragraphs
	header     bool // what the record says of itself, even without a paragraph
	paragraphs map[int]bool
}

// extents are the chosen records.
type extents map[graph.ID]*extent

// of returns the extent of a record, a new one where there is none.
func (x extents) of(record graph.ID) *extent {
	e := x[record]
	if e == nil {
		e = &extent{paragraphs: map[int]bool{}}
		x[record] = e
	}
	return e
}

// add chooses the place where something is stated: a paragraph, or the header of a
// record.
func (x extents) add(place graph.ID) {
	if symbol, number, ok := place.Paragraph(); ok {
		x.of(graph.RecordID(symbol)).paragraphs[number] = true
	} else if place.Prefix() == "record" {
		x.of(place).header = true
	}
}

// and returns what both choose.
func (x extents) and(y extents) extents {
	both := extents{}
	for record, a := range x {
		b := y[record]
		if b == nil {
			continue
		}
		if e := a.and(b); e.whole || e.header || len(e.paragraphs) > 0 {
			both[record] = e
		}
	}
	return both
}

func (e *extent) and(f *extent) *extent {
	switch {
	case e.whole:
		return f
	case f.whole:
		return e
	}
	both := &extent{header: e.header && f.header, paragraphs: maps.Clone(e.paragraphs)}
	maps.DeleteFunc(both.paragraphs, func(n int, _ bool) bool { return !f.paragraphs[n] })
	return both
}

// has reports whether a paragraph is chosen.
func (e *extent) has(number int) bool { return e != nil && (e.whole || e.paragraphs[number]) }
