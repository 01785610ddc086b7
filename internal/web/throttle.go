package web

import (
	"context"
	"errors"
	"fmt"

	"rapporteur/queries/gizmo"
)

// errBusy says that a query had to wait for others until its time was over.
var errBusy = errors.New("too many queries at the same time")

// A throttle runs queries on a graph within limits, so many at a time.
type throttle struct {
	graph  Graph
	limits gizmo.Limits
	slots  chan struct{} // holds one element for each query that runs
}

func newThrottle(graph Graph, o Options) *throttle {
	return &throttle{graph: graph, limits: o.Limits, slots: make(chan struct{}, o.Concurrent)}
}

// own returns a throttle for what the API reads on its own. It shares the slots.
func (t *throttle) own() *throttle {
	return &throttle{t.graph, gizmo.Limits{Steps: t.limits.Steps, Rows: ownRows, Bytes: ownBytes}, t.slots}
}

// State changes with every write to the graph.
func (t *throttle) State() string { return t.graph.State() }

// Run runs a program. Only the throttle's limits count.
func (t *throttle) Run(ctx context.Context, p *gizmo.Program, _ gizmo.Limits) (*gizmo.Result, error) {
	done, err := t.enter(ctx)
	if err != nil {
		return nil, err
	}
	defer done()
	return t.graph.Run(ctx, p, t.limits)
}

// enter waits for a slot; done gives it back.
func (t *throttle) enter(ctx context.Context) (done func(), err error) {
	select {
	case t.slots <- struct{}{}:
		return func() { <-t.slots }, nil
	case <-ctx.Done():
		return nil, fmt.Errorf("%w: %w", errBusy, ctx.Err())
	}
}
