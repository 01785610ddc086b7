package boltkv

import (
	"bytes"
	"encoding/binary"
	"sync/atomic"
)

// A Cache keeps what was read from one file for all sessions that read it, so that
// what many queries look at, such as names, is found and decoded once. It is safe for
// concurrent use.
//
// Each place holds one thing, the last that was put there. A node is what it was for
// ever, as ids are never given twice. A quad may be deleted and the list of an index
// grow: these are taken only in the state of the file in which they were read.
type Cache struct {
	entries [cachePlaces]atomic.Pointer[entry]
	lists   [cachePlaces]atomic.Pointer[listed]
}

const (
	cachePlaces = 1 << 17 // of each kind: two megabytes, and some forty once they are taken
	cacheSize   = 256     // bytes of an entry in the file; long texts are not kept
	cacheList   = 64      // bytes of a list in the file
)

// NewCache returns an empty cache for the sessions of one file.
func NewCache() *Cache { return new(Cache) }

// entry returns an entry that a session of the transaction may use, or nil.
func (c *Cache) entry(id uint64, tx int) *entry {
	e := c.entries[id%cachePlaces].Load()
	if e == nil || e.id != id || !e.node && e.tx != tx {
		return nil
	}
	return e
}

func (c *Cache) putEntry(e *entry) {
	if e.size <= cacheSize {
		c.entries[e.id%cachePlaces].Store(e)
	}
}

// listed is the ids in an entry of an index, none where there is no entry.
type listed struct {
	key key
	tx  int
	ids []byte
}

func (c *Cache) list(k *key, tx int) *listed {
	l := c.lists[k.place()].Load()
	if l == nil || l.tx != tx || l.key != *k {
		return nil
	}
	return l
}

// putList keeps a copy: ids lie in the file, and stand there for a session only.
func (c *Cache) putList(k *key, tx int, ids []byte) {
	if len(ids) <= cacheList {
		c.lists[k.place()].Store(&listed{*k, tx, bytes.Clone(ids)})
	}
}

// place spreads keys over the cache: ids that come together differ in the last bits.
func (k *key) place() uint64 {
	const odd = 0x9E3779B97F4A7C15 // of the golden ratio: a usual multiplier for hashes
	h := uint64(k.index)
	for at := 0; at < k.size; at += 8 {
		h = (h ^ binary.BigEndian.Uint64(k.bytes[at:])) * odd
		h ^= h >> 32
	}
	return h % cachePlaces
}
