package hypertext

import (
	"errors"
	"flag"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"rapporteur/internal/reader/line"
	"rapporteur/internal/reader/readertest"
)

var update = flag.Bool("update", false, "rewrite what the tests want")

// TestRead reads the page in each testdata/*.txtar; what it is read as follows.
func TestRead(t *testing.T) {
	readertest.Golden(t, *update, func(t *testing.T, page []byte) []line.Line {
		lines, err := Read(page)
		if err != nil {
			t.Fatal(err)
		}
		return lines
	})
}

// TestDeepPage gives a page whose elements nest without end.
func TestDeepPage(t *testing.T) {
	if _, err := Read([]byte(strings.Repeat("<div>", 100_000))); err != nil && !errors.Is(err, ErrDamaged) {
		t.Errorf("got %v", err)
	}
}

func FuzzRead(f *testing.F) {
	f.Add("<ol start=3><li>One<li value=9>Two<ul><li>Three</ol>")
	f.Add("<table><tr><td>1.<td><p>Text<td></table><sup>2</sup><pre>a\nb</pre>")
	f.Add("<main><b> x </b>e\u0301</main><svg><title>t")
	f.Fuzz(func(t *testing.T, page string) {
		lines, err := Read([]byte(page))
		if err != nil && lines != nil {
			t.Fatal("lines and an error")
		}
		for i, l := range lines {
			if l.Number != i+1 || l.Text != strings.TrimSpace(l.Text) || strings.Contains(l.Text, "  ") || !norm.NFC.IsNormalString(l.Text) {
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
