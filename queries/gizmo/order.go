package gizmo

import (
	"slices"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"
)

// order sorts the rows: by the values of the given slots in turn, or by the
// node. Rows that compare equal stay as they came.
type order struct{ slots []int }

type sortable struct {
	kept
	by []quad.Value
}

func (s order) bind(r *run, c *cut, next stage) (stage, error) {
	var rows []sortable
	add := func(n graph.Ref) error {
		k, err := r.keep(n)
		if err != nil {
			return err
		}
		by, err := s.keys(r, n)
		rows = append(rows, sortable{k, by})
		return err
	}
	return stage{row: add, end: func() error {
		slices.SortStableFunc(rows, func(a, b sortable) int {
			return slices.CompareFunc(a.by, b.by, compare)
		})
		for _, row := range rows {
			if err := r.restore(row.kept, next.row); err != nil {
				if err = c.done(err); err != nil {
					return err
				}
				break
			}
		}
		return next.end()
	}}, nil
}

func (s order) keys(r *run, n graph.Ref) ([]quad.Value, error) {
	if len(s.slots) == 0 {
		v, err := r.name(n)
		return []quad.Value{v}, err
	}
	out := make([]quad.Value, len(s.slots))
	for i, slot := range s.slots {
		var err error
		if out[i], err = r.name(r.tags[slot]); err != nil {
			return nil, err
		}
	}
	return out, nil
}

func (order) reversed() (step, bool) { return nil, false }
