package layout

import (
	"math"
	"slices"
	"strings"
	"unicode"
)

const (
	edgeRows  = 3   // rows at the top and at the bottom of a page that may be its furniture
	maxEdge   = 120 // bytes of such a row
	edgeDrift = 4   // points by which its place may differ between pages
)

// dropRunningHeads leaves out rows that repeat at the same place on the edges of
// pages, but for the first: the symbol may stand nowhere else.
func dropRunningHeads(sheets [][]row) {
	seen := make(map[string][]float64) // where the texts of edges stood
	for i, sheet := range sheets {
		top, bottom := edges(sheet)
		kept := sheet[:0]
		for _, r := range sheet {
			if r.y < top && r.y > bottom || len(r.line.Text) > maxEdge {
				kept = append(kept, r)
				continue
			}
			text := pattern(r.line.Text)
			if slices.ContainsFunc(seen[text], func(y float64) bool { return math.Abs(y-r.y) < edgeDrift }) {
				continue
			}
			seen[text] = append(seen[text], r.y)
			kept = append(kept, r)
		}
		sheets[i] = kept
	}
}

// edges returns where the text proper of a page begins and ends: at the edges
// stand the rows at top and above, and at bottom and below.
func edges(sheet []row) (top, bottom float64) {
	ys := make([]float64, len(sheet))
	for i, r := range sheet {
		ys[i] = r.y
	}
	slices.Sort(ys)
	if len(ys) <= 2*edgeRows {
		return 0, 0 // all of it may be furniture
	}
	return ys[len(ys)-edgeRows], ys[edgeRows-1]
}

// pattern is a text with its figures made equal: page numbers count on.
func pattern(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) {
			return '0'
		}
		return r
	}, text)
}
