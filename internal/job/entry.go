package job

import (
	"context"
	"errors"
	"maps"
	"slices"
	"sync"
	"time"
)

// An entry is a job in a queue.
type entry struct {
	work   Work
	drop   func()
	ctx    context.Context
	cancel context.CancelCauseFunc

	mu      sync.Mutex
	job     Job
	events  []Event
	changed chan struct{} // closed at the next event
}

// say adds an event. The caller holds the lock, or is alone.
func (e *entry) say(kind string, data any) {
	e.events = append(e.events, Event{len(e.events) + 1, kind, data})
	close(e.changed)
	e.changed = make(chan struct{})
}

// outline is the job without results.
func (e *entry) outline() Job {
	j := e.job
	j.Results, j.Notes, j.Counts = []Result{}, slices.Clone(j.Notes), maps.Clone(j.Counts)
	return j
}

// locked is outline for those who do not hold the lock.
func (e *entry) locked() Job {
	e.mu.Lock()
	defer e.mu.Unlock()
	return e.outline()
}

func (e *entry) snapshot() Job {
	e.mu.Lock()
	defer e.mu.Unlock()
	j := e.outline()
	j.Results = slices.Clone(e.job.Results)
	return j
}

func (e *entry) ended() bool {
	e.mu.Lock()
	defer e.mu.Unlock()
	return e.job.State.Ended()
}

func (e *entry) start(now time.Time) {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.job.State, e.job.Started = Running, &now
	e.say("state", e.outline())
}

// finish ends the job.
func (e *entry) finish(now time.Time, err error, explain func(error) string) {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.job.State, e.job.Ended = Done, &now
	if err != nil {
		e.job.State, e.job.Error = Failed, explain(err)
		if errors.Is(err, ErrCancelled) {
			e.job.State = Cancelled
		}
	}
	e.say("state", e.outline())
}

// A Report is where a job says how it goes. It is safe for concurrent use.
type Report struct{ entry *entry }

// Files says how many files the job turns out to be about.
func (r *Report) Files(n int) {
	e := r.entry
	e.mu.Lock()
	defer e.mu.Unlock()
	e.job.Files = n
	e.say("state", e.outline())
}

// Result says what became of the next file.
func (r *Report) Result(x Result) {
	e := r.entry
	e.mu.Lock()
	defer e.mu.Unlock()
	e.job.Results = append(e.job.Results, x)
	e.job.Counts[x.Outcome]++
	e.job.Done++
	e.say("result", x)
}

// Note adds what a reader should know beside the results.
func (r *Report) Note(text string) {
	e := r.entry
	e.mu.Lock()
	defer e.mu.Unlock()
	e.job.Notes = append(e.job.Notes, text)
}

// Events returns the events of a job after one of them, 0 for all, and whether
// more may come; where they may, it waits for one until ctx is done.
func (q *Queue) Events(ctx context.Context, id string, after int) (events []Event, more bool, err error) {
	e, err := q.find(id)
	if err != nil {
		return nil, false, err
	}
	for {
		e.mu.Lock()
		events = slices.Clone(e.events[min(max(after, 0), len(e.events)):])
		more, changed := !e.job.State.Ended(), e.changed
		e.mu.Unlock()
		if len(events) > 0 || !more {
			return events, more, nil
		}
		select {
		case <-changed:
		case <-ctx.Done():
			return nil, true, ctx.Err()
		}
	}
}

// Wait returns a job once it has ended, or as it is when ctx is done.
func (q *Queue) Wait(ctx context.Context, id string) (Job, error) {
	last := 0
	for {
		events, more, err := q.Events(ctx, id, last)
		if errors.Is(err, ErrNotFound) {
			return Job{}, err
		}
		if err != nil || !more {
			return q.Get(id)
		}
		last += len(events)
	}
}
