package export

import (
	"io"

	"github.com/cayleygraph/quad"

	"rapporteur/graph"
)

// writeNQuads writes canonical N-Quads. The graph label of a quad is the
// paragraph that states it.
func writeNQuads(p *part, w io.Writer) error {
	return p.subjects(everything, func(_ graph.ID, quads []quad.Quad) error {
		return graph.WriteNQuads(w, quads)
	})
}
