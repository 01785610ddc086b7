package gizmo

import (
	"context"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"

	"rapporteur/graph/store/guard"
)

// A Finder is a store that finds nodes and quads by itself, as [Program.RunOn] asks
// for them, and not by Cayley's shapes and iterators.
//
// Nodes and quads are its own: nodes are told apart by ==. A quad need not outlive the call that it is given to.
// Patterns are the nodes of a quad in the order of [quad.Directions], nil for any.
type Finder interface {
	// ValueOf returns the node of a value, nil where there is none.
	ValueOf(quad.Value) (graph.Ref, error)
	// NameOf returns the value of a node.
	NameOf(graph.Ref) (quad.Value, error)
	// QuadDirection returns the node of a quad in a direction, nil for no label.
	QuadDirection(graph.Ref, quad.Direction) (graph.Ref, error)
	// Quads calls yield for each quad of a pattern. It calls step for each that it
	// reads to find them; the error of either ends it and is returned. It ends with
	// ctx also where it finds nothing.
	Quads(ctx context.Context, pattern [4]graph.Ref, step func() error, yield func(graph.Ref) error) error
	// Nodes does the same for all nodes.
	Nodes(ctx context.Context, step func() error, yield func(graph.Ref) error) error
	// Size estimates how many quads fit a pattern.
	Size(pattern [4]graph.Ref) (int64, error)
}

// source is a store as a run reads it, each step counted.
type source interface {
	ValueOf(quad.Value) (graph.Ref, error)
	NameOf(graph.Ref) (quad.Value, error)
	QuadDirection(graph.Ref, quad.Direction) (graph.Ref, error)

	scan(p pattern, fn func(q graph.Ref) error) error // calls fn with every quad that fits p
	nodes(fn func(graph.Ref) error) error             // calls fn with every node
	size(p pattern) int64                             // estimates how many quads fit p
	key(n graph.Ref) any                              // tells nodes apart, in maps
}

// A pattern is the nodes that quads must have, nil for any, in the order of
// quad.Directions.
type pattern [4]graph.Ref

// with returns p with a node in a direction; nil changes nothing.
func (p pattern) with(d quad.Direction, n graph.Ref) pattern {
	if n != nil {
		p[d-quad.Subject] = n
	}
	return p
}

// found reads a store that finds by itself.
type found struct {
	Finder
	ctx    context.Context
	budget *guard.Budget
	step   func() error // of the budget
}

// key takes the node for its key: to ask it for one would copy it each time.
func (f found) key(n graph.Ref) any { return n }

func (f found) NameOf(n graph.Ref) (quad.Value, error) {
	if err := f.budget.Step(); err != nil {
		return nil, err
	}
	return f.Finder.NameOf(n)
}

func (f found) scan(p pattern, fn func(graph.Ref) error) error {
	return f.Quads(f.ctx, p, f.step, fn)
}

func (f found) nodes(fn func(graph.Ref) error) error {
	return f.Nodes(f.ctx, f.step, fn)
}

func (f found) size(p pattern) int64 {
	n, err := f.Size(p)
	if err != nil {
		return 0 // reading will say so
	}
	return n
}

// nodesOf returns the nodes of values that are in the store, in their order.
func (r *run) nodesOf(values []quad.Value) ([]graph.Ref, error) {
	out := make([]graph.Ref, 0, len(values))
	for _, v := range values {
		n, err := r.graph.ValueOf(v)
		if err != nil {
			return nil, err
		}
		if n != nil {
			out = append(out, n)
		}
	}
	return out, nil
}
