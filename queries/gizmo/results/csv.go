package results

import (
	"encoding/csv"
	"io"

	"rapporteur/internal/spreadsheet"
	"rapporteur/queries/gizmo"
)

// WriteCSV writes comma-separated values (RFC 4180), one line of column names first. A
// cell is the bare value: the id of a node, the words of a text. What kind it is and the
// language are lost. A cell that a row does not fill is empty.
//
// A text that a spreadsheet would take for a formula has an apostrophe before it
// ([spreadsheet.Text]).
func WriteCSV(w io.Writer, r *gizmo.Result, o Options) error {
	out := csv.NewWriter(w)
	line := make([]string, len(r.Columns))
	for i, name := range r.Columns {
		line[i] = spreadsheet.Text(name)
	}
	if err := out.Write(line); err != nil {
		return err
	}
	for _, row := range r.Rows {
		for i, name := range r.Columns {
			line[i] = bare(row, name, o)
		}
		if err := out.Write(line); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

// bare is a row's value in a column as CSV has it.
func bare(row gizmo.Row, column string, o Options) string {
	v, ok := row[column]
	if !ok {
		return ""
	}
	switch c := CellOf(v); c.Kind {
	case Integer, Decimal, Boolean:
		return c.Value
	case IRI:
		return spreadsheet.Text(o.expand(c.Value))
	case Blank:
		return "_:" + c.Value
	default:
		return spreadsheet.Text(c.Value)
	}
}
