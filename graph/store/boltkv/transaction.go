package boltkv

import (
	"context"

	hkv "github.com/hidal-go/hidalgo/kv"
)

// transaction is what Cayley sees of a session. To commit or to close it does
// nothing: the session decides when.
type transaction struct{ s *Session }

var _ hkv.Tx = transaction{}

func (t transaction) Commit(context.Context) error { return nil }

func (t transaction) Close() error { return nil }

func (t transaction) Get(_ context.Context, key hkv.Key) (_ hkv.Value, err error) {
	defer t.s.watch(&err)
	b, k, err := t.s.locate(key)
	if err != nil {
		return nil, err
	}
	val := t.s.get(b, k)
	if val == nil {
		return nil, hkv.ErrNotFound
	}
	return val, nil
}

// GetBatch looks at the context, as Cayley does not: it reads all quads in
// batches up to the last id, which a damaged file may say is far away.
func (t transaction) GetBatch(ctx context.Context, keys []hkv.Key) (_ []hkv.Value, err error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	defer t.s.watch(&err)
	lookup := isLookup(keys)
	vals := make([]hkv.Value, len(keys))
	for i, key := range keys {
		if lookup {
			key = keys[ObjectPredicateSubject]
		}
		b, k, err := t.s.locate(key)
		if err != nil {
			return nil, err
		}
		vals[i] = t.s.get(b, k)
	}
	return vals, nil
}

// isLookup reports whether Cayley looks for one quad, to see whether it is
// there: it asks for the quad's list in every index, takes the quads that are
// in all lists, and compares each. The list by object, predicate and subject
// alone leads to the same end. It is short, where others hold a good part of
// the store (all mentions, by object and predicate of their type), so that a
// delete would take the longer the more there is.
func isLookup(keys []hkv.Key) bool {
	if len(keys) != len(indexNames) {
		return false
	}
	for i, key := range keys {
		if len(key) != 2 || string(key[0]) != indexNames[i] {
			return false
		}
	}
	return true
}

func (t transaction) Put(_ context.Context, key hkv.Key, val hkv.Value) error {
	if !t.s.tx.Writable() {
		return hkv.ErrReadOnly
	}
	b, k, err := t.s.locate(key)
	if err != nil {
		return err
	}
	if val == nil {
		val = hkv.Value{}
	}
	b.set(k, val)
	return nil
}

func (t transaction) Del(_ context.Context, key hkv.Key) error {
	if !t.s.tx.Writable() {
		return hkv.ErrReadOnly
	}
	b, k, err := t.s.locate(key)
	if err != nil {
		return err
	}
	b.set(k, nil)
	return nil
}
