package cache

import "container/list"

// A recent keeps values by key up to a weight in all: when room is needed, what
// nobody has asked for longest goes. It is not safe for concurrent use.
type recent[V any] struct {
	most, held int64      // weight
	order      *list.List // of entry[V], the one asked for last in front
	byKey      map[string]*list.Element
}

type entry[V any] struct {
	key    string
	value  V
	weight int64
}

func newRecent[V any](most int64) *recent[V] {
	return &recent[V]{most: most, order: list.New(), byKey: map[string]*list.Element{}}
}

// get returns the value of a key, which now is the one asked for last.
func (r *recent[V]) get(key string) (value V, ok bool) {
	at, ok := r.byKey[key]
	if !ok {
		return value, false
	}
	r.order.MoveToFront(at)
	return at.Value.(entry[V]).value, true
}

// has reports whether a key is there and leaves its place in the order.
func (r *recent[V]) has(key string) bool {
	_, ok := r.byKey[key]
	return ok
}

// put keeps a value, instead of the one that the key had.
func (r *recent[V]) put(key string, value V, weight int64) {
	r.remove(key)
	r.byKey[key] = r.order.PushFront(entry[V]{key, value, weight})
	r.held += weight
	for r.held > r.most {
		r.remove(r.order.Back().Value.(entry[V]).key)
	}
}

func (r *recent[V]) remove(key string) {
	at, ok := r.byKey[key]
	if !ok {
		return
	}
	delete(r.byKey, key)
	r.held -= r.order.Remove(at).(entry[V]).weight
}
