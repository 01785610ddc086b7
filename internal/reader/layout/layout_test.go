package layout_test

import (
	"flag"
	"fmt"
	"math"
	"strings"
	"testing"

	"rapporteur/internal/reader/layout"
	"rapporteur/internal/reader/line"
	"rapporteur/internal/reader/readertest"
)

var update = flag.Bool("update", false, "rewrite what the tests want")

// readPages reads pages drawn in a test: a line "x y size text" is a fragment, in
// bold with "b" behind the size; "page" begins one.
func readPages(t *testing.T, data string) []layout.Page {
	t.Helper()
	var pages []layout.Page
	for _, l := range strings.Split(strings.TrimSpace(data), "\n") {
		if l == "page" {
			pages = append(pages, layout.Page{})
			continue
		}
		var f layout.Fragment
		var size string
		if _, err := fmt.Sscan(l, &f.X, &f.Y, &size); err != nil || len(pages) == 0 {
			t.Fatalf("%q: %v", l, err)
		}
		f.Text = strings.SplitN(l, " ", 4)[3]
		_, f.Emphasis = strings.CutSuffix(size, "b")
		if _, err := fmt.Sscan(strings.TrimSuffix(size, "b"), &f.Size); err != nil {
			t.Fatalf("%q: %v", l, err)
		}
		f.Width = readertest.Width(f.Size, f.Text)
		p := &pages[len(pages)-1]
		p.Fragments = append(p.Fragments, f)
	}
	return pages
}

// TestLines reads the pages in each testdata/*.txtar; their lines follow.
func TestLines(t *testing.T) {
	readertest.Golden(t, *update, func(t *testing.T, pages []byte) []line.Line {
		return layout.Lines(readPages(t, string(pages)))
	})
}

// FuzzLines draws fragments anywhere: none is lost, and none is made up.
func FuzzLines(f *testing.F) {
	f.Add(72.0, 700.0, 10.0, 200.0, 300.0, 688.0, 10.0, 40.0)
	f.Add(0.0, 0.0, 0.1, 1e9, math.Inf(1), math.NaN(), 1.0, -5.0)
	f.Fuzz(func(t *testing.T, x1, y1, size1, w1, x2, y2, size2, w2 float64) {
		var p layout.Page
		for i := range 12 {
			n := float64(i)
			p.Fragments = append(p.Fragments, layout.Fragment{X: x1, Y: y1 - n*size1, Size: size1, Width: w1, Text: fmt.Sprintf("left%d", i)},
				layout.Fragment{X: x2 + n, Y: y2 - n*size1, Size: size2, Width: w2, Text: fmt.Sprintf("right%d", i), Emphasis: true})
		}
		for i, l := range layout.Lines([]layout.Page{p, p}) {
			if l.Number != i+1 || l.Text == "" || l.Text != strings.TrimSpace(l.Text) {
				t.Fatalf("line %d is not clean: %q", l.Number, l.Text)
			}
			for _, s := range l.Emphasis {
				if s.Empty() || s.End > len(l.Text) {
					t.Fatalf("emphasis %v of %q", s, l.Text)
				}
			}
		}
	})
}
