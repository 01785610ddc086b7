package gizmo

import (
	"context"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/iterator"
	"github.com/cayleygraph/cayley/graph/refs"
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

// key asks the node, as those of some stores are pointers.
func (s scanned) key(n graph.Ref) any { return refs.ToKey(n) }

func (s scanned) fits(p pattern, q graph.Ref) (bool, error) {
	for i, d := range quad.Directions {
		if p[i] == nil {
			continue
		}
		n, err := s.QuadDirection(q, d)
		if err != nil || n == nil || s.key(n) != s.key(p[i]) {
			return false, err
		}
	}
	return true, nil
}

// quads returns an iterator over quads, all of those that fit p among them.
func (s scanned) quads(p pattern) iterator.Shape {
	var given []quad.Direction
	for i, d := range quad.Directions {
		if p[i] != nil {
			given = append(given, d)
		}
	}
	switch len(given) {
	case 0:
		return s.QuadsAllIterator()
	case 1:
		return s.QuadIterator(given[0], p[given[0]-quad.Subject])
	}
	if it, ok := s.indexed(p, given); ok {
		return it
	}
	return s.narrowest(p, given)
}

// indexed asks the store for an index that covers all of p.
func (s scanned) indexed(p pattern, given []quad.Direction) (iterator.Shape, bool) {
	want := shape.QuadsAction{Result: given[0]}
	for _, d := range given {
		want.SetFilter(d, p[d-quad.Subject])
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

// narrowest takes the direction given in p that the fewest quads share.
func (s scanned) narrowest(p pattern, given []quad.Direction) iterator.Shape {
	best, least := given[0], int64(-1)
	for _, d := range given {
		if d == quad.Predicate {
			continue // every store has few predicates and many quads of each
		}
		size, err := s.QuadIteratorSize(s.ctx, d, p[d-quad.Subject])
		if err == nil && (least < 0 || size.Value < least) {
			best, least = d, size.Value
		}
	}
	return s.QuadIterator(best, p[best-quad.Subject])
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
