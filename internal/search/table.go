package search

import (
	"fmt"

	"github.com/cayleygraph/quad"

	"rapporteur/queries/table"
)

// Table returns the hits as a table, a row each, for terminals and spreadsheets.
// Facets are not in it.
func (r *Result) Table() *table.Table {
	if r.Kind == Entities {
		return r.entityTable()
	}
	return r.paragraphTable()
}

func (r *Result) entityTable() *table.Table {
	t := &table.Table{Query: "search", Title: r.found("entities"), Columns: []table.Column{
		{Name: "entity", Title: "Entity", Type: table.Entity}, {Name: "id", Title: "Id", Type: table.Text},
		{Name: "type", Title: "Type", Type: table.Text}, {Name: "other_names", Title: "Other names", Type: table.Text, Many: true},
	}}
	for _, e := range r.Entities {
		t.Rows = append(t.Rows, []table.Cell{
			{{Type: table.Entity, Value: quad.IRI(e.ID), Label: e.Label}}, texts(e.ID), texts(string(e.Type)), texts(e.Matched...),
		})
	}
	return t
}

func (r *Result) paragraphTable() *table.Table {
	t := &table.Table{Query: "search", Title: r.found("paragraphs"), Columns: []table.Column{
		{Name: "paragraph", Title: "Paragraph", Type: table.Paragraph}, {Name: "date", Title: "Date", Type: table.Date},
		{Name: "speaker", Title: "Speaker", Type: table.Text}, {Name: "text", Title: "Text", Type: table.Text},
	}}
	for _, p := range r.Paragraphs {
		t.Rows = append(t.Rows, []table.Cell{
			{{Type: table.Paragraph, Value: quad.IRI(p.ID), Label: p.CiteAs}}, maybe(p.Date), maybe(p.Speaker), texts(p.Fragment.Text),
		})
	}
	return t
}

// found says how many of how many hits the result has: "20 of 54 paragraphs".
func (r *Result) found(what string) string {
	shown := len(r.Paragraphs) + len(r.Entities)
	if shown == r.Total {
		return fmt.Sprintf("%d %s", r.Total, what)
	}
	return fmt.Sprintf("%d of %d %s", shown, r.Total, what)
}

func texts(all ...string) table.Cell {
	var cell table.Cell
	for _, text := range all {
		cell = append(cell, table.Item{Type: table.Text, Value: quad.String(text), Label: text})
	}
	return cell
}

func maybe(text *string) table.Cell {
	if text == nil {
		return nil
	}
	return texts(*text)
}
