package queries

import (
	"slices"
	"strconv"

	"github.com/cayleygraph/quad"

	"rapporteur/graph"
	"rapporteur/queries/gizmo"
	"rapporteur/queries/table"
	"rapporteur/schema"
)

// A viewer makes cells of what the store holds.
type viewer struct {
	schema *schema.Schema
	names  Names
}

// row gives every column at most one item.
func (v viewer) row(columns []Column, row gizmo.Row) []table.Cell {
	cells := make([]table.Cell, len(columns))
	for i, c := range columns {
		value := row[c.tag]
		if value == nil && c.or != "" {
			value = row[c.or]
		}
		if value != nil && c.count == "" {
			cells[i] = table.Cell{v.item(c, value)}
		}
	}
	return cells
}

// fits reports whether every entity is of a class that its column keeps.
func (v viewer) fits(columns []Column, cells []table.Cell) bool {
	for i, c := range columns {
		if len(c.classes) > 0 && len(cells[i]) > 0 && !v.isOf(cells[i][0].ID(), c.classes) {
			return false
		}
	}
	return true
}

func (v viewer) isOf(id string, classes []schema.Class) bool {
	class, _ := v.schema.ClassOf(id)
	return slices.ContainsFunc(classes, func(c schema.Class) bool { return v.schema.Is(class, c) })
}

func (v viewer) item(c Column, value quad.Value) table.Item {
	id, isIRI := value.(quad.IRI)
	item := table.Item{Type: c.Type, Value: value}
	switch {
	case c.Type == table.Value:
		item = v.any(value)
	case !isIRI:
		item = literal(c.Type, value)
	default:
		item.Label = v.label(c.Type, string(id))
		if c.Type == table.Class {
			class, _ := v.schema.ClassOf(string(id))
			item.Value = quad.String(class)
		}
	}
	if shown, ok := c.words[item.Label]; ok {
		item.Label = shown
	}
	return item
}

// label shows an IRI in a column of a type.
func (v viewer) label(t table.Type, id string) string {
	switch t {
	case table.Entity:
		return v.names.Label(id)
	case table.Record, table.Paragraph: // or "lexicon", for what no record states
		return graph.ID(id).Cite()
	case table.Class:
		class, _ := v.schema.ClassOf(id)
		return v.className(class)
	case table.Property:
		if def, ok := v.schema.Property(schema.Property(id)); ok {
			return def.Label
		}
	}
	return id
}

func (v viewer) className(class schema.Class) string {
	if def, ok := v.schema.Class(class); ok {
		return def.Label
	}
	return string(class)
}

// any shows a value by what it is.
func (v viewer) any(value quad.Value) table.Item {
	id, ok := value.(quad.IRI)
	if !ok {
		return literal(table.Text, value)
	}
	if def, ok := v.schema.ClassByIRI(string(id)); ok {
		return table.Item{Type: table.Class, Value: value, Label: def.Label}
	}
	t := table.Entity
	switch class, _ := v.schema.ClassOf(string(id)); class {
	case schema.ClassSummaryRecord:
		t = table.Record
	case schema.ClassParagraph:
		t = table.Paragraph
	}
	return table.Item{Type: t, Value: value, Label: v.label(t, string(id))}
}

// literal shows words and numbers. In a column of entities they stand for who
// has no id: "A representative of Belgium".
func literal(t table.Type, value quad.Value) table.Item {
	switch value := value.(type) {
	case quad.Int:
		return table.Item{Type: table.Integer, Value: value, Label: strconv.FormatInt(int64(value), 10)}
	case quad.String:
		if t != table.Date && t != table.Entity {
			t = table.Text
		}
		return table.Item{Type: t, Value: value, Label: string(value)}
	}
	return table.Item{Type: table.Text, Value: value, Label: quad.ToString(value)}
}
