package gizmo

import "github.com/cayleygraph/cayley/graph"

// A stage takes the rows of one step of a running chain. The node of a row is the
// argument of row; its tags are in run.tags while row runs.
type stage struct {
	row func(graph.Ref) error
	end func() error // after the last row
}

// A cut ends one run of a chain early, without failure: a step that wants no
// more rows returns it from row. It is an error by its identity.
type cut struct{ _ byte }

func (*cut) Error() string { return "no more rows wanted" }

// done returns nil for c itself, and err otherwise.
func (c *cut) done(err error) error {
	if err == error(c) {
		return nil
	}
	return err
}

// bind prepares steps so that their rows leave through next.
func bind(r *run, c *cut, steps []step, next stage) (stage, error) {
	for i := len(steps) - 1; i >= 0; i-- {
		var err error
		if next, err = steps[i].bind(r, c, next); err != nil {
			return stage{}, err
		}
	}
	return next, nil
}

// each runs c from its beginning: out gets every row.
func (c *chain) each(r *run, out func(graph.Ref) error) error {
	stop := new(cut)
	first, err := bind(r, stop, c.steps, stage{row: out, end: nop})
	if err != nil {
		return err
	}
	// Bound before it starts, as a path within a step may have to run first.
	if err := stop.done(c.sources(r, first.row)); err != nil {
		return err
	}
	return stop.done(first.end())
}

// from runs steps from one node: out gets every row.
func from(r *run, steps []step, n graph.Ref, out func(graph.Ref) error) error {
	stop := new(cut)
	first, err := bind(r, stop, steps, stage{row: out, end: nop})
	if err != nil {
		return err
	}
	if err := stop.done(first.row(n)); err != nil {
		return err
	}
	return stop.done(first.end())
}

func nop() error { return nil }
