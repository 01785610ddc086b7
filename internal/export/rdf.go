package export

import (
	"io"

	"github.com/cayleygraph/quad"

	"rapporteur/graph"
	"rapporteur/internal/rdf"
)

// writeNQuads writes canonical N-Quads. The graph label of a quad is the
// paragraph that states it.
func writeNQuads(p *part, w io.Writer) error {
	return p.subjects(everything, func(_ graph.ID, quads []quad.Quad) error {
		return rdf.NQuads(w, quads)
	})
}

// writeTurtle writes each statement once, whichever paragraphs state it.
func writeTurtle(p *part, w io.Writer) error {
	out, err := rdf.NewTurtleStream(w)
	if err != nil {
		return err
	}
	return p.subjects(everything, out.Subject)
}

// writeJSONLD writes a named graph for each paragraph and thing.
func writeJSONLD(p *part, w io.Writer) error {
	out, err := rdf.NewJSONLDStream(w)
	if err != nil {
		return err
	}
	if err := p.subjects(everything, out.Subject); err != nil {
		return err
	}
	return out.Close()
}
