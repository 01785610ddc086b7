package store

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/cayleygraph/quad"

	"rapporteur/graph"
	"rapporteur/internal/extsort"
	"rapporteur/schema"
)

// View calls read with the store as it is now. Others may write meanwhile; what
// they write is not seen.
func (s *Store) View(ctx context.Context, read func(graph.View) error) error {
	return s.view(ctx, func(r reader) error { return read(r) })
}

var _ graph.View = reader{}

// Match is each, for those who look from outside.
func (r reader) Match(pattern quad.Quad, yield func(quad.Quad) error) error {
	return r.each(pattern, yield)
}

// sorting is how many bytes of subjects are held in memory while they are sorted.
const sorting = 4 << 20

// Subjects sorts all subjects, in a temporary file where they are many, before it
// calls yield.
func (r reader) Subjects(yield func(quad.IRI) error) (err error) {
	// Lines are compared as a whole, so the bracket behind a subject counts.
	terms := extsort.New(sorting)
	defer func() { err = errors.Join(err, terms.Close()) }()
	err = r.session.Subjects(r.ctx, r.qs, func(subject quad.Value) error {
		term, err := graph.Term(subject)
		if err != nil {
			return fmt.Errorf("%w: %w", ErrDamaged, err)
		}
		return terms.Add(term)
	})
	if err != nil {
		return err
	}
	return terms.Each(func(term string) error {
		return yield(quad.IRI(schema.Shorten(strings.Trim(term, "<>"))))
	})
}

// Export writes the whole store as canonical N-Quads: the same bytes for the
// same content, whatever the order in which it came. In memory it keeps the
// quads of one subject at a time.
func (s *Store) Export(ctx context.Context, w io.Writer) error {
	out := bufio.NewWriterSize(w, 1<<16)
	if err := s.view(ctx, func(r reader) error { return r.export(out) }); err != nil {
		return fmt.Errorf("exporting: %w", err)
	}
	return out.Flush()
}

func (r reader) export(out io.Writer) error {
	var lines bytes.Buffer
	var quads []quad.Quad
	return r.Subjects(func(subject quad.IRI) error {
		quads = quads[:0]
		err := r.each(quad.Quad{Subject: subject}, func(q quad.Quad) error {
			quads = append(quads, q)
			return nil
		})
		if err != nil {
			return err
		}
		lines.Reset()
		if err := graph.WriteNQuads(&lines, quads); err != nil {
			return fmt.Errorf("%w: %w", ErrDamaged, err) // what was written could be
		}
		_, err = out.Write(lines.Bytes())
		return err
	})
}
