// Package layout makes lines of text of what stands where on pages.
//
// A page knows no paragraphs: it has fragments of text at positions. Fragments
// on one baseline make a row; rows on both sides of a gutter are columns and are
// read one after the other; rows that follow one another without a gap, an
// indent or room left at the end of the line make a paragraph. What repeats at
// the edges of pages is left out after its first time. Paragraphs that a page
// break cuts stay cut.
package layout

import (
	"rapporteur/internal/reader/line"
)

// A Fragment is a piece of text on one baseline. Lengths are in points, y grows
// upwards.
type Fragment struct {
	X, Y  float64 // where its baseline starts
	Width float64
	Size  float64 // of the font
	Text  string
	// Emphasis is set for bold and italic fonts.
	Emphasis bool
}

// A Page is what stands on one page, in any order.
type Page struct{ Fragments []Fragment }

// Lines returns the text of pages, a line for each paragraph or piece of one.
func Lines(pages []Page) []line.Line {
	sheets := make([][]row, len(pages))
	for i := range pages {
		sheets[i] = rows(pages[i].Fragments)
	}
	dropRunningHeads(sheets)
	for i := range sheets {
		sheets[i] = inOrder(sheets[i])
	}
	m := measure(sheets)
	var out []line.Line
	for _, sheet := range sheets {
		out = append(out, m.paragraphs(sheet)...)
	}
	return line.Number(out)
}
