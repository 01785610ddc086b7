package web

import (
	"strconv"

	"github.com/cayleygraph/quad"

	"rapporteur/internal/answer"
	"rapporteur/queries/table"
)

// paragraphTable is paragraphs for spreadsheets, a row each.
func paragraphTable(paragraphs []answer.Paragraph) *table.Table {
	t := &table.Table{Query: "paragraphs", Columns: []table.Column{
		{Name: "paragraph", Type: table.Paragraph}, {Name: "record", Type: table.Record}, {Name: "number", Type: table.Integer},
		{Name: "section", Type: table.Text},
		{Name: "speaker", Type: table.Entity}, {Name: "role", Type: table.Text}, {Name: "speaks_for", Type: table.Entity},
		{Name: "text", Type: table.Text}, {Name: "cites", Type: table.Entity, Many: true}, {Name: "topics", Type: table.Entity, Many: true},
		{Name: "document", Type: table.Text},
	}}
	for _, p := range paragraphs {
		speaker, role, speaksFor := table.Cell(nil), table.Cell(nil), table.Cell(nil)
		if s := p.Speaker; s != nil {
			speaker, role, speaksFor = speakerCell(s), textCell(s.Role), refCell(s.SpeaksFor)
		}
		t.Rows = append(t.Rows, []table.Cell{
			{{Type: table.Paragraph, Value: quad.IRI(p.ID), Label: p.CiteAs}},
			{{Type: table.Record, Value: quad.IRI(p.Record.ID), Label: p.Symbol}},
			numberCell(p.Number),
			textCell(p.Section), speaker, role, speaksFor, textCell(&p.Text), refsCell(p.Cites), refsCell(p.Topics), textCell(&p.Document),
		})
	}
	return t
}

// factTable is the facts of an entity for spreadsheets.
func factTable(e *answer.Entity) *table.Table {
	t := &table.Table{Query: "facts", Truncated: e.Truncated, Columns: []table.Column{
		{Name: "property", Type: table.Property}, {Name: "value", Type: table.Value}, {Name: "inverse", Type: table.Text},
		{Name: "stated_in", Type: table.Paragraph, Many: true},
	}}
	for _, f := range e.Facts {
		inverse := strconv.FormatBool(f.Inverse)
		t.Rows = append(t.Rows, []table.Cell{
			{{Type: table.Property, Value: quad.IRI(f.Property.ID), Label: f.Property.Label}},
			{f.Value}, textCell(&inverse), passagesCell(f.StatedIn),
		})
	}
	return t
}

func textCell(s *string) table.Cell {
	if s == nil {
		return nil
	}
	return table.Cell{{Type: table.Text, Value: quad.String(*s), Label: *s}}
}

func refCell(r *answer.Ref) table.Cell {
	if r == nil {
		return nil
	}
	return refsCell([]answer.Ref{*r})
}

func refsCell(refs []answer.Ref) table.Cell {
	var cell table.Cell
	for _, r := range refs {
		cell = append(cell, table.Item{Type: table.Entity, Value: quad.IRI(r.ID), Label: r.Label})
	}
	return cell
}

// speakerCell is who speaks, with an id or as printed.
func speakerCell(s *answer.Speaker) table.Cell {
	label := ""
	if s.Name != nil {
		label = *s.Name
	}
	if s.ID == nil {
		return table.Cell{{Type: table.Entity, Value: quad.String(label), Label: label}}
	}
	return table.Cell{{Type: table.Entity, Value: quad.IRI(*s.ID), Label: label}}
}
