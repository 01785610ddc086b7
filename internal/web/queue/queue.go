// Package queue shares out a few slots among many clients, so that one that asks
// for much cannot keep others waiting:
//
//	q := queue.New(queue.Options{Slots: 4})
//	release, err := q.Enter(ctx, "192.0.2.7")
//	if err != nil {
//		return err // ErrFull, ErrClientFull or the error of ctx
//	}
//	defer release()
//
// Whoever waits stands in the line of its client. A slot that is freed goes to the
// client that has the fewest slots, among those by turns, and within a client to who
// came first. So a client that asks for one thing waits for one turn of each other
// client at most, however much they ask for.
//
// Lines are bounded. Where all of them together are full, a newcomer takes the place
// of the last in the longest line, if that is longer than its own would be.
package queue

import (
	"context"
	"errors"
	"slices"
	"sync"
)

// Errors of [Queue.Enter].
var (
	// ErrFull: as many wait as may wait.
	ErrFull = errors.New("the queue is full")
	// ErrClientFull: as many of this client wait as may wait of one.
	ErrClientFull = errors.New("the queue of this client is full")
)

// Options are how long the lines may be. A zero field means its default.
type Options struct {
	Slots     int // that are held at the same time; default 1
	Waiting   int // that wait, of all clients together; default 256
	PerClient int // that wait, of one client; default 64
}

// A Queue is safe for concurrent use.
type Queue struct {
	opts Options

	mu      sync.Mutex
	held    int
	waiting int
	refused int64
	clients map[string]*client // that hold slots or wait
	turns   []*client          // that wait, in the order of their turns
}

// A client holds slots and waits for others.
type client struct {
	name string
	held int
	line []*ticket // who came first first
}

// A ticket is one that waits.
type ticket struct {
	called chan struct{} // closed once it is decided
	err    error         // why it gets no slot, nil where it has one
}

// New returns a queue without anybody in it.
func New(o Options) *Queue {
	if o.Slots <= 0 {
		o.Slots = 1
	}
	if o.Waiting <= 0 {
		o.Waiting = 256
	}
	if o.PerClient <= 0 {
		o.PerClient = 64
	}
	return &Queue{opts: o, clients: map[string]*client{}}
}

// Enter waits for a slot until ctx ends. The slot is held until release is called,
// once.
func (q *Queue) Enter(ctx context.Context, name string) (release func(), err error) {
	q.mu.Lock()
	c := q.clients[name]
	if c == nil {
		c = &client{name: name}
		q.clients[name] = c
	}
	release = func() { q.leave(c) }
	if q.held < q.opts.Slots {
		q.held++
		c.held++
		q.mu.Unlock()
		return release, nil
	}
	t, err := q.join(c)
	q.mu.Unlock()
	if err != nil {
		return nil, err
	}
	select {
	case <-t.called:
		if t.err != nil {
			return nil, t.err
		}
		return release, nil
	case <-ctx.Done():
		q.giveUp(c, t)
		return nil, ctx.Err()
	}
}

// join puts a ticket into the client's line.
func (q *Queue) join(c *client) (*ticket, error) {
	switch {
	case len(c.line) >= q.opts.PerClient:
		return nil, q.refuse(c, ErrClientFull)
	case q.waiting >= q.opts.Waiting && !q.makeRoom(len(c.line)+1):
		return nil, q.refuse(c, ErrFull)
	}
	if len(c.line) == 0 {
		q.turns = append(q.turns, c)
	}
	t := &ticket{called: make(chan struct{})}
	c.line = append(c.line, t)
	q.waiting++
	return t, nil
}

func (q *Queue) refuse(c *client, err error) error {
	q.refused++
	q.forget(c)
	return err
}

// makeRoom sends the last of the longest line away, if that has more than size in it.
func (q *Queue) makeRoom(size int) bool {
	longest := slices.MaxFunc(q.turns, func(a, b *client) int { return len(a.line) - len(b.line) })
	if len(longest.line) <= size {
		return false
	}
	last := longest.line[len(longest.line)-1]
	q.remove(longest, last)
	last.err = ErrFull
	close(last.called)
	q.refused++
	return true
}

// leave gives a slot to whose turn it is.
func (q *Queue) leave(c *client) {
	q.mu.Lock()
	defer q.mu.Unlock()
	c.held--
	q.held--
	q.forget(c)
	if len(q.turns) == 0 {
		return
	}
	next := slices.MinFunc(q.turns, func(a, b *client) int { return a.held - b.held })
	t := next.line[0]
	q.remove(next, t)
	if i := slices.Index(q.turns, next); i >= 0 { // it has more in its line: to the end
		q.turns = append(slices.Delete(q.turns, i, i+1), next)
	}
	q.held++
	next.held++
	close(t.called)
}

// giveUp takes a ticket back that waited too long, or the slot that it got just then.
func (q *Queue) giveUp(c *client, t *ticket) {
	q.mu.Lock()
	waiting := slices.Contains(c.line, t)
	if waiting {
		q.remove(c, t)
		q.forget(c)
	}
	q.mu.Unlock()
	if !waiting && t.err == nil {
		q.leave(c)
	}
}

// remove takes a ticket out of its line.
func (q *Queue) remove(c *client, t *ticket) {
	i := slices.Index(c.line, t)
	c.line = slices.Delete(c.line, i, i+1)
	q.waiting--
	if len(c.line) == 0 {
		i := slices.Index(q.turns, c)
		q.turns = slices.Delete(q.turns, i, i+1)
	}
}

// forget drops a client that neither holds a slot nor waits.
func (q *Queue) forget(c *client) {
	if c.held == 0 && len(c.line) == 0 {
		delete(q.clients, c.name)
	}
}

// Stats are figures about a queue as it is now.
type Stats struct {
	Held    int   // slots
	Waiting int   // that wait for one
	Refused int64 // that were sent away since the queue was made
}

// Stats returns how full the queue is.
func (q *Queue) Stats() Stats {
	q.mu.Lock()
	defer q.mu.Unlock()
	return Stats{q.held, q.waiting, q.refused}
}
