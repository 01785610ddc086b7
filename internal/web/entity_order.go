package web

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"

	"rapporteur/graph"
	"rapporteur/internal/names"
	"rapporteur/queries/table"
)

// An entityOrder compares entities by one of their members.
type entityOrder func(a, b names.Entity) int

// entityOrders are what entities can be sorted by.
var entityOrders = map[string]entityOrder{
	"id":    func(a, b names.Entity) int { return strings.Compare(a.ID, b.ID) },
	"label": func(a, b names.Entity) int { return strings.Compare(graph.Slug(a.Label), graph.Slug(b.Label)) },
	"type":  func(a, b names.Entity) int { return cmp.Compare(a.Class, b.Class) },
}

// entityOrder reads by what to sort.
func (f form) entityOrder() ([]entityOrder, error) {
	var orders []entityOrder
	for _, word := range f.names("sort") {
		name, descending := strings.CutPrefix(word, "-")
		order, ok := entityOrders[name]
		if !ok {
			return nil, badRequest{"sort", fmt.Errorf("entities are sorted by id, label or type, with - for descending; not by %q", name)}
		}
		if descending {
			order = func(a, b names.Entity) int { return entityOrders[name](b, a) }
		}
		orders = append(orders, order)
	}
	return orders, nil
}

// sortEntities sorts entities; those that agree stay as they are.
func sortEntities(found []names.Entity, orders []entityOrder) {
	if len(orders) == 0 {
		return
	}
	slices.SortStableFunc(found, func(a, b names.Entity) int {
		for _, order := range orders {
			if c := order(a, b); c != 0 {
				return c
			}
		}
		return 0
	})
}

// entityTable is a list of entities for spreadsheets.
func entityTable(found []names.Entity, fields []string) *table.Table {
	columns := []string{"id", "label", "type"}
	if len(fields) > 0 {
		columns = slices.DeleteFunc(columns, func(name string) bool { return !slices.Contains(fields, name) })
	}
	t := &table.Table{Query: "entities"}
	for _, name := range columns {
		t.Columns = append(t.Columns, table.Column{Name: name, Type: table.Text})
	}
	for _, e := range found {
		row := []table.Cell{}
		for _, name := range columns {
			text := map[string]string{"id": e.ID, "label": e.Label, "type": string(e.Class)}[name]
			row = append(row, table.Cell{{Type: table.Text, Value: quad.String(text), Label: text}})
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}
