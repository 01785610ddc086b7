package table

import (
	"encoding/csv"
	"io"
	"strings"

	"rapporteur/internal/spreadsheet"
)

// WriteCSV writes the table as comma-separated values (RFC 4180), one line of
// column names first. A column of entities is followed by one with their ids,
// named with "_id" behind. Several items of a cell are parted by "; ".
//
// A text that a spreadsheet would take for a formula has an apostrophe before it
// ([spreadsheet.Text]).
func (t *Table) WriteCSV(w io.Writer) error {
	out := csv.NewWriter(w)
	head := Heading(t.Columns)
	if err := out.Write(head); err != nil {
		return err
	}
	for _, cells := range t.Rows {
		line := make([]string, 0, len(head))
		for i, c := range t.Columns {
			line = append(line, guard(c.Type, cells[i].Text()))
			if hasIDs(c.Type) {
				line = append(line, guard(c.Type, cells[i].ids()))
			}
		}
		if err := out.Write(line); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

// guard keeps text from being a formula. Numbers may be negative.
func guard(t Type, text string) string {
	if t == Integer {
		return text
	}
	return spreadsheet.Text(text)
}

// Heading returns the first line of a table of these columns as WriteCSV writes it.
func Heading(columns []Column) []string {
	var head []string
	for _, c := range columns {
		head = append(head, c.Name)
		if hasIDs(c.Type) {
			head = append(head, c.Name+"_id")
		}
	}
	return head
}

// hasIDs says of which types the label alone does not name the thing.
func hasIDs(t Type) bool { return t == Entity || t == Value }

func (c Cell) ids() string {
	var ids []string
	for _, item := range c {
		if id := item.ID(); id != "" {
			ids = append(ids, id)
		}
	}
	return strings.Join(ids, "; ")
}
