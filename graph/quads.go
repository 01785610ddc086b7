package graph

import (
	"bytes"
	"fmt"
	"slices"

	"github.com/cayleygraph/quad"
)

// Quads checks statements and returns them as quads in canonical order, which
// is that of their N-Quads lines, without duplicates. The error names the
// first statement that cannot be written.
func Quads(statements []Statement) ([]quad.Quad, error) {
	quads := make([]quad.Quad, len(statements))
	for i, s := range statements {
		quads[i] = s.Quad()
	}
	return Canonical(quads)
}

// Canonical checks quads as [Quads] does and returns them in canonical order
// without duplicates.
func Canonical(quads []quad.Quad) ([]quad.Quad, error) {
	type entry struct {
		line []byte
		quad quad.Quad
	}
	entries := make([]entry, 0, len(quads))
	buf := make([]byte, 0, 256*len(quads))
	for _, q := range quads {
		start := len(buf)
		var err error
		if buf, err = AppendNQuad(buf, q); err != nil {
			return nil, err
		}
		entries = append(entries, entry{buf[start:len(buf):len(buf)], q})
	}
	slices.SortFunc(entries, func(a, b entry) int { return bytes.Compare(a.line, b.line) })
	entries = slices.CompactFunc(entries, func(a, b entry) bool { return bytes.Equal(a.line, b.line) })
	sorted := make([]quad.Quad, len(entries))
	for i, e := range entries {
		sorted[i] = e.quad
	}
	return sorted, nil
}

// AppendNQuad appends the canonical N-Quads line of q, newline included. It
// fails on a quad that the graph cannot hold: a subject, predicate or label
// that is no well-formed IRI with a registered prefix, a text that is not
// UTF-8 or holds a NUL, a number that is not finite, a blank node, a time.
func AppendNQuad(dst []byte, q quad.Quad) ([]byte, error) {
	var err error
	for _, part := range []struct {
		name  string
		value quad.Value
	}{{"subject", q.Subject}, {"predicate", q.Predicate}, {"object", q.Object}, {"label", q.Label}} {
		if part.name == "object" {
			dst, err = appendObject(dst, part.value)
		} else {
			dst, err = appendNode(dst, part.value)
		}
		if err != nil {
			return nil, fmt.Errorf("quad %s: %s: %w", show(q), part.name, err)
		}
		dst = append(dst, ' ')
	}
	return append(dst, '.', '\n'), nil
}

// show prints a quad for messages, cut where it is long.
func show(q quad.Quad) string {
	text := fmt.Sprintf("%.80s %.80s %.80q %.80s",
		quad.StringOf(q.Subject), quad.StringOf(q.Predicate), quad.StringOf(q.Object), quad.StringOf(q.Label))
	return text
}

// Term returns a term as canonical N-Quads write it: "<urn:…>" or a literal.
func Term(v quad.Value) (string, error) {
	term, err := appendObject(nil, v)
	return string(term), err
}
