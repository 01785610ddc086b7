package layout

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"rapporteur/internal/reader/line"
)

// Shares of the font size.
const (
	sameBaseline = 0.2  // two baselines closer than this are one
	smallShare   = 0.82 // raised figures are smaller than this share of the text
	minRaise     = 0.1  // and stand this much higher
	maxRaise     = 0.8
	wordGap      = 0.17 // a wider gap is a space
	columnGap    = 1.7  // a wider gap parts columns, or a tab
	doubled      = 0.15 // text drawn twice at this distance is bold
)

// A row is a run of text on one baseline, without a gap as wide as a column's.
type row struct {
	left, right, y, size float64
	line                 line.Line
	band                 int     // the column it stands in, 0 for none
	limit                float64 // where that column ends
}

// rows groups fragments by baseline, from the top, and within one by gaps; rows
// of one baseline stand together, from the left.
func rows(fragments []Fragment) []row {
	var out []row
	for _, group := range raise(baselines(fragments)) {
		out = append(out, cut(group)...)
	}
	return out
}

// A group is the fragments of one baseline.
type group struct {
	y, size   float64 // size is that of most of the text
	fragments []Fragment
}

func baselines(fragments []Fragment) []group {
	sorted := slices.Clone(fragments)
	slices.SortStableFunc(sorted, func(a, b Fragment) int { return cmp.Compare(b.Y, a.Y) })
	var out []group
	for _, f := range sorted {
		if strings.TrimSpace(f.Text) == "" || f.Size <= 0 {
			continue
		}
		if n := len(out); n > 0 && out[n-1].y-f.Y < sameBaseline*math.Max(f.Size, out[n-1].size) {
			g := &out[n-1]
			g.fragments = append(g.fragments, f)
			g.size = math.Max(g.size, f.Size)
			continue
		}
		out = append(out, group{y: f.Y, size: f.Size, fragments: []Fragment{f}})
	}
	return out
}

// raise merges groups of small figures into the row of text that they stand over
// or under.
func raise(groups []group) []group {
	gone := make([]bool, len(groups))
	for i := range groups {
		for _, j := range []int{i + 1, i - 1} {
			if j < 0 || j >= len(groups) || gone[j] || gone[i] {
				continue
			}
			small, text := &groups[i], &groups[j]
			up := (small.y - text.y) / text.size
			if small.size < smallShare*text.size && up < maxRaise && up > -maxRaise/2 && small.width() < text.width() {
				if up > minRaise {
					for k := range small.fragments {
						small.fragments[k].Text = line.Raise(small.fragments[k].Text)
					}
				}
				text.fragments = append(text.fragments, small.fragments...)
				gone[i] = true
			}
		}
	}
	kept := groups[:0]
	for i, g := range groups {
		if !gone[i] {
			kept = append(kept, g)
		}
	}
	return kept
}

func (g *group) width() float64 {
	w := 0.0
	for _, f := range g.fragments {
		w += f.Width
	}
	return w
}

// cut makes rows of a group.
func cut(g group) []row {
	slices.SortStableFunc(g.fragments, func(a, b Fragment) int { return cmp.Compare(a.X, b.X) })
	var out []row
	var b line.Builder
	r := row{y: g.y, size: g.size}
	flush := func() {
		if !b.Empty() {
			r.line = b.Line()
			out = append(out, r)
		}
	}
	for i, f := range g.fragments {
		if i > 0 && isDoubled(g.fragments[i-1], f) {
			continue
		}
		gap := f.X - r.right
		switch {
		case b.Empty():
			r.left = f.X
		case gap > columnGap*g.size && !line.IsLabel(b.String()):
			flush()
			r = row{y: g.y, size: g.size, left: f.X}
		case gap > wordGap*math.Min(f.Size, g.size):
			b.Add(" ", false)
		}
		b.Add(f.Text, f.Emphasis)
		r.right = math.Max(r.right, f.X+f.Width)
	}
	flush()
	return out
}

// isDoubled reports whether b is a drawn a second time to look bold.
func isDoubled(a, b Fragment) bool {
	return a.Text == b.Text && math.Abs(a.X-b.X) < doubled*a.Size && math.Abs(a.Y-b.Y) < doubled*a.Size
}
