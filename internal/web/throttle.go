package web

import (
	"context"
	"errors"
	"fmt"

	"rapporteur/internal/web/queue"
	"rapporteur/queries/gizmo"
)

// Errors of waiting.
var (
	// errBusy says that a query had to wait for others until its time was over, or
	// that too many wait already.
	errBusy = errors.New("too many queries at the same time")
	// errGreedy says that too many queries of one client wait already.
	errGreedy = errors.New("too many queries of one client at the same time")
)

// A throttle runs queries on a graph within limits, so many at a time, and those of
// one client in turn with those of others.
type throttle struct {
	graph  Graph
	meter  Meter
	limits gizmo.Limits
	queue  *queue.Queue
}

func newThrottle(graph Graph, meter Meter, o Options) *throttle {
	return &throttle{graph: graph, meter: meter, limits: o.Limits,
		queue: queue.New(queue.Options{Slots: o.Concurrent, Waiting: o.Waiting, PerClient: o.WaitingOfOne})}
}

// own returns a throttle for what the API reads on its own. It shares the slots.
func (t *throttle) own() *throttle {
	return &throttle{t.graph, t.meter, gizmo.Limits{Steps: t.limits.Steps, Rows: ownRows, Bytes: ownBytes}, t.queue}
}

// named returns a throttle for named queries, which group the rows that they read: what
// is cut could not be counted. It shares the slots.
func (t *throttle) named() *throttle {
	return &throttle{t.graph, t.meter, gizmo.Limits{Steps: t.limits.Steps, Rows: namedRows * t.limits.Rows, Bytes: namedBytes * t.limits.Bytes}, t.queue}
}

// State changes with every write to the graph.
func (t *throttle) State() string { return t.graph.State() }

// Run runs a program. Only the throttle's limits count, and that of each All.
func (t *throttle) Run(ctx context.Context, p *gizmo.Program, ask gizmo.Limits) (*gizmo.Result, error) {
	release, err := t.enter(ctx)
	if err != nil {
		return nil, err
	}
	defer release()
	t.meter.QueriesRunning(1)
	defer t.meter.QueriesRunning(-1)
	limits := t.limits
	limits.All = ask.All
	return t.graph.Run(ctx, p, limits)
}

// enter waits for the client's turn. The slot is held until release is called.
func (t *throttle) enter(ctx context.Context) (release func(), err error) {
	t.meter.QueriesWaiting(1)
	release, err = t.queue.Enter(ctx, client(ctx))
	t.meter.QueriesWaiting(-1)
	if err != nil {
		t.meter.QueryRefused()
	}
	switch {
	case errors.Is(err, queue.ErrClientFull):
		return nil, errGreedy
	case err != nil:
		return nil, fmt.Errorf("%w: %w", errBusy, err)
	}
	return release, nil
}
