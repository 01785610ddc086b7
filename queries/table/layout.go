package table

import (
	"cmp"
	"slices"
	"strings"
)

const (
	minColumn = 12 // columns are not made narrower than this to fit
	maxPiece  = 40 // an unbreakable piece longer than this may be broken
)

// layout gives each column its width: what it needs, as long as the whole
// fits; otherwise the widest give way first, and what their lines leave unused
// goes to those that need least more.
func layout(heads []Column, cells [][][]string, width int) []int {
	want, least := needs(heads, cells)
	if width <= 0 || total(want) <= width {
		return want
	}
	widths := slices.Clone(want)
	shrink(widths, least, width)
	tighten(widths, heads, cells)
	grow(widths, want, width)
	tighten(widths, heads, cells)
	return widths
}

// needs returns how wide each column wants to be, and has to be.
func needs(heads []Column, cells [][][]string) (want, least []int) {
	want, least = make([]int, len(heads)), make([]int, len(heads))
	for i, c := range heads {
		want[i] = columns(c.Title)
		least[i] = minColumn
		for _, row := range cells {
			want[i] = max(want[i], columns(strings.Join(row[i], " ")))
			for _, piece := range row[i] {
				least[i] = max(least[i], min(columns(piece), maxPiece))
			}
		}
	}
	return want, least
}

// total is the width of a line.
func total(widths []int) int {
	sum := len(gap) * (len(widths) - 1)
	for _, w := range widths {
		sum += w
	}
	return sum
}

// shrink takes from the widest column until the line fits, or all are as narrow
// as they can be.
func shrink(widths, least []int, width int) {
	for over := total(widths) - width; over > 0; over-- {
		widest := -1
		for i := range widths {
			if widths[i] > least[i] && (widest < 0 || widths[i] > widths[widest]) {
				widest = i
			}
		}
		if widest < 0 {
			return
		}
		widths[widest]--
	}
}

// tighten makes each column as wide as its longest line.
func tighten(widths []int, heads []Column, cells [][][]string) {
	for i, c := range heads {
		longest := 0
		for _, line := range wrap(strings.Fields(c.Title), widths[i]) {
			longest = max(longest, columns(line))
		}
		for _, row := range cells {
			for _, line := range wrap(row[i], widths[i]) {
				longest = max(longest, columns(line))
			}
		}
		widths[i] = longest
	}
}

// grow gives what is left of a line to the columns, first to those that need
// least to have no line broken.
func grow(widths, want []int, width int) {
	spare := width - total(widths)
	order := make([]int, len(widths))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(want[a]-widths[a], want[b]-widths[b]) })
	for _, i := range order {
		more := min(want[i]-widths[i], max(spare, 0))
		widths[i] += more
		spare -= more
	}
}
