package gizmo

import (
	"context"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/iterator"
	"github.com/cayleygraph/cayley/query/shape"
	"github.com/cayleygraph/quad"

	"rapporteur/graph/store/guard"
)

// scanned reads any store of Cayley's by its iterators.
type scanned struct {
	*guard.Store
	ctx context.Context
}

// scan reads by the index of the store that covers most of p.
func (s scanned) scan(p pattern, fn func(q graph.Ref) error) error {
	it := s.quads(p).Iterate()
	defer it.Close()
	for it.Next(s.ctx) {
		q := it.Result()
		ok, err := s.fits(p, q)
		if err != nil {
			return err
		}
		if !ok {
			continue
		}
		if err := fn(q); err != nil {
			return err
		}
	}
	return it.Err()
}

func (s scanned) fits(p pattern, q graph.Ref) (bool, error) {
	for _, f := range p {
		n, err := s.QuadDirection(q, f.dir)
		if err != nil || n == nil || !same(n, f.node) {
			return false, err
		}
	}
	return true, nil
}

// quads returns an iterator over quads, all of those that fit p among them.
func (s scanned) quads(p pattern) iterator.Shape {
	if len(p) == 0 {
		return s.QuadsAllIterator()
	}
	if len(p) > 1 {
		if it, ok := s.indexed(p); ok {
			return it
		}
	}
	return s.narrowest(p)
}

// indexed asks the store for an index that covers all of p.
func (s scanned) indexed(p pattern) (iterator.Shape, bool) {
	want := shape.QuadsAction{Result: p[0].dir}
	for _, f := range p {
		want.SetFilter(f.dir, f.node)
	}
	better, ok := s.OptimizeShape(s.ctx, want)
	if !ok {
		return nil, false
	}
	nodes, ok := better.(shape.NodesFrom)
	if !ok {
		return nil, false
	}
	return nodes.Quads.BuildIterator(s.Store), true
}

// narrowest takes the direction of p that the fewest quads share.
func (s scanned) narrowest(p pattern) iterator.Shape {
	if len(p) == 1 {
		return s.QuadIterator(p[0].dir, p[0].node)
	}
	best, least := p[0], int64(-1)
	for _, f := range p {
		if f.dir == quad.Predicate {
			continue // every store has few predicates and many quads of each
		}
		size, err := s.QuadIteratorSize(s.ctx, f.dir, f.node)
		if err == nil && (least < 0 || size.Value < least) {
			best, least = f, size.Value
		}
	}
	return s.QuadIterator(best.dir, best.node)
}

func (s scanned) size(p pattern) int64 {
	costs, err := s.quads(p).Stats(s.ctx)
	if err != nil {
		return 0 // a key-value store reports an empty index entry as an error
	}
	return costs.Size.Value
}

func (s scanned) nodes(fn func(graph.Ref) error) error {
	it := s.NodesAllIterator().Iterate()
	defer it.Close()
	for it.Next(s.ctx) {
		if err := fn(it.Result()); err != nil {
			return err
		}
	}
	return it.Err()
}
