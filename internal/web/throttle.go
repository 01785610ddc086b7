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
	meter  Meter
	limits gizmo.Limits
	slots  chan struct{} // holds one element for each query that runs
}

func newThrottle(graph Graph, meter Meter, o Options) *throttle {
	return &throttle{graph: graph, meter: meter, limits: o.Limits, slots: make(chan struct{}, o.Concurrent)}
}

// own returns a throttle for what the API reads on its own. It shares the slots.
func (t *throttle) own() *throttle {
	return &throttle{t.graph, t.meter, gizmo.Limits{Steps: t.limits.Steps, Rows: ownRows, Bytes: ownBytes}, t.slots}
}

// State changes with every write to the graph.
func (t *throttle) State() string { return t.graph.State() }

// Run runs a program. Only the throttle's limits count.
func (t *throttle) Run(ctx context.Context, p *gizmo.Program, _ gizmo.Limits) (*gizmo.Result, error) {
	if err := t.wait(ctx); err != nil {
		return nil, err
	}
	defer func() { <-t.slots }()
	t.meter.QueriesRunning(1)
	defer t.meter.QueriesRunning(-1)
	return t.graph.Run(ctx, p, t.limits)
}

// wait takes a slot, as soon as there is one.
func (t *throttle) wait(ctx context.Context) error {
	t.meter.QueriesWaiting(1)
	defer t.meter.QueriesWaiting(-1)
	select {
	case t.slots <- struct{}{}:
		return nil
	case <-ctx.Done():
		t.meter.QueryRefused()
		return fmt.Errorf("%w: %w", errBusy, ctx.Err())
	}
}
