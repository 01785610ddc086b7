// Package cache keeps answers in memory as they go out: their bytes, plain and
// compressed, up to a number of bytes in all. Whoever asks for what is not there
// makes it, and whoever asks meanwhile waits for the same.
//
// A key says all that an answer depends on, the state of the store included, so
// that nothing in the cache is ever wrong; what nobody asks for any more goes
// when room is needed.
package cache

import (
	"context"
	"fmt"
	"runtime/debug"
	"sync"

	"golang.org/x/sync/singleflight"
)

// overhead is about what an answer takes beside its bytes.
const overhead = 512

// A Cache keeps answers. It is safe for concurrent use.
type Cache struct {
	most int64 // bytes
	runs singleflight.Group

	mu      sync.Mutex
	held    *recent[*Answer]
	aliases *recent[string] // keys of answers
}

// New returns a cache of so many bytes; with none it keeps nothing, and still
// lets those who ask for the same wait for one answer.
func New(bytes int64) *Cache {
	return &Cache{most: bytes, held: newRecent[*Answer](bytes), aliases: newRecent[string](mostAliases)}
}

// Find returns the answer of a key if it is there.
func (c *Cache) Find(key string) (*Answer, bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.held.get(key)
}

// Answer returns the answer of a key, which make makes where it is not there, in
// a goroutine of its own: it must end when its context is done, and it goes on
// when ctx is called off, as others may wait for it. Its error goes to all who
// wait and is not kept, nor is an answer of which keep is false.
func (c *Cache) Answer(ctx context.Context, key string, make func() (a *Answer, keep bool, err error)) (*Answer, error) {
	if a, ok := c.Find(key); ok {
		return a, nil
	}
	made := c.runs.DoChan(key, func() (any, error) {
		a, keep, err := guarded(make)
		if err == nil && keep {
			c.keep(key, a)
		}
		return a, err
	})
	select {
	case r := <-made:
		a, _ := r.Val.(*Answer)
		return a, r.Err
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// guarded turns a panic into an error: in a goroutine of its own it would end
// the process.
func guarded(make func() (*Answer, bool, error)) (a *Answer, keep bool, err error) {
	defer func() {
		if v := recover(); v != nil {
			a, keep, err = nil, false, fmt.Errorf("panic: %v\n%s", v, debug.Stack())
		}
	}()
	return make()
}

func (c *Cache) keep(key string, a *Answer) {
	size := a.size(key)
	if size > c.most/4 { // one answer must not put out all others
		return
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	c.held.put(key, a, size)
}
