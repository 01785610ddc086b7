package names_test

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"
)

// TestSimilar reads testdata/similar.txt: what is asked, the classes wanted if
// any behind "|", an arrow, and the ids found with their likeness.
func TestSimilar(t *testing.T) {
	archive, err := txtar.ParseFile(filepath.Join("testdata", "similar.txt"))
	if err != nil {
		t.Fatal(err)
	}
	x := index(t)
	n := 0
	for _, section := range archive.Files {
		for line := range strings.Lines(string(section.Data)) {
			asked, want, ok := strings.Cut(strings.TrimSpace(line), " → ")
			if !ok {
				t.Fatalf("%q has no arrow", line)
			}
			text, classes, _ := strings.Cut(asked, " | ")
			var got []string
			for _, m := range x.Similar(text, 3, wanted(classes)...) {
				got = append(got, fmt.Sprintf("%s %.2f", m.ID, m.Likeness))
			}
			if n++; strings.Join(got, ", ") != strings.Trim(want, "«»") {
				t.Errorf("%s: %s → %s\nwant %s", section.Name, asked, strings.Join(got, ", "), want)
			}
		}
	}
	if n == 0 {
		t.Fatal("no examples")
	}
}

// FuzzSimilar checks that likeness is in its bounds and order, and 1 for what the
// text names and nothing else.
func FuzzSimilar(f *testing.F) {
	x := index(f)
	for _, seed := range []string{"Utopia", "justice, ministry of", "Utopai", "", "-", "\xff", "ﬁ", "a b c d", strings.Repeat("tide ", 99)} {
		f.Add(seed, 5)
	}
	f.Fuzz(func(t *testing.T, text string, n int) {
		found := x.Similar(text, n)
		if len(found) > max(n, 0) {
			t.Fatalf("%q: %d found, want at most %d", text, len(found), n)
		}
		named := map[string]bool{}
		for _, e := range x.Named(text) {
			named[e.ID] = true
		}
		last := 1.0
		for _, m := range found {
			if m.Likeness <= 0 || m.Likeness > last || (m.Likeness == 1) != named[m.ID] {
				t.Errorf("%q: %s is alike by %v, named %v, after %v", text, m.ID, m.Likeness, named[m.ID], last)
			}
			last = m.Likeness
		}
	})
}
