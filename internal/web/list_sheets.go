package web

import (
	"strconv"

	"github.com/cayleygraph/quad"

	"rapporteur/internal/answer"
	"rapporteur/queries/table"
)

// A sheet is how elements of a list stand in a spreadsheet, a row each.
type sheet[T any] struct {
	columns []table.Column
	row     func(T) []table.Cell
}

var momentSheet = sheet[answer.Moment]{
	[]table.Column{
		{Name: "date", Type: table.Date}, {Name: "record", Type: table.Record}, {Name: "body", Type: table.Entity}, {Name: "meeting", Type: table.Entity},
		{Name: "mentions", Type: table.Integer}, {Name: "times", Type: table.Integer}, {Name: "by", Type: table.Entity, Many: true},
		{Name: "paragraphs", Type: table.Paragraph, Many: true},
	},
	func(m answer.Moment) []table.Cell {
		var by table.Cell
		for _, v := range m.By {
			by = append(by, voiceCell(v)...)
		}
		record := table.Cell{{Type: table.Record, Value: quad.IRI(m.ID), Label: m.Symbol}}
		return []table.Cell{textCell(m.Date), record, refCell(m.Body), refCell(m.Meeting), numberCell(m.Mentions), numberCell(m.Times), by, passagesCell(m.Paragraphs)}
	},
}

var countedSheet = sheet[answer.Counted]{
	[]table.Column{
		{Name: "entity", Type: table.Entity}, {Name: "type", Type: table.Text}, {Name: "times", Type: table.Integer},
		{Name: "paragraphs", Type: table.Paragraph, Many: true},
	},
	func(e answer.Counted) []table.Cell {
		class := string(e.Type)
		return []table.Cell{refCell(&answer.Ref{ID: e.ID, Label: e.Label}), textCell(&class), numberCell(e.Times), passagesCell(e.Paragraphs)}
	},
}

var voiceSheet = sheet[answer.Voice]{
	[]table.Column{
		{Name: "speaker", Type: table.Entity}, {Name: "role", Type: table.Text}, {Name: "speaks_for", Type: table.Entity, Many: true},
		{Name: "times", Type: table.Integer}, {Name: "paragraphs", Type: table.Paragraph, Many: true},
	},
	func(v answer.Voice) []table.Cell {
		return []table.Cell{voiceCell(v), textCell(v.Role), refsCell(v.SpeaksFor), numberCell(v.Times), passagesCell(v.Paragraphs)}
	},
}

// voiceCell is who speaks, if anybody is named.
func voiceCell(v answer.Voice) table.Cell {
	if v.ID == nil && v.Name == nil {
		return nil
	}
	return speakerCell(&answer.Speaker{ID: v.ID, Name: v.Name})
}

func passagesCell(passages []answer.Passage) table.Cell {
	var cell table.Cell
	for _, p := range passages {
		cell = append(cell, table.Item{Type: table.Paragraph, Value: quad.IRI(p.ID), Label: p.CiteAs})
	}
	return cell
}

func numberCell(n int) table.Cell {
	return table.Cell{{Type: table.Integer, Value: quad.Int(n), Label: strconv.Itoa(n)}}
}
