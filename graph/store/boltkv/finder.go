package boltkv

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/kv"
	"github.com/cayleygraph/cayley/graph/refs"
	"github.com/cayleygraph/quad"
	"go.etcd.io/bbolt"
)

// A Finder finds nodes and quads in the buckets of a reading session, without the
// shapes, iterators, transactions and batches that Cayley puts between a query and
// a key: a look-up costs a fraction. Nodes are the same [kv.Int64Value] as those of
// the session's quad store. A quad is good only until the function that it was given
// to returns. What cannot be read is [ErrDamaged].
type Finder struct {
	s       *Session
	cache   *Cache
	tx      int                      // of the session
	cursors map[string]*bbolt.Cursor // for single keys, by bucket
}

// errWriting: what a session wrote stands where a Finder does not look.
var errWriting = errors.New("a finder is for a session that reads")

// Finder returns a finder in the session, with the cache for the session's file.
func (s *Session) Finder(c *Cache) (*Finder, error) {
	if s.tx.Writable() {
		return nil, errWriting
	}
	return &Finder{s: s, cache: c, tx: s.tx.ID(), cursors: map[string]*bbolt.Cursor{}}, nil
}

// ValueOf returns the node of a value, nil where the store has none.
func (f *Finder) ValueOf(v quad.Value) (_ graph.Ref, err error) {
	if v == nil {
		return nil, nil
	}
	defer f.s.watch(&err)
	hash := refs.HashOf(v)
	val, err := f.get("v", hash[:])
	if err != nil {
		return nil, err
	}
	id, _ := binary.Uvarint(val)
	if id == 0 {
		return nil, nil
	}
	return kv.Int64Value(id), nil
}

// NameOf returns the value of a node, nil where the store has none.
func (f *Finder) NameOf(n graph.Ref) (_ quad.Value, err error) {
	id, ok := n.(kv.Int64Value)
	if !ok {
		return nil, fmt.Errorf("%T is no node of this store", n)
	}
	defer f.s.watch(&err)
	e, err := f.entry(uint64(id))
	if e == nil || err != nil {
		return nil, err
	}
	return e.value, nil
}

// QuadDirection returns the node of a quad in a direction, nil for no label.
func (f *Finder) QuadDirection(q graph.Ref, d quad.Direction) (graph.Ref, error) {
	e, ok := q.(*entry)
	if !ok || d < quad.Subject || d > quad.Label {
		return nil, fmt.Errorf("%T is no quad of this store, or %v no direction", q, d)
	}
	return e.ref(int(d - quad.Subject)), nil
}

// Quads calls yield for every quad that has the given nodes, in the order of
// [quad.Directions], nil standing for any, until yield returns an error, which Quads
// returns. It calls step before each quad that it reads, whether it fits or not, and
// ends with the error that step returns.
func (f *Finder) Quads(ctx context.Context, nodes [4]graph.Ref, step func() error, yield func(graph.Ref) error) error {
	want, ok := terms(nodes)
	if !ok {
		return nil
	}
	key := want.key()
	if key.size == 0 {
		return f.log(ctx, false, step, func(e *entry) error {
			if !want.fits(e) {
				return nil
			}
			return yield(e)
		})
	}
	l := list{f: f, key: key}
	for {
		e, err := l.next()
		if e == nil || err != nil {
			return err
		}
		if err := step(); err != nil {
			return err
		}
		if e.deleted || e.node || !want.fits(e) {
			continue
		}
		if err := yield(e); err != nil {
			return err
		}
	}
}

// Nodes calls yield for every node, in the order in which they came into the store;
// otherwise it is as Quads.
func (f *Finder) Nodes(ctx context.Context, step func() error, yield func(graph.Ref) error) error {
	return f.log(ctx, true, step, func(e *entry) error { return yield(kv.Int64Value(e.id)) })
}

// Size estimates how many quads have the given nodes, without reading them.
func (f *Finder) Size(nodes [4]graph.Ref) (n int64, err error) {
	want, ok := terms(nodes)
	if !ok {
		return 0, nil
	}
	defer f.s.watch(&err)
	key := want.key()
	if key.full() {
		ids, err := f.list(&key)
		return count(ids), err
	}
	_, all := f.s.Counters()
	if key.size == 0 {
		return int64(all), nil
	}
	return 1 + int64(all)/2, nil // as Cayley guesses
}

// get returns the value of a key, nil where there is none.
func (f *Finder) get(bucket string, key []byte) ([]byte, error) {
	c := f.cursors[bucket]
	if c == nil {
		b, err := f.s.bucket(bucket)
		if err != nil {
			return nil, err
		}
		c = b.stored.Cursor()
		f.cursors[bucket] = c
	}
	k, val := c.Seek(key)
	if string(k) != string(key) {
		return nil, nil
	}
	return val, nil
}

// list returns the ids in the one entry of an index that has the key.
func (f *Finder) list(k *key) ([]byte, error) {
	if l := f.cache.list(k, f.tx); l != nil {
		return l.ids, nil
	}
	ids, err := f.get(indexNames[k.index], k.bytes[:k.size])
	if err == nil {
		f.cache.putList(k, f.tx, ids)
	}
	return ids, err
}

// entry returns an entry of the log, nil where it was deleted for good.
func (f *Finder) entry(id uint64) (*entry, error) {
	if e := f.cache.entry(id, f.tx); e != nil {
		return e, nil
	}
	var key [8]byte
	binary.BigEndian.PutUint64(key[:], id)
	val, err := f.get("log", key[:])
	if err != nil || val == nil {
		return nil, err
	}
	e := new(entry)
	if err := e.decode(id, val); err != nil {
		return nil, err
	}
	if err := e.decodeValue(); err != nil {
		return nil, err
	}
	e.tx = f.tx
	for i := range e.refs {
		e.refs[i] = e.ref(i)
	}
	f.cache.putEntry(e)
	return e, nil
}
