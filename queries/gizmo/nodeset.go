package gizmo

import (
	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"
)

// A nodeSet is a set of nodes that a query gives: predicates to follow, labels to
// stay within, goals to have. A nil *nodeSet is every node.
type nodeSet struct {
	values []quad.Value
	path   *chain // instead of values: where the path ends
	any    bool   // every node, said on purpose
}

// members is a nodeSet in one store.
type members struct {
	any  bool
	list []graph.Ref // distinct, in order
	has  map[any]bool
}

// members looks a set up, once in a run.
func (r *run) members(s *nodeSet) (members, error) {
	if s == nil || s.any {
		return members{any: true}, nil
	}
	if m, ok := r.sets[s]; ok {
		return m, nil
	}
	m, err := r.lookUp(s)
	if err == nil {
		r.sets[s] = m
	}
	return m, err
}

func (r *run) lookUp(s *nodeSet) (members, error) {
	var list []graph.Ref
	if s.path != nil {
		t, err := r.table(s.path)
		if err != nil {
			return members{}, err
		}
		list = t.order
	} else {
		var err error
		if list, err = r.nodesOf(s.values); err != nil {
			return members{}, err
		}
	}
	m := members{has: make(map[any]bool, len(list))}
	for _, n := range list {
		if key := r.graph.key(n); !m.has[key] {
			m.has[key] = true
			m.list = append(m.list, n)
		}
	}
	return m, nil
}

// contains reports whether n, which may be nil, is a member.
func (m members) contains(r *run, n graph.Ref) bool {
	return m.any || n != nil && m.has[r.graph.key(n)]
}

// terms returns what to put into a pattern, one after the other: the members, or nil
// for any node.
func (m members) terms() []graph.Ref {
	if m.any {
		return []graph.Ref{nil}
	}
	return m.list
}

// A table holds the rows of a path by the node where they end.
type table struct {
	rows  map[any][]kept
	order []graph.Ref // the nodes, each once, as they came
}

// table runs a path from its beginning, once in a run.
func (r *run) table(c *chain) (*table, error) {
	if t, ok := r.tables[c]; ok {
		return t, nil
	}
	t := &table{rows: map[any][]kept{}}
	err := r.apart(func() error {
		return c.each(r, func(n graph.Ref) error {
			k, err := r.keep(n)
			if err != nil {
				return err
			}
			key := r.graph.key(n)
			if t.rows[key] == nil {
				t.order = append(t.order, n)
			}
			t.rows[key] = append(t.rows[key], k)
			return nil
		})
	})
	if err != nil {
		return nil, err
	}
	r.tables[c] = t
	return t, nil
}
