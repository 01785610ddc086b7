package boltkv

import (
	"bytes"
	"context"
	"errors"
	"slices"

	hkv "github.com/hidal-go/hidalgo/kv"
	"go.etcd.io/bbolt"
)

// Scan goes through the keys of one bucket that begin with a prefix, which is
// how Cayley scans; other scans fail.
func (t transaction) Scan(_ context.Context, opts ...hkv.IteratorOption) hkv.Iterator {
	return hkv.ApplyIteratorOptions(&scan{s: t.s, err: errors.New("scan without a prefix")}, opts)
}

// A scan iterates over the keys of a bucket that begin with prefix: those of the
// file, and those that the session wrote in their place or between them.
type scan struct {
	s      *Session
	name   []byte // of the bucket
	bucket *bucket
	prefix []byte
	cursor *bbolt.Cursor
	began  bool
	stored []byte // where the cursor stands, nil behind the last
	value  []byte // of stored
	dirty  []string
	at     int // in dirty
	key    []byte
	val    []byte
	err    error
}

var _ hkv.PrefixIterator = (*scan)(nil)

// WithPrefix returns the scan of the prefix.
func (it *scan) WithPrefix(prefix hkv.Key) hkv.Iterator {
	b, k, err := it.s.locate(prefix)
	if err == nil && len(k) < headSize && it.s.tx.Writable() {
		err = it.s.flush() // so that the cursor sees what was written
	}
	if err != nil {
		return &scan{s: it.s, err: err}
	}
	return &scan{s: it.s, name: prefix[0], bucket: b, prefix: k, cursor: b.stored.Cursor(), dirty: b.written(k)}
}

// headSize is the length of what the keys of an index begin with, the id of a
// node, by which the session's own keys are found.
const headSize = 8

// written returns the keys of the session's that begin with a prefix, sorted. To
// put them into bbolt's pages instead, for the cursor to find, would take time
// beyond proportion: a page grows without bounds until the transaction ends.
func (b *bucket) written(prefix []byte) []string {
	if len(b.dirty) == 0 || len(prefix) < headSize {
		return nil
	}
	if b.heads == nil {
		b.heads = make(map[string][]string)
		for key := range b.dirty {
			b.head(key)
		}
	}
	var keys []string
	for _, key := range b.heads[string(prefix[:headSize])] {
		if len(key) >= len(prefix) && key[:len(prefix)] == string(prefix) {
			keys = append(keys, key)
		}
	}
	slices.Sort(keys)
	return keys
}

// head notes a key by how it begins.
func (b *bucket) head(key string) {
	h := key[:min(headSize, len(key))]
	b.heads[h] = append(b.heads[h], key)
}

// Next goes to the next key.
func (it *scan) Next(ctx context.Context) bool {
	if it.err != nil {
		return false
	}
	defer it.s.watch(&it.err)
	if !it.began {
		it.began, it.at = true, 0
		it.move(it.cursor.Seek(it.prefix))
	}
	for {
		switch own, ok := it.own(); {
		case ok:
			it.at++
			if string(it.stored) == own {
				it.move(it.cursor.Next())
			}
			it.key, it.val = []byte(own), it.bucket.dirty[own]
			if it.val == nil { // the session deleted it
				continue
			}
			return true
		case it.stored == nil:
			return false
		default:
			it.key, it.val = it.stored, it.value
			it.move(it.cursor.Next())
			return true
		}
	}
}

// own returns the next key of the session's, if it comes before the cursor's or is
// the same.
func (it *scan) own() (key string, ok bool) {
	if it.at == len(it.dirty) {
		return "", false
	}
	key = it.dirty[it.at]
	return key, it.stored == nil || key <= string(it.stored)
}

// move takes what the cursor has come to.
func (it *scan) move(key, val []byte) {
	it.s.touch(key)
	it.s.touch(val)
	if !bytes.HasPrefix(key, it.prefix) {
		key, val = nil, nil
	}
	it.stored, it.value = key, val
}

// Reset goes back to the beginning.
func (it *scan) Reset() { it.began = false }

// Key returns the bucket and the key.
func (it *scan) Key() hkv.Key { return hkv.Key{it.name, it.key} }

// Val returns the value.
func (it *scan) Val() hkv.Value { return it.val }

// Err says why the scan could not begin or go on.
func (it *scan) Err() error { return it.err }

// Close does nothing.
func (it *scan) Close() error { return nil }
