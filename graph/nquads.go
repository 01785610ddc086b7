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

// A LineError is an error in a line of N-Quads, from 1 on.
type LineError struct {
	Line int
	Err  error
}

func (e *LineError) Error() string { return fmt.Sprintf("line %d: %v", e.Line, e.Err) }
func (e *LineError) Unwrap() error { return e.Err }

// ReadNQuads reads N-Quads, canonical or not, into quads with short IRIs, in
// the order of the lines. Comments and empty lines are skipped. Errors say
// "line 3: what" ([*LineError]); a quad that the graph cannot hold (see
// [AppendNQuad]) is one.
func ReadNQuads(r io.Reader) ([]quad.Quad, error) {
	var quads []quad.Quad
	err := EachNQuad(r, func(_ int, q quad.Quad) error {
		quads = append(quads, q)
		return nil
	})
	if err != nil {
		return nil, err
	}
	return quads, nil
}

// EachNQuad reads as [ReadNQuads] does, a line at a time. What yield returns as an
// error ends the reading and is returned as one of the line.
func EachNQuad(r io.Reader, yield func(line int, q quad.Quad) error) error {
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, maxLine)
	var scratch []byte
	n := 0
	for lines.Scan() {
		n++
		q, ok, err := ParseNQuad(lines.Text())
		if err == nil && ok {
			scratch, err = AppendNQuad(scratch[:0], q)
		}
		if err == nil && ok {
			err = yield(n, q)
		}
		if broken := lines.Err(); broken != nil {
			err = broken // the line is what could be read of it
		}
		if err != nil {
			return &LineError{n, err}
		}
	}
	if err := lines.Err(); err != nil {
		return &LineError{n + 1, err}
	}
	return nil
}
