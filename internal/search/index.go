package search

import (
	"context"
	"errors"
	"fmt"
	"runtime/debug"
	"sync"

	"rapporteur/schema"
)

// An Index finds what the store holds. It is safe for concurrent use.
//
// Making and updating run apart from the searches, one at a time: nobody's search
// pays for it, but for the first, which has nothing else to answer from.
type Index struct {
	reader  reader
	names   Names
	options Options
	analyst *analyst
	life    context.Context // of all work
	end     context.CancelFunc

	mu     sync.Mutex
	volume *volume // nil before the first
	now    *work   // under way, nil where none is
	failed bool    // the work before now failed
	closed bool
}

// A work makes or updates the index. Its error is set once done is closed.
type work struct {
	done chan struct{}
	err  error
}

// Open returns the index of a store. It is opened, or made, when it is first
// searched or by Ready.
func Open(store Store, names Names, sch *schema.Schema, opts Options) *Index {
	life, end := context.WithCancel(context.Background())
	return &Index{reader: reader{store, sch}, names: names, options: opts, analyst: newAnalyst(), life: life, end: end}
}

// Ready waits until the index can be searched, as it is or as it was before the
// last write. Where ctx is done before, the error is [ErrBuilding] with that of ctx.
func (x *Index) Ready(ctx context.Context) error {
	v, err := x.borrow(ctx)
	if err == nil {
		v.use.RUnlock()
	}
	return err
}

// Close calls off work under way and releases the index. Call it before the store
// is closed.
func (x *Index) Close() error {
	x.end()
	x.mu.Lock()
	x.closed = true
	now := x.now
	x.mu.Unlock()
	if now != nil {
		<-now.done
	}
	x.mu.Lock()
	defer x.mu.Unlock()
	if x.volume == nil {
		return nil
	}
	return x.volume.close()
}

// borrow returns the volume at hand, locked against being closed. It waits where
// there is none yet, or where the last work failed, so that faults show.
func (x *Index) borrow(ctx context.Context) (*volume, error) {
	for {
		v, w, err := x.current()
		if err != nil {
			return nil, err
		}
		if v != nil {
			if v.use.RLock(); !v.closed {
				return v, nil
			}
			v.use.RUnlock() // replaced in between
			continue
		}
		select {
		case <-w.done:
			if w.err != nil {
				return nil, w.err
			}
		case <-ctx.Done():
			return nil, fmt.Errorf("%w: %w", ErrBuilding, ctx.Err())
		}
	}
}

var errClosed = errors.New("the search index is closed")

// current returns the volume that searches use, or the work to wait for. It sees
// to it that the index follows the store.
func (x *Index) current() (*volume, *work, error) {
	x.mu.Lock()
	defer x.mu.Unlock()
	if x.closed {
		return nil, nil, errClosed
	}
	state := x.reader.store.State()
	if x.volume != nil && x.volume.stateIs() == state {
		return x.volume, nil, nil
	}
	failed := x.failed
	if x.now == nil {
		x.now = &work{done: make(chan struct{})}
		go x.work(x.now, state)
	}
	if x.volume != nil && !failed {
		return x.volume, nil, nil
	}
	return nil, x.now, nil
}

// work brings the index to a state and lets go those who wait.
func (x *Index) work(w *work, state string) {
	v, err := x.guarded(state)
	x.mu.Lock()
	defer x.mu.Unlock()
	if err == nil {
		x.volume = v
	}
	x.now, x.failed, w.err = nil, err != nil, err
	close(w.done)
}

// guarded is follow in a goroutine of its own, where a panic would end the process.
func (x *Index) guarded(state string) (v *volume, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("search index: panic: %v\n%s", p, debug.Stack())
		}
	}()
	return x.follow(state)
}

// follow updates the volume where this process may write to it; else, and where
// that fails, it opens or makes another.
func (x *Index) follow(state string) (*volume, error) {
	x.mu.Lock()
	v := x.volume
	x.mu.Unlock()
	if v != nil && v.own {
		err := bring(x.life, x.reader, x.analyst, v, state)
		if err == nil || x.life.Err() != nil || isStoreError(err) {
			return v, err
		}
	}
	if err := x.drop(v); err != nil {
		return nil, err
	}
	return x.open(x.life, state)
}

// drop closes a volume, and with it lets go of the folder. Searches wait from here
// on.
func (x *Index) drop(v *volume) error {
	if v == nil {
		return nil
	}
	x.mu.Lock()
	x.volume = nil
	x.mu.Unlock()
	return v.close()
}
