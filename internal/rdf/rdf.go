// Package rdf writes statements of the graph in the forms of RDF.
//
//	N-Quads   all of them, each with the paragraph that states it
//	JSON-LD   the same, a named graph for each paragraph
//	Turtle    each statement once: Turtle has no place for who states it
//
// A few statements, such as those about one entity, are written by [NQuads],
// [JSONLD] and [Turtle], which keep what they write in memory. Whole graphs go
// subject by subject through a [TurtleStream] or a [JSONLDStream].
package rdf

import (
	"io"

	"github.com/cayleygraph/quad"

	"rapporteur/graph"
)

// NQuads writes canonical N-Quads.
func NQuads(w io.Writer, quads []quad.Quad) error { return graph.WriteNQuads(w, quads) }

// bySubject calls yield for each subject of quads, in canonical order, with all
// that is said of it.
func bySubject(quads []quad.Quad, yield func(subject graph.ID, quads []quad.Quad) error) error {
	quads, err := graph.Canonical(quads)
	if err != nil {
		return err
	}
	for len(quads) > 0 {
		n := 1
		for n < len(quads) && quads[n].Subject == quads[0].Subject {
			n++
		}
		if err := yield(iri(quads[0].Subject), quads[:n]); err != nil {
			return err
		}
		quads = quads[n:]
	}
	return nil
}

func iri(v quad.Value) graph.ID {
	id, _ := v.(quad.IRI)
	return graph.ID(id)
}
