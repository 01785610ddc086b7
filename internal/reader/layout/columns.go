package layout

import (
	"math"
	"strings"
)

const (
	// minBand is how many baselines with text on both sides of a gutter make
	// columns; fewer are a tab.
	minBand = 2
	// minColumn is the least width of a left column, as a share of the page's.
	minColumn = 0.2
	// maxStep is the greatest distance of two baselines in columns, in font sizes.
	maxStep = 2.5
	// maxBand bounds the rows of columns: a page has some sixty.
	maxBand = 400
)

// inOrder puts the rows of a page in the order of reading: where a gutter runs
// down between rows, those left of it come first.
func inOrder(all []row) []row {
	var out []row
	band := 0
	from, to := extent(all)
	for i := 0; i < len(all); {
		end, gutter := bandAt(all, i, to-from)
		if end == i {
			last := i + 1
			for last < len(all) && all[last].y == all[i].y {
				last++
			}
			out = append(out, joined(all[i:last]))
			i = last
			continue
		}
		for _, left := range []bool{true, false} {
			band++
			out = append(out, column(all[i:end], gutter, left, to, band)...)
		}
		i = end
	}
	return out
}

// column returns the rows on one side of a gutter; edge is where the text of the
// page ends.
func column(rows []row, gutter float64, left bool, edge float64, band int) []row {
	var out []row
	limit := 0.0
	for _, r := range rows {
		if (r.right <= gutter) == left {
			r.band = band
			out = append(out, r)
			limit = math.Max(limit, r.right)
		}
	}
	if !left { // the last column is as wide as the page
		limit = math.Max(limit, edge)
	}
	for i := range out {
		out[i].limit = limit
	}
	return out
}

// bandAt finds the columns that start with the baseline at i: where they end, and
// a place in the gutter. It returns i where there are none. page is the width of
// the page's text.
func bandAt(all []row, i int, page float64) (end int, gutter float64) {
	if i+1 >= len(all) || all[i+1].y != all[i].y {
		return i, 0
	}
	from, to := all[i].right, all[i+1].left
	left, both := all[i].right-all[i].left, 0
	end = i
	for j := i; j < min(len(all), i+maxBand); j++ {
		if j > i && all[j-1].y-all[j].y > maxStep*all[j].size {
			break
		}
		f, t := from, to
		switch r := all[j]; {
		case r.left >= from && r.left < to && r.left > r.size: // begins in the gutter, or right of it
			t = math.Min(t, r.left)
		case r.left >= to:
		case r.right <= to:
			f = math.Max(f, r.right)
			left = math.Max(left, r.right-r.left)
		default:
			f, t = 1, 0 // it crosses
		}
		if t-f < all[j].size {
			break
		}
		from, to = f, t
		if all[j].left >= to-1e-6 { // the columns end with the last text on the right
			end = j + 1
			if j > 0 && all[j-1].y == all[j].y {
				both++
			}
		}
	}
	if both < minBand || left < minColumn*page || endsInColon(all[i]) {
		return i, 0
	}
	return end, (from + to) / 2
}

// extent is where the text on a page begins and ends.
func extent(all []row) (left, right float64) {
	left, right = math.Inf(1), math.Inf(-1)
	for _, r := range all {
		left, right = math.Min(left, r.left), math.Max(right, r.right)
	}
	return left, right
}

func endsInColon(r row) bool { return strings.HasSuffix(r.line.Text, ":") }
