package names

import (
	"context"
	"errors"
	"sync"

	"rapporteur/schema"
)

// A Store answers Gizmo programs and says when its facts have changed.
type Store interface {
	Runner
	// State changes with every committed write.
	State() string
}

// ErrReading says that whoever asked did not wait for the names to be read. The
// reading goes on, and a later call finds it done.
var ErrReading = errors.New("the names in the store are still being read")

// A Book keeps an index in step with a store. It is safe for concurrent use.
//
// Reading all names of a large store takes longer than a request may, so
// nobody's request pays for it: one reading at a time runs apart from the calls
// that wait for it, and goes on when they leave.
type Book struct {
	store  Store
	schema *schema.Schema
	life   context.Context // of all readings
	end    context.CancelFunc

	mu     sync.Mutex
	last   *reading // that did not fail, nil before the first
	now    *reading // under way, nil where none is
	failed bool     // the reading before now failed
}

// NewBook returns a Book of the names in store; nothing is read yet.
func NewBook(store Store, sch *schema.Schema) *Book {
	life, end := context.WithCancel(context.Background())
	return &Book{store: store, schema: sch, life: life, end: end}
}

// Index returns the names in the store as it stands when Index is called, what
// was just written included, and reads them again only where they have changed.
// Where ctx is done before that, the error is [ErrReading] with that of ctx.
func (b *Book) Index(ctx context.Context) (*Index, error) {
	r, state := b.read()
	index, err := r.wait(ctx)
	if r.state == state || errors.Is(err, ErrReading) {
		return index, err
	}
	r, _ = b.read() // r began before the call; whatever runs by now began after it
	return r.wait(ctx)
}

// Latest is Index for those who would rather not wait: after a write it returns
// the names from before while they are read again. It waits where there are none
// yet, or where they could not be read again; so a fault of the store shows.
func (b *Book) Latest(ctx context.Context) (*Index, error) {
	r, _ := b.read()
	if old := b.old(); old != nil {
		return old.index, nil
	}
	return r.wait(ctx)
}

// old returns the last reading, nil where it is no stand-in for a new one.
func (b *Book) old() *reading {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.failed {
		return nil
	}
	return b.last
}

// Close calls off a reading under way, if any, and returns when it has ended. Call
// it before the store is closed, which would otherwise wait for the reading. A
// closed Book has the names that it has, and reads no others.
func (b *Book) Close() {
	b.end()
	b.mu.Lock()
	now := b.now
	b.mu.Unlock()
	if now != nil {
		<-now.done
	}
}

// read returns the last reading if the store is still as it was; else the one
// under way, which may have begun before the last write; else a new one. State is
// that of the store.
func (b *Book) read() (r *reading, state string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	state = b.store.State() // before reading: a write in between makes the index old, not new
	if b.last != nil && b.last.state == state {
		return b.last, state
	}
	if b.now == nil {
		b.now = &reading{state: state, done: make(chan struct{})}
		go b.run(b.now)
	}
	return b.now, state
}

// run reads the names for r and lets go those who wait for it.
func (b *Book) run(r *reading) {
	r.index, r.err = guarded(b.life, b.store, b.schema)
	b.finish(r)
	if r.err == nil {
		r.index.grams() // now, so that no request has to wait for it
	}
}

func (b *Book) finish(r *reading) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.now, b.failed = nil, r.err != nil
	if r.err == nil {
		r.index.state = r.state
		b.last = r
	}
	close(r.done)
}
