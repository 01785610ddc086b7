package guard

import (
	"context"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/iterator"
	"github.com/cayleygraph/cayley/graph/kv"
	"github.com/cayleygraph/quad"
)

// QuadIterator lists the quads that have v in direction d.
func (g *Store) QuadIterator(d quad.Direction, v graph.Ref) iterator.Shape {
	if _, ok := g.QuadStore.(*kv.QuadStore); ok && d == quad.Predicate && v != nil {
		// No index starts with the predicate, and the store's own fallback
		// searches its whole log within a single Next, which nothing can stop.
		return &sift{Shape: g.wrap(g.QuadStore.QuadsAllIterator()), g: g, dir: d, node: v}
	}
	return g.wrap(g.QuadStore.QuadIterator(d, v))
}

// wrap counts the steps of s. The iterators that hold no more than their
// arguments stay bare, as Cayley knows some of them by their type.
func (g *Store) wrap(s iterator.Shape) iterator.Shape {
	switch s.(type) {
	case *iterator.Null, *iterator.Error, *iterator.Fixed:
		return s
	}
	return &counted{s, g}
}

// counted is an iterator of the store within that takes a step a call.
type counted struct {
	iterator.Shape
	g *Store
}

func (c *counted) Iterate() iterator.Scanner { return &scanner{c.Shape.Iterate(), c.g} }
func (c *counted) Lookup() iterator.Index    { return &index{c.Shape.Lookup(), c.g} }

// Optimize keeps the wrapping: the iterators of a store are at their best already.
func (c *counted) Optimize(context.Context) (iterator.Shape, bool) { return c, false }

type scanner struct {
	iterator.Scanner
	g *Store
}

func (s *scanner) Next(ctx context.Context) bool { return s.g.step() && s.Scanner.Next(ctx) }
func (s *scanner) Err() error                    { return s.g.firstErr(s.Scanner) }

type index struct {
	iterator.Index
	g *Store
}

func (i *index) Contains(ctx context.Context, v graph.Ref) bool {
	return i.g.step() && i.Index.Contains(ctx, v)
}
func (i *index) Err() error { return i.g.firstErr(i.Index) }

func (g *Store) firstErr(it iterator.Base) error {
	if err := g.Err(); err != nil {
		return err
	}
	return it.Err()
}

// sift passes the quads that have node in direction dir.
type sift struct {
	iterator.Shape
	g    *Store
	dir  quad.Direction
	node graph.Ref
}

func (s *sift) Iterate() iterator.Scanner { return &siftScanner{s.Shape.Iterate(), s} }
func (s *sift) Lookup() iterator.Index    { return &siftIndex{s.Shape.Lookup(), s} }

// Optimize keeps the sieve.
func (s *sift) Optimize(context.Context) (iterator.Shape, bool) { return s, false }

func (s *sift) has(q graph.Ref) bool {
	v, err := s.g.QuadDirection(q, s.dir)
	return err == nil && v == s.node
}

type siftScanner struct {
	iterator.Scanner
	s *sift
}

func (n *siftScanner) Next(ctx context.Context) bool {
	for n.Scanner.Next(ctx) {
		if n.s.has(n.Scanner.Result()) {
			return true
		}
	}
	return false
}

type siftIndex struct {
	iterator.Index
	s *sift
}

func (i *siftIndex) Contains(ctx context.Context, q graph.Ref) bool {
	return i.s.has(q) && i.Index.Contains(ctx, q)
}
