package graph

import (
	"bufio"
	"fmt"
	"io"

	"github.com/cayleygraph/quad"
)

// maxLine is the longest line that [ReadNQuads] accepts, in bytes.
const maxLine = 64 << 20

// WriteNQuads writes quads as canonical N-Quads: full IRIs, lines in code
// point order, no duplicates.
func WriteNQuads(w io.Writer, quads []quad.Quad) error {
	sorted, err := Canonical(quads)
	if err != nil {
		return err
	}
	out := bufio.NewWriter(w)
	var line []byte
	for _, q := range sorted {
		if line, err = AppendNQuad(line[:0], q); err != nil {
			return err
		}
		if _, err := out.Write(line); err != nil {
			return err
		}
	}
	return out.Flush()
}

// ReadNQuads reads N-Quads, canonical or not, into quads with short IRIs, in
// the order of the lines. Comments and empty lines are skipped. Errors say
// "line 3: what"; a quad that the graph cannot hold (see [AppendNQuad]) is one.
func ReadNQuads(r io.Reader) ([]quad.Quad, error) {
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, maxLine)
	var quads []quad.Quad
	var scratch []byte
	n := 0
	for lines.Scan() {
		n++
		q, ok, err := parseLine(lines.Text())
		if err == nil && ok {
			scratch, err = AppendNQuad(scratch[:0], q)
		}
		if err != nil {
			return nil, fmt.Errorf("line %d: %w", n, err)
		}
		if ok {
			quads = append(quads, q)
		}
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("line %d: %w", n+1, err)
	}
	return quads, nil
}
