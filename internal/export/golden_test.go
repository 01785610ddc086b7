package export_test

import (
	"archive/zip"
	"bytes"
	"errors"
	"flag"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"rapporteur/graph/store/storetest"
	"rapporteur/internal/export"
	"rapporteur/schema"
)

var update = flag.Bool("update", false, "rewrite the expected exports in testdata")

// The invented graphs that are exported: that of the queries' own tests, and a
// record whose names attack the formats.
var fixtures = []string{"../../queries/testdata/lighthouse.nq", "../web/testdata/hostile.nq"}

func exporter(t testing.TB, files ...string) export.Exporter {
	t.Helper()
	sch, err := schema.Load()
	if err != nil {
		t.Fatal(err)
	}
	return export.Exporter{Store: storetest.Open(t, files...), Schema: sch}
}

// write exports and returns what was written.
func write(t testing.TB, e export.Exporter, format string, sel export.Selection) []byte {
	t.Helper()
	f, err := export.FormatNamed(format)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := e.Write(t.Context(), &b, f, sel); err != nil {
		t.Fatalf("%+v: %v", sel, err)
	}
	return b.Bytes()
}

// TestFormats compares each format with testdata/formats/NAME.txtar; the files of
// an archive are files there.
func TestFormats(t *testing.T) {
	e := exporter(t, fixtures...)
	for _, f := range export.Formats() {
		t.Run(f.Name, func(t *testing.T) {
			golden(t, filepath.Join("testdata", "formats", f.Name+".txtar"), unpacked(t, f, write(t, e, f.Name, export.Selection{})))
		})
	}
}

// unpacked returns an export as the files of an archive.
func unpacked(t *testing.T, f export.Format, data []byte) *txtar.Archive {
	t.Helper()
	if !strings.HasSuffix(f.Suffix, ".zip") {
		return &txtar.Archive{Files: []txtar.File{{Name: "graph" + f.Suffix, Data: data}}}
	}
	return &txtar.Archive{Files: unzip(t, data)}
}

func unzip(t *testing.T, data []byte) []txtar.File {
	t.Helper()
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var files []txtar.File
	for _, f := range r.File {
		in, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(in)
		if err := errors.Join(err, in.Close()); err != nil {
			t.Fatal(err)
		}
		files = append(files, txtar.File{Name: f.Name, Data: text})
	}
	return files
}

func golden(t *testing.T, path string, got *txtar.Archive) {
	t.Helper()
	text := txtar.Format(got)
	if *update {
		if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o755), os.WriteFile(path, text, 0o644)); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), string(text)); diff != "" {
		t.Errorf("%s (-want +got):\n%s", path, diff)
	}
}
