package boltkv

import (
	"context"
	"errors"
	"fmt"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/iterator"
	"github.com/cayleygraph/cayley/graph/kv"
	"github.com/cayleygraph/quad"
)

// maxNames bounds the memory for names that a [Reader] has seen.
const maxNames = 1 << 16

// A Reader reads quads of a session, each name from the file once.
type Reader struct {
	qs    *kv.QuadStore
	names map[kv.Int64Value]quad.Value
}

// NewReader returns a reader of the session's quad store.
func NewReader(qs *kv.QuadStore) *Reader {
	return &Reader{qs: qs, names: map[kv.Int64Value]quad.Value{}}
}

// Match calls yield for every live quad that has the pattern's terms, where
// nil stands for any, until yield returns an error, which Match returns. It
// uses the best index for the terms given. What cannot be read is ErrDamaged.
func (r *Reader) Match(ctx context.Context, pattern quad.Quad, yield func(quad.Quad) error) error {
	it, ok, err := r.shape(pattern)
	if err != nil {
		return unreadable(ctx, err)
	}
	if !ok {
		return nil
	}
	scan := it.Iterate()
	defer scan.Close()
	for n := 0; ; n++ {
		if n%64 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		q, ok, err := r.next(ctx, scan)
		if err != nil {
			return unreadable(ctx, err)
		}
		if !ok {
			return nil
		}
		if !matches(q, pattern) {
			continue
		}
		if err := yield(q); err != nil {
			return err
		}
	}
}

// next returns the next quad of a scan; ok is false behind the last.
func (r *Reader) next(ctx context.Context, scan iterator.Scanner) (q quad.Quad, ok bool, err error) {
	defer catch(&err)
	if !scan.Next(ctx) {
		return q, false, scan.Err()
	}
	q, err = r.quad(scan.Result())
	return q, true, err
}

// unreadable is the error of a read: that of the context, or damage.
func unreadable(ctx context.Context, err error) error {
	switch {
	case err == nil, errors.Is(err, ErrDamaged):
		return err
	case ctx.Err() != nil:
		return ctx.Err()
	}
	return fmt.Errorf("%w: %w", ErrDamaged, err)
}

// shape chooses the index; ok is false where a term is not in the store.
func (r *Reader) shape(pattern quad.Quad) (_ iterator.Shape, ok bool, err error) {
	defer catch(&err)
	index, given := choose(pattern.Subject != nil, pattern.Predicate != nil, pattern.Object != nil, pattern.Label != nil)
	if given == 0 {
		return r.qs.QuadsAllIterator(), true, nil
	}
	scan := kv.IndexScan{Index: indexes[index]}
	for _, d := range indexes[index].Dirs[:given] {
		ref, err := r.qs.ValueOf(pattern.Get(d))
		if err != nil || ref == nil {
			return nil, false, err
		}
		scan.Values = append(scan.Values, uint64(ref.(kv.Int64Value)))
	}
	return scan.BuildIterator(r.qs), true, nil
}

// choose returns the index for quads with the given terms, and how many of its
// directions are given, from the first on: none where no index serves.
func choose(s, p, o, l bool) (index Index, given int) {
	switch {
	case s && p && o:
		return ObjectPredicateSubject, 3
	case s && p:
		return SubjectPredicate, 2
	case o && p:
		return ObjectPredicate, 2
	case l:
		return Label, 1
	case s:
		return SubjectPredicate, 1
	case o:
		return ObjectPredicate, 1
	}
	return 0, 0
}

func matches(q, pattern quad.Quad) bool {
	for _, d := range quad.Directions {
		if want := pattern.Get(d); want != nil && q.Get(d) != want {
			return false
		}
	}
	return true
}

// quad names the four terms of a quad.
func (r *Reader) quad(ref graph.Ref) (q quad.Quad, err error) {
	for _, d := range quad.Directions {
		term, err := r.qs.QuadDirection(ref, d)
		if err != nil {
			return q, err
		}
		id, ok := term.(kv.Int64Value)
		if !ok {
			return q, fmt.Errorf("a quad without %s", d)
		}
		name, ok := r.names[id]
		if !ok {
			if name, err = r.qs.NameOf(id); err != nil {
				return q, err
			}
			if name == nil {
				return q, fmt.Errorf("node %d has no name", id)
			}
			if len(r.names) >= maxNames {
				clear(r.names)
			}
			r.names[id] = name
		}
		q.Set(d, name)
	}
	return q, nil
}
