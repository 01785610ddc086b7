package queries

import (
	"slices"
	"strconv"
	"strings"

	"github.com/cayleygraph/quad"

	"rapporteur/queries/gizmo"
	"rapporteur/queries/table"
)

// A grouping makes one row of all that agree in the plain columns: it gathers
// the items of columns of many and counts what columns of counts ask for.
type grouping struct {
	query  *Query
	groups map[string]*group
}

type group struct {
	cells   []table.Cell
	seen    []map[quad.Value]bool // of columns of many
	counted []map[quad.Value]bool // of columns that count
}

func newGrouping(q *Query) *grouping {
	return &grouping{query: q, groups: map[string]*group{}}
}

func (g *grouping) add(cells []table.Cell, row gizmo.Row) {
	key := g.key(cells)
	one := g.groups[key]
	if one == nil {
		n := len(cells)
		one = &group{slices.Clone(cells), make([]map[quad.Value]bool, n), make([]map[quad.Value]bool, n)}
		for i, c := range g.query.Columns {
			one.seen[i], one.counted[i] = map[quad.Value]bool{}, map[quad.Value]bool{}
			if c.Many {
				one.cells[i] = nil
			}
		}
		g.groups[key] = one
	}
	for i, c := range g.query.Columns {
		if value := row[c.count]; c.count != "" && value != nil {
			one.counted[i][value] = true
		}
		if c.Many && len(cells[i]) > 0 && !one.seen[i][cells[i][0].Value] {
			one.seen[i][cells[i][0].Value] = true
			one.cells[i] = append(one.cells[i], cells[i]...)
		}
	}
}

// key is the same for rows that agree in the plain columns.
func (g *grouping) key(cells []table.Cell) string {
	var b strings.Builder
	for i, c := range g.query.Columns {
		if c.Many || c.count != "" {
			continue
		}
		for _, item := range cells[i] {
			b.WriteString(item.Value.String())
		}
		b.WriteByte(0)
	}
	return b.String()
}

// rows returns the groups, cells and rows in order.
func (g *grouping) rows() [][]table.Cell {
	o := newOrdering(g.query)
	rows := make([][]table.Cell, 0, len(g.groups))
	for _, one := range g.groups {
		for i, c := range g.query.Columns {
			if c.count != "" {
				one.cells[i] = table.Cell{count(len(one.counted[i]))}
			}
			slices.SortFunc(one.cells[i], o.items)
		}
		rows = append(rows, one.cells)
	}
	slices.SortFunc(rows, o.rows)
	return rows
}

func count(n int) table.Item {
	return table.Item{Type: table.Integer, Value: quad.Int(n), Label: strconv.Itoa(n)}
}
