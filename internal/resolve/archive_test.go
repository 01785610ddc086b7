package resolve_test

import (
	"bytes"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"rapporteur/internal/resolve"
)

// archives reads the records of each archive in testdata/folder, one after the
// other, and compares what show prints of them with the file "found" behind them.
func archives(t *testing.T, folder string, show func(t *testing.T, b *strings.Builder, found []*resolve.Resolution)) {
	t.Helper()
	paths, err := filepath.Glob("testdata/" + folder + "/*.txtar")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no archives: %v", err)
	}
	p := newPipeline(t)
	for _, path := range paths {
		t.Run(filepath.Base(path), func(t *testing.T) {
			archive, err := txtar.ParseFile(path)
			if err != nil {
				t.Fatal(err)
			}
			var records []txtar.File
			var found []*resolve.Resolution
			for _, f := range archive.Files {
				if f.Name == "found" {
					continue
				}
				records = append(records, f)
				r, err := p.Read(f.Name, bytes.NewReader(f.Data))
				if err != nil {
					t.Fatal(err)
				}
				found = append(found, r)
			}
			var got strings.Builder
			show(t, &got, found)
			if len(records) == 0 || got.Len() == 0 {
				t.Fatal("no records")
			}
			archive.Files = append(records, txtar.File{Name: "found", Data: []byte(got.String())})
			golden(t, path, string(txtar.Format(archive)))
		})
	}
}
