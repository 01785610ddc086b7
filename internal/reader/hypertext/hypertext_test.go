package hypertext

import (
	"errors"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/unicode/norm"
	"golang.org/x/tools/txtar"

	"rapporteur/internal/reader/readertest"
)

var update = flag.Bool("update", false, "rewrite what the tests want")

// TestRead reads the page in each testdata/*.txtar; what it is read as follows.
func TestRead(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no testdata/*.txtar", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(file)
			if err != nil || len(archive.Files) == 0 {
				t.Fatal("want a page", err)
			}
			lines, err := Read(archive.Files[0].Data)
			if err != nil {
				t.Fatal(err)
			}
			got := readertest.Show(lines)
			if *update {
				archive.Files = append(archive.Files[:1], txtar.File{Name: "want", Data: []byte(got)})
				if err := os.WriteFile(file, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if len(archive.Files) != 2 {
				t.Fatal("no want; run with -update")
			}
			if diff := cmp.Diff(string(archive.Files[1].Data), got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
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
