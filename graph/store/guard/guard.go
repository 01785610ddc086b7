// Package guard puts a deadline and a budget of steps around a Cayley store for
// the time of one query.
//
// Cayley looks at its context only between results, so a query that filters a
// long scan down to nothing runs on after its deadline. A [Store] looks at the
// context, and counts a step, whenever a quad or a node is read, tested or
// named. Once the context has ended or the steps are spent, every iterator of
// that Store is at its end and [Store.Err] says why:
//
//	g := guard.New(ctx, qs, 1_000_000)
//	err := iterator.Iterate(ctx, p.BuildIteratorOn(ctx, g)).EachValue(g, visit)
//	if g.Err() != nil {
//		err = g.Err() // some of Cayley's iterators drop the errors below them
//	}
//
// A store that is not Cayley's takes a [Budget] alone and asks it for each step.
//
// The key-value stores and memstore run at full speed behind it, with their own
// indexes. For other stores nothing is pushed down: SQL stores look after
// deadlines themselves and are better used as they are.
package guard

import (
	"context"
	"errors"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/iterator"
	"github.com/cayleygraph/quad"
)

var errReadOnly = errors.New("guard: a guarded store is for reading")

// A Store is a store for the reads of one query. It is safe for concurrent use
// as far as the store within is.
type Store struct {
	graph.QuadStore
	*Budget
}

// New returns qs for one query that ends with ctx or after the given number of
// steps, 0 meaning no budget. A Store given as qs is replaced, not nested.
func New(ctx context.Context, qs graph.QuadStore, steps int64) *Store {
	if g, ok := qs.(*Store); ok {
		qs = g.QuadStore
	}
	return &Store{QuadStore: graph.Unwrap(qs), Budget: NewBudget(ctx, steps)}
}

// NameOf names a node; it is a step.
func (g *Store) NameOf(v graph.Ref) (quad.Value, error) {
	if err := g.Step(); err != nil {
		return nil, err
	}
	return g.QuadStore.NameOf(v)
}

// NodesAllIterator lists all nodes.
func (g *Store) NodesAllIterator() iterator.Shape { return g.wrap(g.QuadStore.NodesAllIterator()) }

// QuadsAllIterator lists all quads.
func (g *Store) QuadsAllIterator() iterator.Shape { return g.wrap(g.QuadStore.QuadsAllIterator()) }

// ApplyDeltas refuses: a guarded store is for reading.
func (g *Store) ApplyDeltas([]graph.Delta, graph.IgnoreOpts) error { return errReadOnly }

// NewQuadWriter refuses: a guarded store is for reading.
func (g *Store) NewQuadWriter() (quad.WriteCloser, error) { return nil, errReadOnly }

// Close leaves the store within open: it outlives the query.
func (g *Store) Close() error { return nil }
