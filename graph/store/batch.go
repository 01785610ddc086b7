package store

import (
	"context"
	"errors"
	"fmt"

	"github.com/cayleygraph/quad"

	"rapporteur/graph"
	"rapporteur/graph/store/boltkv"
)

// A Batch is several writes that become lasting together or not at all. It is
// for the goroutine that write of [Store.Batch] runs in.
type Batch struct {
	store   *Store
	session *boltkv.Session
	changed bool
	failed  error // after which the session says nothing reliable
}

// Batch calls write, whose writes are seen by the batch alone until write
// returns nil. Readers see the store as it was before; after an error, or a
// crash, it is as it was. What is written is in memory until then.
func (s *Store) Batch(ctx context.Context, write func(*Batch) error) error {
	if s.opts.ReadOnly {
		return ErrReadOnly
	}
	s.write.Lock()
	defer s.write.Unlock()
	if err := s.unpoisoned(); err != nil {
		return err
	}
	session, err := boltkv.Begin(s.db, true)
	if err != nil {
		return err
	}
	defer session.Close()
	b := &Batch{store: s, session: session}
	if err = write(b); err == nil {
		err = b.commit(ctx)
	}
	return advise(s.diagnose(session, err))
}

// Replace is [Store.Replace] within the batch.
func (b *Batch) Replace(ctx context.Context, record graph.ID, quads []quad.Quad) (Change, error) {
	return attempt("writing", record, func() (Change, error) { return b.replace(ctx, record, quads) })
}

// Delete is [Store.Delete] within the batch.
func (b *Batch) Delete(ctx context.Context, record graph.ID) (Change, error) {
	return attempt("deleting", record, func() (Change, error) { return b.remove(ctx, record) })
}

func (b *Batch) replace(ctx context.Context, record graph.ID, quads []quad.Quad) (Change, error) {
	quads, err := check(record, quads)
	if err != nil {
		return Change{}, err
	}
	return b.apply(ctx, func(r reader) (difference, error) { return r.replacement(record, quads) })
}

func (b *Batch) remove(ctx context.Context, record graph.ID) (Change, error) {
	return b.apply(ctx, func(r reader) (difference, error) { return r.removal(record) })
}

// attempt says in an error what was attempted: "writing", "deleting".
func attempt(what string, record graph.ID, do func() (Change, error)) (Change, error) {
	change, err := do()
	if err != nil {
		return Change{}, fmt.Errorf("%s record %s: %w", what, record.Name(), err)
	}
	return change, nil
}

// ContentHash is [Store.ContentHash] as the batch has it.
func (b *Batch) ContentHash(ctx context.Context, record graph.ID) (hash string, ok bool, err error) {
	r, err := b.reader(ctx)
	if err != nil {
		return "", false, err
	}
	return r.contentHash(record)
}

func (b *Batch) reader(ctx context.Context) (reader, error) {
	if b.failed != nil {
		return reader{}, b.failed
	}
	return newReader(ctx, b.session)
}

// apply finds a difference and writes it into the session. That writing it fails
// poisons the store; that finding it does, or that the caller gave up, does not.
func (b *Batch) apply(ctx context.Context, plan func(reader) (difference, error)) (Change, error) {
	r, err := b.reader(ctx)
	if err != nil {
		return Change{}, err
	}
	d, err := plan(r)
	if err != nil || len(d.added)+len(d.removed) == 0 {
		return Change{}, err
	}
	if err := b.session.Apply(d.added, d.removed); err != nil {
		b.failed = err
		b.store.poison(err)
		return Change{}, err
	}
	b.changed = true
	return Change{Added: len(d.added), Removed: len(d.removed)}, nil
}

func (b *Batch) commit(ctx context.Context) error {
	if err := errors.Join(b.failed, ctx.Err()); err != nil || !b.changed {
		return err
	}
	state := b.store.stateOf(b.session)
	if err := b.session.Commit(); err != nil {
		b.store.poison(err)
		return err
	}
	b.store.state.Store(state)
	return nil
}
