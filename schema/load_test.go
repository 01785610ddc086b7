package schema

import (
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/tools/txtar"
)

// Each file of testdata/bad holds a broken schema under the message that
// loading it must give.
func TestLoadRefuses(t *testing.T) {
	cases, err := filepath.Glob("testdata/bad/*.txtar")
	if err != nil || len(cases) == 0 {
		t.Fatalf("no cases in testdata/bad: %v", err)
	}
	for _, file := range cases {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			fsys := fstest.MapFS{}
			for _, f := range archive.Files {
				fsys[f.Name] = &fstest.MapFile{Data: f.Data}
			}
			_, _, err = load(fsys)
			want := strings.TrimSpace(string(archive.Comment))
			if err == nil || err.Error() != want {
				t.Errorf("error %q; want %q", err, want)
			}
		})
	}
}

func TestLoadRefusesNothing(t *testing.T) {
	if _, _, err := load(fstest.MapFS{}); err == nil {
		t.Error("an empty folder loads")
	}
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		if _, err := Load(); err != nil {
			b.Fatal(err)
		}
	}
}
