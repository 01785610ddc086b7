package guard

import (
	"context"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/iterator"
	"github.com/cayleygraph/cayley/graph/kv"
	"github.com/cayleygraph/cayley/query/shape"
)

// OptimizeShape lets a key-value store choose its indexes.
func (g *Store) OptimizeShape(ctx context.Context, s shape.Shape) (shape.Shape, bool) {
	o, ok := g.QuadStore.(*kv.QuadStore)
	if !ok {
		// The shapes of other optimizers insist on being built on their own
		// store, which would take them out of the guard.
		return s, false
	}
	better, ok := o.OptimizeShape(ctx, s)
	if !ok {
		return s, false
	}
	return g.rebind(better), true
}

// rebind replaces every index scan in what the optimizer of a key-value store
// returns: nodes of a scan, or of a scan and what else is asked of its quads.
func (g *Store) rebind(s shape.Shape) shape.Shape {
	switch s := s.(type) {
	case kv.IndexScan:
		return scan{s, g}
	case shape.NodesFrom:
		s.Quads = g.rebind(s.Quads)
		return s
	case shape.Intersect:
		out := make(shape.Intersect, len(s))
		for i := range s {
			out[i] = g.rebind(s[i])
		}
		return out
	}
	return s
}

// scan is a scan of an index of the store within.
type scan struct {
	kv.IndexScan
	g *Store
}

// BuildIterator builds on the store within, which is the only one that the scan
// accepts, and counts its steps.
func (s scan) BuildIterator(graph.QuadStore) iterator.Shape {
	return s.g.wrap(s.IndexScan.BuildIterator(s.g.QuadStore))
}

// Optimize keeps the scan as it is.
func (s scan) Optimize(context.Context, shape.Optimizer) (shape.Shape, bool) { return s, false }
