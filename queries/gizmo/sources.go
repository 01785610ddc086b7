package gizmo

import (
	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"
)

// sources calls fn with the nodes from which rows of c may set out: those that
// V names, each as often as it is named, or else all nodes of the graph.
//
// Going through all nodes is slow, so a condition among the first steps is used
// to find the nodes that fulfil it. The step itself runs all the same: to find
// too many nodes is no mistake, only slower.
func (c *chain) sources(r *run, fn func(graph.Ref) error) error {
	if len(c.steps) > 0 {
		if start, ok := c.steps[0].(nodes); ok {
			list, err := r.nodesOf(start.set.values)
			if err != nil {
				return err
			}
			return visit(list, fn)
		}
	}
	best := narrowest{size: -1}
	if _, err := best.consider(r, c.steps); err != nil {
		return err
	}
	if best.walk != nil {
		return best.walk(fn)
	}
	return r.graph.nodes(fn)
}

// walk calls its argument with nodes.
type walk func(func(graph.Ref) error) error

func visit(list []graph.Ref, fn func(graph.Ref) error) error {
	for _, n := range list {
		if err := fn(n); err != nil {
			return err
		}
	}
	return nil
}

// narrowest is the narrowest condition on the first node of a path's rows.
type narrowest struct {
	walk walk
	size int64 // estimate, -1 for none
}

func (b *narrowest) take(w walk, size int64) {
	if w != nil && (b.size < 0 || size < b.size) {
		b.walk, b.size = w, size
	}
}

// consider looks for conditions among steps, and reports whether all of them
// are about the first node.
func (b *narrowest) consider(r *run, steps []step) (all bool, err error) {
	for _, s := range steps {
		switch s := s.(type) {
		case nodes:
			list, err := r.nodesOf(s.set.values)
			b.take(func(fn func(graph.Ref) error) error { return visit(list, fn) }, int64(len(list)))
			if err != nil {
				return false, err
			}
		case join:
			t, err := r.table(s.other)
			if err != nil {
				return false, err
			}
			b.take(func(fn func(graph.Ref) error) error { return visit(t.order, fn) }, int64(len(t.order)))
		case branch:
			if _, err := b.consider(r, s.steps); err != nil {
				return false, err
			}
		case hop:
			if s.optional {
				continue
			}
			w, size, err := s.starts(r)
			b.take(w, size)
			if err != nil || !s.stay {
				return false, err
			}
		case tag, sieve, except, unique, order:
		default:
			return false, nil
		}
	}
	return true, nil
}

// starts walks the nodes that have such a quad as h asks for, each once, and
// estimates their number. It is nil where h asks for nothing in particular.
func (h hop) starts(r *run) (walk, int64, error) {
	goals, err := r.members(h.goals)
	if err != nil {
		return nil, 0, err
	}
	preds, err := r.members(h.via)
	if err != nil || goals.any && preds.any {
		return nil, 0, err
	}
	var lots []lot
	var size int64
	for _, w := range h.ways {
		for _, goal := range goals.terms() {
			for _, pred := range preds.terms() {
				p := pattern{}.with(w.to, goal).with(quad.Predicate, pred)
				lots = append(lots, lot{p, w.from})
				size += r.graph.size(p)
			}
		}
	}
	return func(fn func(graph.Ref) error) error { return r.visitLots(lots, fn) }, size, nil
}

// A lot is the nodes in one direction of the quads that fit a pattern.
type lot struct {
	pattern
	from quad.Direction
}

// visitLots calls fn with the nodes of lots, each once.
func (r *run) visitLots(lots []lot, fn func(graph.Ref) error) error {
	seen := map[any]bool{}
	for _, l := range lots {
		err := r.graph.scan(l.pattern, func(q graph.Ref) error {
			n, err := r.graph.QuadDirection(q, l.from)
			if err != nil || n == nil {
				return err
			}
			key := r.graph.key(n)
			if seen[key] {
				return nil
			}
			seen[key] = true
			if err := r.hold(entryBytes); err != nil {
				return err
			}
			return fn(n)
		})
		if err != nil {
			return err
		}
	}
	return nil
}
