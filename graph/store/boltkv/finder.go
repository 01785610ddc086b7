package boltkv

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/kv"
	"github.com/cayleygraph/cayley/graph/proto"
	"github.com/cayleygraph/cayley/graph/refs"
	"github.com/cayleygraph/quad"
	"github.com/cayleygraph/quad/pquads"
	"go.etcd.io/bbolt"
)

// A Finder finds nodes and quads in the buckets of a reading session, without the
// shapes, iterators, transactions and batches that Cayley puts between a query and
// a key: a look-up costs a fraction. Nodes are the same [kv.Int64Value] as those of
// the session's quad store, quads the same *proto.Primitive, but that a quad is good
// only until the function that it was given to returns.
//
// What cannot be read is [ErrDamaged].
type Finder struct {
	s       *Session
	cursors map[string]*bbolt.Cursor // for single keys, by bucket
	quads   uint64                   // in the file
}

// errWriting: what a session wrote stands where a Finder does not look.
var errWriting = errors.New("a finder is for a session that reads")

// Finder returns a finder in the session.
func (s *Session) Finder() (*Finder, error) {
	if s.tx.Writable() {
		return nil, errWriting
	}
	return &Finder{s: s, cursors: map[string]*bbolt.Cursor{}}, nil
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
	var p proto.Primitive
	if there, err := f.entry(uint64(id), &p); err != nil || !there {
		return nil, err
	}
	v, err := pquads.UnmarshalValue(p.Value)
	if err != nil {
		return nil, fmt.Errorf("%w: the value of node %d: %w", ErrDamaged, id, err)
	}
	return v, nil
}

// QuadDirection returns the node of a quad in a direction, nil for no label.
func (f *Finder) QuadDirection(q graph.Ref, d quad.Direction) (graph.Ref, error) {
	p, ok := q.(*proto.Primitive)
	if !ok {
		return nil, fmt.Errorf("%T is no quad of this store", q)
	}
	id := p.GetDirection(d)
	if id == 0 {
		return nil, nil
	}
	return kv.Int64Value(id), nil
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
	index, key := want.index()
	if len(key) == 0 {
		return f.log(ctx, false, step, func(p *proto.Primitive) error {
			if !want.fits(p) {
				return nil
			}
			return yield(p)
		})
	}
	l := list{f: f, index: index, key: key}
	for {
		more, err := l.next()
		if err != nil || !more {
			return err
		}
		if err := step(); err != nil {
			return err
		}
		if l.quad.Deleted || l.quad.IsNode() || !want.fits(&l.quad) {
			continue
		}
		if err := yield(&l.quad); err != nil {
			return err
		}
	}
}

// Nodes calls yield for every node, in the order in which they came into the store;
// otherwise it is as Quads.
func (f *Finder) Nodes(ctx context.Context, step func() error, yield func(graph.Ref) error) error {
	return f.log(ctx, true, step, func(p *proto.Primitive) error { return yield(kv.Int64Value(p.ID)) })
}

// Size estimates how many quads have the given nodes, without reading them.
func (f *Finder) Size(nodes [4]graph.Ref) (n int64, err error) {
	want, ok := terms(nodes)
	if !ok {
		return 0, nil
	}
	defer f.s.watch(&err)
	index, key := want.index()
	if len(key) == keySize(index) {
		val, err := f.get(indexNames[index], key)
		return count(val), err
	}
	_, all := f.s.Counters()
	if len(key) == 0 {
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

// entry reads an entry of the log; there is none where it was deleted for good.
func (f *Finder) entry(id uint64, p *proto.Primitive) (there bool, err error) {
	var key [8]byte
	binary.BigEndian.PutUint64(key[:], id)
	val, err := f.get("log", key[:])
	if err != nil || val == nil {
		return false, err
	}
	return true, decode(val, p)
}
