package boltkv

import "sync/atomic"

// A Cache keeps entries of one file's log for all sessions that read it, so that what
// many queries look at, such as names, is found and decoded once. It is safe for
// concurrent use.
//
// Each place holds one entry, the last that was put there. A node is what it was for
// ever, as ids are never given twice. A quad may be deleted: it is taken only in the
// state of the file in which it was read.
type Cache struct {
	places [cachePlaces]atomic.Pointer[entry]
}

const (
	cachePlaces = 1 << 17 // a megabyte, and some twenty more once they are taken
	cacheSize   = 256     // of an entry in the file; long texts are not kept
)

// NewCache returns an empty cache for the sessions of one file.
func NewCache() *Cache { return new(Cache) }

// get returns an entry that a session of the transaction may use, or nil.
func (c *Cache) get(id uint64, tx int) *entry {
	e := c.places[id%cachePlaces].Load()
	if e == nil || e.id != id || !e.node && e.tx != tx {
		return nil
	}
	return e
}

func (c *Cache) put(e *entry) {
	if e.size <= cacheSize {
		c.places[e.id%cachePlaces].Store(e)
	}
}
