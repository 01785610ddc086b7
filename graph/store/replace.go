package store

import (
	"context"
	"errors"
	"fmt"

	"github.com/cayleygraph/quad"

	"rapporteur/graph"
	"rapporteur/schema"
)

// A Change counts the quads that a write added and removed.
type Change struct{ Added, Removed int }

// Replace makes quads all that the store holds of a record. Each must have
// the record, one of its paragraphs (which a quad labelled with the record
// says to be part of it) or [graph.Lexicon] as its label, and one must say
// that the record is a summary record. Without quads the record is removed.
//
// Only the difference to what is there is written, in one transaction. Quads
// that the graph cannot hold are refused before anything is written; after any
// other failure the store takes no more writes (ErrPoisoned) and, opened
// again, is as it was.
func (s *Store) Replace(ctx context.Context, record graph.ID, quads []quad.Quad) (Change, error) {
	return attempt("writing", record, func() (change Change, err error) {
		err = s.Batch(ctx, func(b *Batch) (err error) {
			change, err = b.replace(ctx, record, quads)
			return err
		})
		return change, err
	})
}

// Delete removes a record, what it states, and what the lexicon says of
// entities that no other record speaks of. ErrNotFound says that it is not there.
func (s *Store) Delete(ctx context.Context, record graph.ID) (Change, error) {
	return attempt("deleting", record, func() (change Change, err error) {
		err = s.Batch(ctx, func(b *Batch) (err error) {
			change, err = b.remove(ctx, record)
			return err
		})
		return change, err
	})
}

// check refuses what a record may not hold and returns the quads in canonical order.
func check(record graph.ID, quads []quad.Quad) ([]quad.Quad, error) {
	if record.Prefix() != "record" || record.Name() == "" {
		return nil, fmt.Errorf("%q is not the id of a record", record)
	}
	if len(quads) == 0 {
		return nil, nil
	}
	quads, err := graph.Canonical(quads)
	if err != nil {
		return nil, err
	}
	labels := map[quad.Value]bool{quad.IRI(record): true, quad.IRI(graph.Lexicon): true}
	typed := false
	for _, q := range quads {
		if q.Label == quad.IRI(record) && q.Predicate == isPartOf && q.Object == quad.IRI(record) {
			labels[q.Subject] = true
		}
		typed = typed || q == typeOf(record)
	}
	if !typed {
		return nil, fmt.Errorf("no quad says that it is a %s", schema.ClassSummaryRecord)
	}
	for _, q := range quads {
		if !labels[q.Label] {
			return nil, fmt.Errorf("quad of %v: label %v is neither the record nor one of its paragraphs", q.Subject, q.Label)
		}
	}
	return quads, nil
}

const isPartOf = quad.IRI(schema.IsPartOf)

// typeOf is the quad by which a record is known to be there.
func typeOf(record graph.ID) quad.Quad {
	return graph.Statement{
		Subject: record, Predicate: schema.Type, Object: graph.ClassRef(schema.ClassSummaryRecord), Label: record,
	}.Quad()
}

// A difference is what a write adds and removes; no quad is in both.
type difference struct{ added, removed []quad.Quad }

// removal finds the difference that leaves nothing of a record.
func (r reader) removal(record graph.ID) (difference, error) {
	found, err := r.exists(quad.Quad{Label: quad.IRI(record)})
	if err == nil && !found {
		err = ErrNotFound
	}
	if err != nil {
		return difference{}, err
	}
	return r.replacement(record, nil)
}

// errFound ends a search.
var errFound = errors.New("found")
