package gizmo

import (
	"github.com/cayleygraph/cayley/graph"
)

// join is And: a row passes once for every row of the other path that ends at
// the same node, and takes over its tags.
type join struct{ other *chain }

func (s join) bind(r *run, _ *cut, next stage) (stage, error) {
	t, err := r.table(s.other)
	return stage{end: next.end, row: func(n graph.Ref) error {
		for _, k := range t.rows[r.graph.key(n)] {
			// Rows of a join are made here, unseen by the store.
			if err := r.budget.Step(); err != nil {
				return err
			}
			mark := len(r.undo)
			for _, slot := range s.other.tags {
				if k.tags[slot] != nil {
					r.set([]int{slot}, k.tags[slot])
				}
			}
			err := next.row(n)
			r.reset(mark)
			if err != nil {
				return err
			}
		}
		return nil
	}}, err
}

func (s join) reversed() (step, bool) { return s, true }

// either is Or: the rows of the other path come after those of this one.
type either struct{ other *chain }

func (s either) bind(r *run, c *cut, next stage) (stage, error) {
	return stage{row: next.row, end: func() error {
		if err := c.done(s.other.each(r, next.row)); err != nil {
			return err
		}
		return next.end()
	}}, nil
}

func (either) reversed() (step, bool) { return nil, false }

// except lets nodes pass where the other path does not end.
type except struct{ other *chain }

func (s except) bind(r *run, _ *cut, next stage) (stage, error) {
	ends, err := s.ends(r)
	return stage{end: next.end, row: func(n graph.Ref) error {
		if excluded, err := ends(n); err != nil || excluded {
			return err
		}
		return next.row(n)
	}}, err
}

// ends returns whether the other path ends at a node. A path that stays where it
// starts is tried from the node; any other is run once.
func (s except) ends(r *run) (func(graph.Ref) (bool, error), error) {
	if s.other.stays() {
		return func(n graph.Ref) (found bool, err error) {
			stop := new(cut)
			err = from(r, s.other.steps, n, func(graph.Ref) error { found = true; return stop })
			return found, stop.done(err)
		}, nil
	}
	t, err := r.table(s.other)
	return func(n graph.Ref) (bool, error) { return len(t.rows[r.graph.key(n)]) > 0, nil }, err
}

func (s except) reversed() (step, bool) { return s, true }
