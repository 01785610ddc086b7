package load

import (
	"slices"

	"github.com/cayleygraph/quad"

	"rapporteur/graph"
)

// A lexicon is what files say of things under the label of the lexicon.
type lexicon struct {
	things map[quad.Value]*thing
}

// A thing is a subject of the lexicon.
type thing struct {
	quads []quad.Quad
	first place // where the first was read
	used  bool  // whether a record speaks of it
}

func newLexicon() *lexicon { return &lexicon{map[quad.Value]*thing{}} }

func (x *lexicon) add(q quad.Quad, at place) {
	t := x.things[q.Subject]
	if t == nil {
		t = &thing{first: at}
		x.things[q.Subject] = t
	}
	if !slices.Contains(t.quads, q) {
		t.quads = append(t.quads, q)
	}
}

// of returns what the lexicon says of the things in quads, of those that it refers
// to from them, and so on.
func (x *lexicon) of(quads []quad.Quad) []quad.Quad {
	var found []quad.Quad
	seen := map[*thing]bool{}
	var reach func(v quad.Value)
	reach = func(v quad.Value) {
		t := x.things[v]
		if t == nil || seen[t] {
			return
		}
		seen[t], t.used = true, true
		found = append(found, t.quads...)
		for _, q := range t.quads {
			reach(q.Object)
		}
	}
	for _, q := range quads {
		reach(q.Subject)
		reach(q.Object)
	}
	return found
}

// unused returns the first thing of which no record speaks, nil for none.
func (x *lexicon) unused() (id graph.ID, first *thing) {
	for subject, t := range x.things {
		before := first == nil || t.first.file < first.first.file || t.first.file == first.first.file && t.first.line < first.first.line
		if !t.used && before {
			id, first = graph.ID(subject.(quad.IRI)), t
		}
	}
	return id, first
}
