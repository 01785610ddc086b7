// Package line is the one form in which text of every format is handed on: a
// clean line, with what its format knew about it.
//
// A Line is NFC, with single plain spaces and none at the ends. [Clean] makes
// one of a line of plain text, a [Builder] of the runs of a formatted paragraph,
// and [Join] makes one text of two that a line end parts.
package line

import "rapporteur/internal/record"

// A Line is one line of the source: a line of plain text, or a paragraph (a cell
// of a table, an item of a list) of a formatted document.
type Line struct {
	Number int    // 1-based; in plain text a form feed starts no new number
	Text   string // "" for a blank line
	Indent int    // leading spaces; a tab counts eight
	// Heading is the level of a heading that the format marks, 1 to 9, else 0.
	Heading int
	// Emphasis is what was marked bold or italic: bytes of Text, in order.
	Emphasis []record.Span
}

// Number numbers lines in their order, from 1.
func Number(lines []Line) []Line {
	for i := range lines {
		lines[i].Number = i + 1
	}
	return lines
}
