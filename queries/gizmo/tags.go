package gizmo

import (
	"fmt"

	"github.com/cayleygraph/cayley/graph"
)

// bound is a tag's value before the current one.
type bound struct {
	slot int
	node graph.Ref
}

// set sets tags of the current row until it is reset to the mark that set returns.
func (r *run) set(slots []int, n graph.Ref) (mark int) {
	mark = len(r.undo)
	for _, s := range slots {
		r.undo = append(r.undo, bound{s, r.tags[s]})
		r.tags[s] = n
	}
	return mark
}

// reset undoes what was set since mark.
func (r *run) reset(mark int) {
	for i := len(r.undo) - 1; i >= mark; i-- {
		r.tags[r.undo[i].slot] = r.undo[i].node
	}
	r.undo = r.undo[:mark]
}

// A kept row is a row that is set aside: its node and its tags.
type kept struct {
	node graph.Ref
	tags []graph.Ref
}

// keep sets the current row aside.
func (r *run) keep(n graph.Ref) (kept, error) {
	err := r.hold(entryBytes + refBytes*int64(len(r.tags)))
	return kept{n, append([]graph.Ref(nil), r.tags...)}, err
}

// restore makes k the current row while fn runs.
func (r *run) restore(k kept, fn func(graph.Ref) error) error {
	tags := r.tags
	r.tags = k.tags // what fn sets it resets
	err := fn(k.node)
	r.tags = tags
	return err
}

// apart runs fn with no tag set, as another path's beginning.
func (r *run) apart(fn func() error) error {
	tags := r.tags
	r.tags = make([]graph.Ref, len(tags))
	err := fn()
	r.tags = tags
	return err
}

// tagKey tells rows apart by their tags.
func (r *run) tagKey() string {
	keys := make([]any, len(r.tags))
	for i, t := range r.tags {
		keys[i] = r.graph.key(t)
	}
	return fmt.Sprintf("%#v", keys)
}
