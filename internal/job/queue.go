package job

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"runtime/debug"
	"slices"
	"sync"
)

// A Queue does jobs one after the other, in the order in which they came. It is
// safe for concurrent use.
type Queue struct {
	options Options
	life    context.Context // of all jobs
	end     context.CancelFunc
	idle    chan struct{} // closed when the last job has ended after Close

	mu      sync.Mutex
	jobs    []*entry // in their order, those that ended first
	waiting []*entry
	running bool // somebody works off what waits
	closed  bool
}

// New returns a queue. Close it before what its jobs work on is closed.
func New(opts Options) *Queue {
	life, end := context.WithCancel(context.Background())
	return &Queue{options: opts.orDefaults(), life: life, end: end, idle: make(chan struct{})}
}

// Add puts a job at the end of the queue; files is how many it is about, if known.
// The error is ErrFull or ErrClosed. drop is called once the job will not run any
// more, whether it did or not; it may be nil.
func (q *Queue) Add(kind string, files int, work Work, drop func()) (Job, error) {
	q.mu.Lock()
	defer q.mu.Unlock()
	switch {
	case q.closed:
		return Job{}, ErrClosed
	case len(q.waiting) >= q.options.Waiting:
		return Job{}, ErrFull
	}
	if drop == nil {
		drop = func() {}
	}
	ctx, cancel := context.WithCancelCause(q.life)
	e := &entry{work: work, drop: drop, ctx: ctx, cancel: cancel, changed: make(chan struct{})}
	e.job = Job{ID: rand.Text(), Kind: kind, State: Waiting, Created: q.options.Now().UTC(), Files: files,
		Results: []Result{}, Notes: []string{}, Counts: map[string]int{}}
	e.say("state", e.outline())
	q.jobs = append(q.jobs, e)
	q.waiting = append(q.waiting, e)
	if !q.running {
		q.running = true
		go q.workOff()
	}
	q.forget()
	return e.snapshot(), nil
}

// forget drops the oldest jobs that have ended.
func (q *Queue) forget() {
	ended := 0
	for _, e := range slices.Backward(q.jobs) {
		if e.ended() {
			ended++
		}
	}
	q.jobs = slices.DeleteFunc(q.jobs, func(e *entry) bool {
		if ended <= q.options.Kept || !e.ended() {
			return false
		}
		ended--
		return true
	})
}

// workOff does what waits until nothing does.
func (q *Queue) workOff() {
	for {
		q.mu.Lock()
		if len(q.waiting) == 0 {
			q.running = false
			if q.closed {
				close(q.idle)
			}
			q.mu.Unlock()
			return
		}
		e := q.waiting[0]
		q.waiting = q.waiting[1:]
		q.mu.Unlock()
		q.do(e)
	}
}

// do does one job.
func (q *Queue) do(e *entry) {
	err := q.run(e)
	e.cancel(nil)
	e.drop()
	e.finish(q.options.Now().UTC(), err, q.options.Explain)
}

func (q *Queue) run(e *entry) error {
	if e.ctx.Err() != nil {
		return causeOf(e.ctx)
	}
	e.start(q.options.Now().UTC())
	ctx, cancel := context.WithTimeoutCause(e.ctx, q.options.Time, ErrTime)
	defer cancel()
	err := guarded(ctx, e.work, &Report{e})
	if err != nil && ctx.Err() != nil {
		return fmt.Errorf("%w: %w", causeOf(ctx), err)
	}
	return err
}

// causeOf is why a job was ended from outside.
func causeOf(ctx context.Context) error {
	cause := context.Cause(ctx)
	if errors.Is(cause, ErrCancelled) || errors.Is(cause, ErrTime) {
		return cause
	}
	return fmt.Errorf("%w: the program ended", ErrCancelled)
}

// guarded does the work; a panic, which would end the process, is an error.
func guarded(ctx context.Context, work Work, r *Report) (err error) {
	defer func() {
		if v := recover(); v != nil {
			err = fmt.Errorf("panic: %v\n%s", v, debug.Stack())
		}
	}()
	return work(ctx, r)
}

func (q *Queue) find(id string) (*entry, error) {
	q.mu.Lock()
	defer q.mu.Unlock()
	for _, e := range q.jobs {
		if e.job.ID == id {
			return e, nil
		}
	}
	return nil, ErrNotFound
}

// Get returns a job as it is now.
func (q *Queue) Get(id string) (Job, error) {
	e, err := q.find(id)
	if err != nil {
		return Job{}, err
	}
	return e.snapshot(), nil
}

// List returns all jobs that are known, the latest first, without their results.
func (q *Queue) List() []Job {
	q.mu.Lock()
	defer q.mu.Unlock()
	out := make([]Job, 0, len(q.jobs))
	for _, e := range slices.Backward(q.jobs) {
		out = append(out, e.locked())
	}
	return out
}

// Cancel calls a job off. One that waits ends at once, one that runs as soon as it
// can; one that has ended stays as it is.
func (q *Queue) Cancel(id string) (Job, error) {
	e, err := q.find(id)
	if err != nil {
		return Job{}, err
	}
	e.cancel(ErrCancelled)
	q.mu.Lock()
	at := slices.Index(q.waiting, e)
	if at >= 0 {
		q.waiting = slices.Delete(q.waiting, at, at+1)
	}
	q.mu.Unlock()
	if at >= 0 {
		q.do(e) // which finds it called off
	}
	return e.snapshot(), nil
}

// Full reports whether no more jobs may wait.
func (q *Queue) Full() bool {
	q.mu.Lock()
	defer q.mu.Unlock()
	return len(q.waiting) >= q.options.Waiting
}

// Close calls all jobs off, takes no more, and returns when none runs.
func (q *Queue) Close() {
	q.mu.Lock()
	first := !q.closed
	q.closed = true
	if first && !q.running {
		close(q.idle)
	}
	q.mu.Unlock()
	q.end()
	<-q.idle
}
