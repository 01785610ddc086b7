package queries

import (
	"context"
	"fmt"

	"rapporteur/queries/gizmo"
	"rapporteur/queries/table"
)

// A Runner answers Gizmo programs. It may lower the limits it is asked for.
type Runner interface {
	Run(ctx context.Context, p *gizmo.Program, lim gizmo.Limits) (*gizmo.Result, error)
}

// What a named query may use: more than an ad-hoc one, as rows are grouped only
// after they are read, and what is cut could not be counted.
const (
	maxSteps = 50_000_000
	maxRows  = 500_000
	maxBytes = 512 << 20
)

// Run asks a query. Args are by name of parameter; an empty one counts as not
// given. The error is an [*ArgumentError] where an argument is wrong.
func Run(ctx context.Context, runner Runner, names Names, q *Query, args map[string]string) (*table.Table, error) {
	b, err := q.bind(names, args)
	if err != nil {
		return nil, err
	}
	program, err := gizmo.Compile(q.source, b.values)
	if err != nil {
		return nil, fmt.Errorf("query %s: %w", q.Name, err)
	}
	result, err := runner.Run(ctx, program, gizmo.Limits{Steps: maxSteps, Rows: maxRows, Bytes: maxBytes})
	if err != nil {
		return nil, fmt.Errorf("query %s: %w", q.Name, err)
	}
	t := &table.Table{Query: q.Name, Title: q.Title, Truncated: result.Truncated}
	v := viewer{schema: q.schema, names: names}
	g := newGrouping(q)
	for _, row := range result.Rows {
		if cells := v.row(q.Columns, row); v.fits(q.Columns, cells) && passes(b.filters, cells) {
			g.add(cells, row)
		}
	}
	t.Columns, t.Rows = q.shown(g.rows())
	return t, nil
}

// shown leaves the hidden columns out.
func (q *Query) shown(rows [][]table.Cell) ([]table.Column, [][]table.Cell) {
	var columns []table.Column
	var keep []int
	for i, c := range q.Columns {
		if !c.Hidden {
			columns = append(columns, c.Column)
			keep = append(keep, i)
		}
	}
	for i, row := range rows {
		cells := make([]table.Cell, len(keep))
		for j, k := range keep {
			cells[j] = row[k]
		}
		rows[i] = cells
	}
	return columns, rows
}

func passes(filters []filter, row []table.Cell) bool {
	for _, f := range filters {
		if !f.passes(row) {
			return false
		}
	}
	return true
}
