// Package boltkv runs Cayley's key-value quad store on one bbolt transaction.
//
// Cayley opens a transaction for every look-up. A query then sees the store
// change under it, and its nested transactions can wait for each other for
// ever while the file grows. A [Session] is one bbolt transaction that gives
// itself to Cayley as a whole database:
//
//	s, err := boltkv.Begin(db, false)
//	defer s.Close()
//	qs, err := s.QuadStore() // one consistent view of the graph
//
// What must be fast asks for a [Finder] instead, which reads the same buckets without
// Cayley's layers, with a [Cache] for all sessions of a file.
//
// A writing session takes several ApplyDeltas and makes them lasting together
// by [Session.Commit]. Until then all writes are held in memory, and then put
// into the file in the order of their keys, which is several times faster than
// the order in which Cayley makes them.
//
// The file is in Cayley's format (data version 2) but for one thing: the nodes
// by hash stand in two buckets, v and n, where Cayley makes two for each of the
// 65,536 beginnings of a hash.
package boltkv

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"runtime/debug"
	"slices"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/kv"
	"github.com/cayleygraph/quad"
	hkv "github.com/hidal-go/hidalgo/kv"
	"go.etcd.io/bbolt"
	bbolterrors "go.etcd.io/bbolt/errors"
)

// A Session is a database for Cayley that lives in one bbolt transaction. It
// is for one goroutine.
type Session struct {
	tx      *bbolt.Tx
	buckets map[string]*bucket
	damage  error // that was met in the file
	touched byte  // see touch
	faults  bool  // whether faults were panics before the session
}

// A bucket is a bbolt bucket and what the session wrote to it.
type bucket struct {
	stored *bbolt.Bucket
	dirty  map[string][]byte   // nil for a key that was deleted
	heads  map[string][]string // keys of dirty by how they begin; nil before a scan
}

// Begin starts a session. A writing one waits until the one before it ends.
// It must be closed by the goroutine that began it.
func Begin(db *bbolt.DB, writable bool) (*Session, error) {
	tx, err := db.Begin(writable)
	if err != nil {
		return nil, err
	}
	s := &Session{tx: tx, buckets: map[string]*bucket{}}
	s.faults = debug.SetPanicOnFault(true) // a page behind the end of the file is damage
	if err := s.prepare(); err != nil {
		return nil, errors.Join(err, s.Close())
	}
	return s, nil
}

// prepare looks for the buckets: for all of them before anything is written, and
// otherwise for one that tells whether the file is a store.
func (s *Session) prepare() (err error) {
	defer s.watch(&err)
	if !s.tx.Writable() {
		_, err := s.bucket("meta")
		return err
	}
	for _, name := range bucketNames() {
		if _, err := s.bucket(name); err != nil {
			return err
		}
	}
	// Ids only grow: pages of the log are never inserted into.
	s.buckets["log"].stored.FillPercent = 0.95
	return nil
}

// bucket returns a bucket of the file.
func (s *Session) bucket(name string) (*bucket, error) {
	if b := s.buckets[name]; b != nil {
		return b, nil
	}
	stored := s.tx.Bucket([]byte(name))
	if stored == nil {
		return nil, fmt.Errorf("%w: no bucket %q", ErrDamaged, name)
	}
	b := &bucket{stored: stored}
	s.buckets[name] = b
	return b, nil
}

// QuadStore returns Cayley's quad store within the session. It caches what it
// reads: after a failed write it must not be used any more.
func (s *Session) QuadStore() (_ *kv.QuadStore, err error) {
	defer s.watch(&err)
	qs, err := kv.New(database{s}, graph.Options{kv.OptNoBloom: true})
	if err != nil {
		return nil, err
	}
	return qs.(*kv.QuadStore), nil
}

