package queries

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"rapporteur/queries/table"
)

// ErrNoColumn says that an answer has no column of a name.
var ErrNoColumn = errors.New("there is no such column")

// Arrange sorts an answer of the query by columns, "-" before a name for
// descending. Rows that agree in them stay in the order that the query gives
// them, and what is not stated comes last in either direction. The error is
// [ErrNoColumn].
func (q *Query) Arrange(t *table.Table, by []string) error {
	o := q.ordering()
	for _, s := range by {
		name, descending := strings.CutPrefix(s, "-")
		at, err := column(t, name)
		if err != nil {
			return err
		}
		o.keys = append(o.keys, sortKey{at, descending})
	}
	slices.SortStableFunc(t.Rows, o.rows)
	return nil
}

// Choose keeps the columns of these names, in their order, and drops the others.
// Rows that have become the same stay. The error is [ErrNoColumn].
func Choose(t *table.Table, names []string) error {
	columns, places := make([]table.Column, len(names)), make([]int, len(names))
	for i, name := range names {
		at, err := column(t, name)
		if err != nil {
			return err
		}
		columns[i], places[i] = t.Columns[at], at
	}
	rows := make([][]table.Cell, len(t.Rows))
	for i, row := range t.Rows {
		rows[i] = make([]table.Cell, len(places))
		for j, at := range places {
			rows[i][j] = row[at]
		}
	}
	t.Columns, t.Rows = columns, rows
	return nil
}

func column(t *table.Table, name string) (int, error) {
	known := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		if c.Name == name {
			return i, nil
		}
		known[i] = c.Name
	}
	return 0, fmt.Errorf("%w as %q; there are %s", ErrNoColumn, name, strings.Join(known, ", "))
}
