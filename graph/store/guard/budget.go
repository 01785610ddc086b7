package guard

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"sync/atomic"
)

// ErrSteps says that a query needed more steps than it was given.
var ErrSteps = errors.New("out of steps")

// A Budget is what one query may use: the time of its context, and a number of
// steps. It is safe for concurrent use.
type Budget struct {
	ctx   context.Context
	max   int64
	steps atomic.Int64

	mu  sync.Mutex
	err error // why the query was stopped
	off atomic.Bool
}

// NewBudget returns a budget that ends with ctx or after the given number of steps,
// 0 meaning any number.
func NewBudget(ctx context.Context, steps int64) *Budget {
	b := &Budget{ctx: ctx, max: steps}
	if err := ctx.Err(); err != nil {
		b.stop(err)
	}
	return b
}

// Steps returns the number of steps taken.
func (b *Budget) Steps() int64 { return b.steps.Load() }

// Err returns why the query was stopped: an error that wraps [ErrSteps], or the
// error of the context. It is nil while the query may go on.
func (b *Budget) Err() error {
	if !b.off.Load() {
		return nil
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.err
}

// Step counts one step, for work that no guarded store sees, and returns Err.
func (b *Budget) Step() error {
	if b.step() {
		return nil
	}
	return b.Err()
}

// looks is how many steps pass between two looks at the context: a look takes
// a lock, and 64 steps take less than a millisecond.
const looks = 64

func (b *Budget) step() bool {
	if b.off.Load() {
		return false
	}
	n := b.steps.Add(1)
	if b.max > 0 && n > b.max {
		b.stop(fmt.Errorf("%w after %d", ErrSteps, b.max))
		return false
	}
	if n%looks == 0 {
		if err := b.ctx.Err(); err != nil {
			b.stop(err)
			return false
		}
	}
	return true
}

func (b *Budget) stop(err error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.err == nil {
		b.err = err
		b.off.Store(true)
	}
}
