package store

import (
	"context"
	"errors"
	"fmt"

	"github.com/cayleygraph/quad"

	"rapporteur/graph"
	"rapporteur/graph/store/boltkv"
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
	quads, err := check(record, quads)
	if err != nil {
		return Change{}, fmt.Errorf("record %s: %w", record.Name(), err)
	}
	change, err := s.update(ctx, func(r reader) (difference, error) {
		return r.replacement(record, quads)
	})
	if err != nil {
		return Change{}, fmt.Errorf("writing record %s: %w", record.Name(), err)
	}
	return change, nil
}

// Delete removes a record, what it states, and what the lexicon says of
// entities that no other record speaks of. ErrNotFound says that it is not there.
func (s *Store) Delete(ctx context.Context, record graph.ID) (Change, error) {
	change, err := s.update(ctx, func(r reader) (difference, error) {
		found, err := r.exists(quad.Quad{Label: quad.IRI(record)})
		if err == nil && !found {
			err = ErrNotFound
		}
		if err != nil {
			return difference{}, err
		}
		return r.replacement(record, nil)
	})
	if err != nil {
		return Change{}, fmt.Errorf("deleting record %s: %w", record.Name(), err)
	}
	return change, nil
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

// update writes the difference that plan finds, in one transaction.
func (s *Store) update(ctx context.Context, plan func(reader) (difference, error)) (Change, error) {
	if s.opts.ReadOnly {
		return Change{}, ErrReadOnly
	}
	s.write.Lock()
	defer s.write.Unlock()
	if err := s.unpoisoned(); err != nil {
		return Change{}, err
	}
	session, err := boltkv.Begin(s.db, true)
	if err != nil {
		return Change{}, err
	}
	defer session.Close()
	change, err := s.change(ctx, session, plan)
	return change, advise(s.diagnose(session, err))
}

func (s *Store) change(ctx context.Context, session *boltkv.Session, plan func(reader) (difference, error)) (Change, error) {
	r, err := newReader(ctx, session)
	if err != nil {
		return Change{}, err
	}
	d, err := plan(r)
	if err != nil || len(d.added)+len(d.removed) == 0 {
		return Change{}, err
	}
	return Change{Added: len(d.added), Removed: len(d.removed)}, s.commit(ctx, session, d)
}

// commit writes a difference. A failure poisons the store; that the caller
// gave up does not.
func (s *Store) commit(ctx context.Context, session *boltkv.Session, d difference) error {
	if err := session.Apply(d.added, d.removed); err != nil {
		s.poison(err)
		return err
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	state := s.stateOf(session)
	if err := session.Commit(); err != nil {
		s.poison(err)
		return err
	}
	s.state.Store(state)
	return nil
}

// errFound ends a search.
var errFound = errors.New("found")
