package gizmo

import (
	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"
)

// A hop goes along quads: In, Out and Both move to their other end, Has and Save
// look there and stay.
type hop struct {
	ways   []way
	via    *nodeSet // predicates
	labels *nodeSet // nil: the label context of whoever follows the path, if any
	goals  *nodeSet // nodes that the other end must be one of
	sieve  sieve    // what else the other end must pass

	viaTags   []int // slots for the predicate
	labelTags []int // slots for the label
	goalTags  []int // slots for the other end

	stay     bool // the row's node stays
	optional bool // the row passes, without tags, where nothing is found
}

// A way is one direction along a quad.
type way struct{ from, to quad.Direction }

var (
	out = way{quad.Subject, quad.Object}
	in  = way{quad.Object, quad.Subject}
)

func (h hop) bind(r *run, c *cut, next stage) (stage, error) {
	b := boundHop{hop: h, run: r}
	for _, s := range []struct {
		set *nodeSet
		to  *members
	}{{h.via, &b.preds}, {h.labels, &b.within}, {h.goals, &b.ends}} {
		var err error
		if *s.to, err = r.members(s.set); err != nil {
			return stage{}, err
		}
	}
	return stage{row: func(n graph.Ref) error { return b.row(n, next.row) }, end: next.end}, nil
}

// boundHop is a hop in one store.
type boundHop struct {
	hop
	run    *run
	preds  members
	within members
	ends   members
}

func (b *boundHop) row(n graph.Ref, next func(graph.Ref) error) error {
	found := false
	err := b.each(n, func(q, goal graph.Ref) error {
		found = true
		mark, err := b.tag(q, goal)
		if err != nil {
			return err
		}
		at := goal
		if b.stay {
			at = n
		}
		err = next(at)
		b.run.reset(mark)
		return err
	})
	if err == nil && b.optional && !found {
		return next(n)
	}
	return err
}

// each calls fn with every quad that the hop may take from n, and its other end.
func (b *boundHop) each(n graph.Ref, fn func(q, goal graph.Ref) error) error {
	for _, w := range b.ways {
		take := func(q graph.Ref) error {
			goal, ok, err := b.goal(w, q)
			if err != nil || !ok {
				return err
			}
			return fn(q, goal)
		}
		for _, pred := range b.preds.terms() {
			for _, end := range b.ends.terms() {
				p := pattern{}.with(w.from, n).with(quad.Predicate, pred).with(w.to, end)
				if err := b.run.graph.scan(p, take); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// goal returns the other end of q, or false where the hop may not take it.
func (b *boundHop) goal(w way, q graph.Ref) (graph.Ref, bool, error) {
	if !b.within.any {
		label, err := b.run.graph.QuadDirection(q, quad.Label)
		if err != nil || !b.within.contains(b.run, label) {
			return nil, false, err
		}
	}
	goal, err := b.run.graph.QuadDirection(q, w.to)
	if err != nil || goal == nil {
		return nil, false, err // a quad without a label has nothing there
	}
	ok, err := b.sieve.passes(b.run, goal)
	return goal, ok, err
}

func (b *boundHop) tag(q, goal graph.Ref) (mark int, err error) {
	mark = b.run.set(b.goalTags, goal)
	for _, t := range []struct {
		slots []int
		dir   quad.Direction
	}{{b.viaTags, quad.Predicate}, {b.labelTags, quad.Label}} {
		if len(t.slots) == 0 {
			continue
		}
		n, err := b.run.graph.QuadDirection(q, t.dir)
		if err != nil {
			return mark, err
		}
		b.run.set(t.slots, n)
	}
	return mark, nil
}

// reversed goes along the same quads from their other end; what stays, stays.
func (h hop) reversed() (step, bool) {
	if h.stay {
		return h, true
	}
	ways := make([]way, len(h.ways))
	for i, w := range h.ways {
		if w.to != quad.Subject && w.to != quad.Object {
			return nil, false
		}
		ways[i] = way{from: w.to, to: w.from}
	}
	h.ways = ways
	return h, true
}

// slots lists the slots that h fills.
func (h hop) slots() []int { return union(union(h.viaTags, h.goalTags), h.labelTags) }
