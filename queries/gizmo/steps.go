package gizmo

import (
	"github.com/cayleygraph/cayley/graph"
)

// nodes lets the given nodes pass: V(…) and Is(…).
type nodes struct{ set *nodeSet }

func (s nodes) bind(r *run, _ *cut, next stage) (stage, error) {
	m, err := r.members(s.set)
	return stage{end: next.end, row: func(n graph.Ref) error {
		if !m.contains(r, n) {
			return nil
		}
		return next.row(n)
	}}, err
}

func (s nodes) reversed() (step, bool) { return s, true }

// tag names the row's node.
type tag struct{ slots []int }

func (s tag) bind(r *run, _ *cut, next stage) (stage, error) {
	return stage{end: next.end, row: func(n graph.Ref) error {
		mark := r.set(s.slots, n)
		err := next.row(n)
		r.reset(mark)
		return err
	}}, nil
}

func (s tag) reversed() (step, bool) { return s, true }

// sieve lets nodes pass whose values pass every filter.
type sieve []filter

func (s sieve) bind(r *run, _ *cut, next stage) (stage, error) {
	return stage{end: next.end, row: func(n graph.Ref) error {
		if ok, err := s.passes(r, n); err != nil || !ok {
			return err
		}
		return next.row(n)
	}}, nil
}

func (s sieve) passes(r *run, n graph.Ref) (bool, error) {
	if len(s) == 0 {
		return true, nil
	}
	v, err := r.name(n)
	if err != nil || v == nil {
		return false, err
	}
	for _, f := range s {
		if !f.passes(v) {
			return false, nil
		}
	}
	return true, nil
}

func (s sieve) reversed() (step, bool) { return s, true }

// unique lets the first row of each node pass.
type unique struct{}

func (unique) bind(r *run, _ *cut, next stage) (stage, error) {
	seen := map[any]bool{}
	return stage{end: next.end, row: func(n graph.Ref) error {
		key := r.graph.key(n)
		if seen[key] {
			return nil
		}
		seen[key] = true
		if err := r.hold(entryBytes); err != nil {
			return err
		}
		return next.row(n)
	}}, nil
}

func (s unique) reversed() (step, bool) { return s, true }

// page lets the rows after the first skip pass, at most limit of them; a limit
// of 0 is none.
type page struct{ skip, limit int64 }

func (s page) bind(_ *run, c *cut, next stage) (stage, error) {
	var n int64
	return stage{end: next.end, row: func(node graph.Ref) error {
		n++
		if n <= s.skip {
			return nil
		}
		if s.limit == 0 {
			return next.row(node)
		}
		if n > s.skip+s.limit {
			return c
		}
		if err := next.row(node); err != nil {
			return err
		}
		if n == s.skip+s.limit {
			return c
		}
		return nil
	}}, nil
}

func (page) reversed() (step, bool) { return nil, false }

// branch walks steps from the row's node and comes back for every row at their
// end, with the tags of that row. It is what Back leaves of the way there.
type branch struct{ steps []step }

func (s branch) bind(r *run, _ *cut, next stage) (stage, error) {
	return stage{end: next.end, row: func(n graph.Ref) error {
		return from(r, s.steps, n, func(graph.Ref) error { return next.row(n) })
	}}, nil
}

func (s branch) reversed() (step, bool) { return s, true }
