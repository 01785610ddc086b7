package gizmo

import (
	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/refs"
	"github.com/cayleygraph/quad"
)

// DefaultDepth is how often FollowRecursive follows where it is not told.
const DefaultDepth = 50

// recursion is FollowRecursive: it walks steps again and again and lets every
// node pass that it reaches, the first time. Rows with the same tags set out
// together; rows with other tags each reach all nodes of their own.
type recursion struct {
	steps     []step
	max       int64 // times; -1 is without end
	depthTags []int // slots for the number of times
}

// crowd is the rows that set out together.
type crowd struct {
	first kept
	at    []graph.Ref
}

func (s recursion) bind(r *run, c *cut, next stage) (stage, error) {
	var crowds []*crowd
	byTags := map[string]*crowd{}
	gather := func(n graph.Ref) error {
		key := r.tagKey()
		g := byTags[key]
		if g == nil {
			k, err := r.keep(n)
			if err != nil {
				return err
			}
			g = &crowd{first: k}
			byTags[key] = g
			crowds = append(crowds, g)
		}
		g.at = append(g.at, n)
		return r.hold(refBytes)
	}
	return stage{row: gather, end: func() error {
		for _, g := range crowds {
			err := r.restore(g.first, func(graph.Ref) error { return s.spread(r, g.at, next) })
			if err != nil {
				if err = c.done(err); err != nil {
					return err
				}
				break
			}
		}
		return next.end()
	}}, nil
}

// spread walks from the given nodes, and from where that leads, level by level.
func (s recursion) spread(r *run, at []graph.Ref, next stage) error {
	seen := map[any]bool{}
	for depth := int64(1); len(at) > 0 && (s.max < 0 || depth <= s.max); depth++ {
		var reached []graph.Ref
		visit := func(n graph.Ref) error {
			key := r.graph.key(n)
			if seen[key] {
				return nil
			}
			seen[key] = true
			reached = append(reached, n)
			if err := r.hold(entryBytes); err != nil {
				return err
			}
			mark := r.set(s.depthTags, refs.PreFetched(quad.Int(depth)))
			err := next.row(n)
			r.reset(mark)
			return err
		}
		for _, n := range at {
			if err := from(r, s.steps, n, visit); err != nil {
				return err
			}
		}
		at = reached
	}
	return nil
}

func (s recursion) reversed() (step, bool) {
	back, stuck := (&chain{steps: s.steps}).reverse()
	if stuck != nil {
		return nil, false
	}
	s.steps = back.steps
	return s, true
}
