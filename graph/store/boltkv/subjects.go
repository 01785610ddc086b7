package boltkv

import (
	"context"
	"encoding/binary"
	"fmt"

	"github.com/cayleygraph/cayley/graph/kv"
	"github.com/cayleygraph/quad"
)

// Subjects calls yield for every term that is the subject of a quad, once each,
// in no order that means anything, until yield returns an error, which Subjects
// returns. It goes from key to key of an index and keeps nothing. A subject whose
// quads were all deleted may be among them as long as other quads name it.
func (s *Session) Subjects(ctx context.Context, qs *kv.QuadStore, yield func(quad.Value) error) error {
	var id uint64
	for n := 0; ; n++ {
		if n%64 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		name, next, err := s.subject(qs, id+1)
		if err != nil {
			return unreadable(ctx, err)
		}
		if next == 0 {
			return nil
		}
		if id = next; name == nil {
			continue // deleted
		}
		if err := yield(name); err != nil {
			return err
		}
	}
}

// subject returns the first subject from an id on, and its id; 0 stands for none.
func (s *Session) subject(qs *kv.QuadStore, from uint64) (name quad.Value, id uint64, err error) {
	defer s.watch(&err)
	index, err := s.bucket(indexNames[SubjectPredicate])
	if err != nil {
		return nil, 0, err
	}
	key, _ := index.stored.Cursor().Seek(binary.BigEndian.AppendUint64(nil, from))
	s.touch(key)
	if len(key) < 8 {
		return nil, 0, nil
	}
	if id = binary.BigEndian.Uint64(key); id < from {
		return nil, 0, fmt.Errorf("%w: keys out of order", ErrDamaged)
	}
	log, err := s.bucket("log")
	if err != nil {
		return nil, 0, err
	}
	if s.get(log, key[:8]) == nil {
		return nil, id, nil
	}
	name, err = qs.NameOf(kv.Int64Value(id))
	return name, id, err
}