// Apply adds and removes quads, one after the other: in one batch, an added
// quad loses the terms that more removed quads than added ones use. What is
// added must not be there and what is removed must, as far as the session has
// read: where Cayley finds it otherwise, the file contradicts itself.
func (s *Session) Apply(added, removed []quad.Quad) (err error) {
	qs, err := s.QuadStore()
	if err != nil {
		return err
	}
	defer s.watch(&err)
	for _, part := range []struct {
		quads  []quad.Quad
		action graph.Procedure
	}{{added, graph.Add}, {removed, graph.Delete}} {
		if len(part.quads) == 0 {
			continue
		}
		deltas := make([]graph.Delta, len(part.quads))
		for i, q := range part.quads {
			deltas[i] = graph.Delta{Quad: q, Action: part.action}
		}
		if err := qs.ApplyDeltas(deltas, graph.IgnoreOpts{}); err != nil {
			return fmt.Errorf("%w: %w", ErrDamaged, err)
		}
	}
	return nil
}

// Commit makes all writes of the session lasting and ends it. After an error
// the file is as it was before the session.
func (s *Session) Commit() (err error) {
	if err := s.flush(); err != nil {
		return errors.Join(err, s.tx.Rollback())
	}
	defer s.watch(&err)
	return s.tx.Commit()
}

// Close ends the session; what was not committed is forgotten.
func (s *Session) Close() error {
	debug.SetPanicOnFault(s.faults)
	if err := s.tx.Rollback(); err != nil && !errors.Is(err, bbolterrors.ErrTxClosed) {
		return err
	}
	return nil
}

// flush puts what was written into bbolt's pages, in the order of keys.
func (s *Session) flush() (err error) {
	defer s.watch(&err)
	for _, b := range s.buckets {
		for _, key := range slices.Sorted(maps.Keys(b.dirty)) {
			if val := b.dirty[key]; val != nil {
				err = b.stored.Put([]byte(key), val)
			} else {
				err = b.stored.Delete([]byte(key))
			}
			if err != nil {
				return fmt.Errorf("%w: key %q: %w", ErrDamaged, key, err)
			}
		}
		b.dirty, b.heads = nil, nil
	}
	return nil
}

// locate finds the bucket of a key and the key within it.
func (s *Session) locate(key hkv.Key) (*bucket, []byte, error) {
	if len(key) != 2 || len(key[0]) == 0 {
		return nil, nil, fmt.Errorf("key %q: not of the form bucket, key", key)
	}
	name := string(key[0])
	if len(name) == 3 && (name[0] == 'v' || name[0] == 'n') {
		name = name[:1] // the two bytes behind it begin the key as well
	}
	b, err := s.bucket(name)
	return b, key[1], err
}

func (s *Session) get(b *bucket, key []byte) []byte {
	if val, ok := b.dirty[string(key)]; ok {
		return val
	}
	val := b.stored.Get(key)
	s.touch(val)
	return val
}

func (b *bucket) set(key, val []byte) {
	if b.dirty == nil {
		b.dirty = map[string][]byte{}
	}
	if _, there := b.dirty[string(key)]; !there && b.heads != nil {
		b.head(string(key))
	}
	b.dirty[string(key)] = val
}

// database gives a session to Cayley as a database whose transactions are all
// the same one.
type database struct{ *Session }

var _ hkv.KV = database{}

// Close does nothing: the session has its own.
func (d database) Close() error { return nil }

// Tx returns the one transaction.
func (d database) Tx(_ context.Context, rw bool) (hkv.Tx, error) {
	if rw && !d.tx.Writable() {
		return nil, hkv.ErrReadOnly
	}
	return transaction{d.Session}, nil
}

// View calls fn with the one transaction.
func (d database) View(_ context.Context, fn func(hkv.Tx) error) error {
	return fn(transaction{d.Session})
}

// Update calls fn with the one transaction.
func (d database) Update(ctx context.Context, fn func(hkv.Tx) error) error {
	tx, err := d.Tx(ctx, true)
	if err != nil {
		return err
	}
	return fn(tx)
}
