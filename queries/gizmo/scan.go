package gizmo

import (
	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/iterator"
	"github.com/cayleygraph/cayley/query/shape"
	"github.com/cayleygraph/quad"
)

// A pattern is what quads must have in some of their directions.
type pattern []fixed

type fixed struct {
	dir  quad.Direction
	node graph.Ref
}

// scan calls fn with every quad that fits p, by the index of the store that
// covers most of p.
func (r *run) scan(p pattern, fn func(q graph.Ref) error) error {
	it := r.quads(p).Iterate()
	defer it.Close()
	for it.Next(r.ctx) {
		q := it.Result()
		ok, err := r.fits(p, q)
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

func (r *run) fits(p pattern, q graph.Ref) (bool, error) {
	for _, f := range p {
		n, err := r.qs.QuadDirection(q, f.dir)
		if err != nil || n == nil || !same(n, f.node) {
			return false, err
		}
	}
	return true, nil
}

// quads returns an iterator over quads, all of those that fit p among them.
func (r *run) quads(p pattern) iterator.Shape {
	if len(p) == 0 {
		return r.qs.QuadsAllIterator()
	}
	if len(p) > 1 {
		if s, ok := r.indexed(p); ok {
			return s
		}
	}
	return r.narrowest(p)
}

// indexed asks the store for an index that covers all of p.
func (r *run) indexed(p pattern) (iterator.Shape, bool) {
	want := shape.QuadsAction{Result: p[0].dir}
	for _, f := range p {
		want.SetFilter(f.dir, f.node)
	}
	s, ok := r.qs.OptimizeShape(r.ctx, want)
	if !ok {
		return nil, false
	}
	nodes, ok := s.(shape.NodesFrom)
	if !ok {
		return nil, false
	}
	return nodes.Quads.BuildIterator(r.qs), true
}

// narrowest takes the direction of p that the fewest quads share.
func (r *run) narrowest(p pattern) iterator.Shape {
	if len(p) == 1 {
		return r.qs.QuadIterator(p[0].dir, p[0].node)
	}
	best, least := p[0], int64(-1)
	for _, f := range p {
		if f.dir == quad.Predicate {
			continue // every store has few predicates and many quads of each
		}
		size, err := r.qs.QuadIteratorSize(r.ctx, f.dir, f.node)
		if err == nil && (least < 0 || size.Value < least) {
			best, least = f, size.Value
		}
	}
	return r.qs.QuadIterator(best.dir, best.node)
}

// size estimates how many quads fit p.
func (r *run) size(p pattern) int64 {
	costs, err := r.quads(p).Stats(r.ctx)
	if err != nil {
		return 0 // a key-value store reports an empty index entry as an error
	}
	return costs.Size.Value
}

// nodesOf returns the nodes of values that are in the store, in their order.
func (r *run) nodesOf(values []quad.Value) ([]graph.Ref, error) {
	out := make([]graph.Ref, 0, len(values))
	for _, v := range values {
		n, err := r.qs.ValueOf(v)
		if err != nil {
			return nil, err
		}
		if n != nil {
			out = append(out, n)
		}
	}
	return out, nil
}
