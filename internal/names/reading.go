package names

import (
	"context"
	"errors"
	"fmt"
	"runtime/debug"
	"time"

	"rapporteur/schema"
)

// readingTime is how long reading all names of a store may take: far more than
// any store needs, so that only one that hangs is given up.
const readingTime = 10 * time.Minute

// A reading of all names of a store. Index and err are set once done is closed.
type reading struct {
	state string // of the store before the reading
	done  chan struct{}
	index *Index
	err   error
}

// wait returns what the reading gives, or ErrReading where ctx is done first.
func (r *reading) wait(ctx context.Context) (*Index, error) {
	select {
	case <-r.done:
		return r.index, r.err
	default: // a call that is over still gets what is there
	}
	select {
	case <-r.done:
		return r.index, r.err
	case <-ctx.Done():
		return nil, fmt.Errorf("%w: %w", ErrReading, ctx.Err())
	}
}

// guarded is Build in a goroutine of its own, where a panic would end the process
// and the deadline is nobody's request's: both are errors like others.
func guarded(ctx context.Context, store Runner, sch *schema.Schema) (index *Index, err error) {
	defer func() {
		if v := recover(); v != nil {
			err = fmt.Errorf("reading the names: panic: %v\n%s", v, debug.Stack())
		}
	}()
	ctx, cancel := context.WithTimeout(ctx, readingTime)
	defer cancel()
	index, err = Build(ctx, store, sch)
	if errors.Is(err, context.DeadlineExceeded) {
		return nil, fmt.Errorf("not done within %s: %v", readingTime, err) // not the deadline of who waits
	}
	return index, err
}
