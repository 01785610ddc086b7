package store

import (
	"bufio"
	"bytes"
	"cmp"
	"context"
	"fmt"
	"io"
	"slices"

	"github.com/cayleygraph/quad"

	"rapporteur/graph"
)

// Export writes the whole store as canonical N-Quads: the same bytes for the
// same content, whatever the order in which it came. In memory it keeps the
// ids of all subjects, which it sorts, and the quads of one subject at a time.
func (s *Store) Export(ctx context.Context, w io.Writer) error {
	out := bufio.NewWriterSize(w, 1<<16)
	if err := s.view(ctx, func(r reader) error { return r.export(out) }); err != nil {
		return fmt.Errorf("exporting: %w", err)
	}
	return out.Flush()
}

func (r reader) export(out io.Writer) error {
	subjects, err := r.subjects()
	if err != nil {
		return err
	}
	var lines bytes.Buffer
	for _, s := range subjects {
		var quads []quad.Quad
		err := r.each(quad.Quad{Subject: s.short}, func(q quad.Quad) error {
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
		if _, err := out.Write(lines.Bytes()); err != nil {
			return err
		}
	}
	return nil
}

// A subject is the subject of some quad.
type subject struct {
	short quad.Value
	full  string // as N-Quads write it
}

// subjects returns all subjects in the order of canonical N-Quads. Lines are
// compared as a whole, so the bracket behind a subject counts.
func (r reader) subjects() ([]subject, error) {
	seen := map[quad.Value]bool{}
	var subjects []subject
	err := r.each(quad.Quad{}, func(q quad.Quad) error {
		if seen[q.Subject] {
			return nil
		}
		seen[q.Subject] = true
		full, err := graph.Term(q.Subject)
		if err != nil {
			return fmt.Errorf("%w: %w", ErrDamaged, err)
		}
		subjects = append(subjects, subject{q.Subject, full})
		return nil
	})
	slices.SortFunc(subjects, func(a, b subject) int { return cmp.Compare(a.full, b.full) })
	return subjects, err
}
