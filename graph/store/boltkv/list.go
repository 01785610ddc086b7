package boltkv

import (
	"bytes"
	"context"
	"encoding/binary"
	"fmt"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/kv"
	"github.com/cayleygraph/quad"
	"go.etcd.io/bbolt"
)

// wanted are the ids that a quad must have, 0 for any, in the order of quad.Directions.
type wanted [4]uint64

// terms returns the ids of nodes; ok is false for what is no node of the store.
func terms(nodes [4]graph.Ref) (want wanted, ok bool) {
	for i, n := range nodes {
		if n == nil {
			continue
		}
		id, ok := n.(kv.Int64Value)
		if !ok || id == 0 {
			return want, false
		}
		want[i] = uint64(id)
	}
	return want, true
}

func (w wanted) fits(e *entry) bool {
	for i, id := range w {
		if id != 0 && id != e.nodes[i] {
			return false
		}
	}
	return true
}

// A key is how the keys of an index begin: not at all where no index serves.
type key struct {
	index Index
	bytes [24]byte
	size  int
}

// key returns the key for what is wanted.
func (w wanted) key() (k key) {
	var given int
	k.index, given = choose(w[0] != 0, w[1] != 0, w[2] != 0, w[3] != 0)
	for _, d := range indexes[k.index].Dirs[:given] {
		binary.BigEndian.PutUint64(k.bytes[k.size:], w[d-quad.Subject])
		k.size += 8
	}
	return k
}

// full reports whether the key is that of one entry.
func (k *key) full() bool { return k.size > 0 && k.size == 8*len(indexes[k.index].Dirs) }

// count returns the number of ids in an entry of an index.
func count(ids []byte) (n int64) {
	for _, b := range ids {
		if b < 0x80 { // the last byte of an id
			n++
		}
	}
	return n
}

// A list is a walk over the quads in the entries of an index whose keys begin as key.
type list struct {
	f      *Finder
	key    key
	cursor *bbolt.Cursor // nil before the first entry, and where key is that of one
	ids    []byte        // of the entry that are still to read
	began  bool
}

// next returns the next quad, deleted ones too; nil behind the last.
func (l *list) next() (e *entry, err error) {
	defer l.f.s.watch(&err)
	for {
		for len(l.ids) == 0 {
			if more, err := l.fill(); err != nil || !more {
				return nil, err
			}
		}
		id, n := binary.Uvarint(l.ids)
		if n <= 0 {
			return nil, fmt.Errorf("%w: an entry of index %s", ErrDamaged, indexNames[l.key.index])
		}
		l.ids = l.ids[n:]
		if e, err := l.f.entry(id); err != nil || e != nil {
			return e, err
		}
	}
}

// fill takes the ids of the next entry.
func (l *list) fill() (more bool, err error) {
	var key []byte
	switch {
	case l.cursor != nil:
		key, l.ids = l.cursor.Next()
	case l.began:
		return false, nil
	case l.key.full():
		l.began = true
		l.ids, err = l.f.list(&l.key)
		return l.ids != nil, err
	default:
		b, err := l.f.s.bucket(indexNames[l.key.index])
		if err != nil {
			return false, err
		}
		l.cursor = b.stored.Cursor()
		key, l.ids = l.cursor.Seek(l.key.bytes[:l.key.size])
	}
	return bytes.HasPrefix(key, l.key.bytes[:l.key.size]), nil
}

// log calls yield for every live node, or every live quad, of the log, in order.
func (f *Finder) log(ctx context.Context, nodes bool, step func() error, yield func(*entry) error) error {
	b, err := f.s.bucket("log")
	if err != nil {
		return err
	}
	w := walk{s: f.s, cursor: b.stored.Cursor()}
	for n := 0; ; n++ {
		if n%64 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		more, err := w.next()
		if err != nil || !more {
			return err
		}
		if w.entry.deleted || w.entry.node != nodes {
			continue
		}
		if err := step(); err != nil {
			return err
		}
		if err := yield(&w.entry); err != nil {
			return err
		}
	}
}

// A walk goes through the log.
type walk struct {
	s      *Session
	cursor *bbolt.Cursor
	last   uint64 // id
	entry  entry
}

func (w *walk) next() (ok bool, err error) {
	defer w.s.watch(&err)
	step := w.cursor.Next
	if w.last == 0 {
		step = w.cursor.First
	}
	key, val := step()
	if key == nil {
		return false, nil
	}
	if len(key) != 8 || binary.BigEndian.Uint64(key) <= w.last {
		return false, fmt.Errorf("%w: keys of the log out of order", ErrDamaged)
	}
	w.last = binary.BigEndian.Uint64(key)
	return true, w.entry.decode(w.last, val)
}
