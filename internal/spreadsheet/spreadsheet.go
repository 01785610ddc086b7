// Package spreadsheet guards who opens our CSV in a spreadsheet: what records say
// must not run in the sheet of who reads them.
package spreadsheet

import "strings"

// begin are the characters that a spreadsheet takes a formula to begin with, or
// that it passes over before one.
const begin = "=+-@\t\r\n"

// Text returns text as it stands in a cell: with an apostrophe before it where a
// spreadsheet would take it for a formula. Numbers need none, and may be negative.
func Text(text string) string {
	if text != "" && strings.IndexByte(begin, text[0]) >= 0 {
		return "'" + text
	}
	return text
}
