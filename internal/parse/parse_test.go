package parse

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"rapporteur/internal/reader"
	"rapporteur/internal/record"
)

var update = flag.Bool("update", false, "rewrite what the tests want")

// wantFile holds what a record is parsed to, in the form of dump.
const wantFile = "want"

// TestVariants parses the record in each testdata/*.txtar. The comment says what
// the file shows; the first file is the record under the name it would bear.
func TestVariants(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no testdata/*.txtar", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(file)
			if err != nil || len(archive.Files) == 0 || len(archive.Comment) == 0 {
				t.Fatal("want a comment and a record", err)
			}
			in := archive.Files[0]
			got := parseString(t, in.Name, unescape(in.Data))
			check(t, file, archive, got)
		})
	}
}

// check compares with the archive's wantFile, or rewrites it.
func check(t *testing.T, file string, archive *txtar.Archive, got string) {
	t.Helper()
	if *update {
		archive.Files = append(archive.Files[:1], txtar.File{Name: wantFile, Data: []byte(got)})
		if err := os.WriteFile(file, txtar.Format(archive), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if len(archive.Files) < 2 || archive.Files[1].Name != wantFile {
		t.Fatalf("%s has no %q; run with -update", file, wantFile)
	}
	if diff := cmp.Diff(string(archive.Files[1].Data), got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", file, diff)
	}
}

// unescape writes what an archive cannot show: {FF} is a form feed, {NBSP} a
// no-break space, {SHY} a soft hyphen, {CR} a carriage return, {TAB} a tab.
func unescape(data []byte) []byte {
	for _, e := range [][2]string{{"{FF}", "\f"}, {"{NBSP}", "\u00a0"}, {"{SHY}", "\u00ad"}, {"{CR}", "\r"}, {"{TAB}", "\t"}} {
		data = bytes.ReplaceAll(data, []byte(e[0]), []byte(e[1]))
	}
	return data
}

func parseString(t *testing.T, name string, data []byte) string {
	t.Helper()
	doc, err := reader.Read(name, bytes.NewReader(data), reader.Options{})
	if err != nil {
		return "error: " + err.Error() + "\n"
	}
	r, err := Parse(doc, Options{})
	if err != nil {
		return "error: " + err.Error() + "\n"
	}
	sound(t, r)
	return dump(r)
}

// sound checks what holds for every record.
func sound(t *testing.T, r *record.Record) {
	t.Helper()
	last := 0
	for i, p := range r.Paragraphs {
		if p.Number <= last {
			t.Errorf("paragraph %d stands behind %d", p.Number, last)
		}
		last = p.Number
		if p.Section < -1 || p.Section >= len(r.Sections) {
			t.Errorf("paragraph %d: section %d of %d", p.Number, p.Section, len(r.Sections))
		}
		if p.Intervention >= 0 {
			if iv := r.Interventions[p.Intervention]; i < iv.First || i > iv.Last {
				t.Errorf("paragraph %d lies outside its intervention", p.Number)
			}
		}
	}
	for _, iv := range r.Interventions {
		s, text := iv.Speaker, r.Paragraphs[iv.First].Text
		if s.Span.Start < 0 || s.Span.End > len(text) || s.Span.Empty() || !s.Span.Contains(s.NameSpan) || s.NameSpan.Empty() {
			t.Errorf("spans %v and %v of %q", s.Span, s.NameSpan, text)
			continue
		}
		words := strings.ToLower(strings.ReplaceAll(s.NameSpan.Of(text), " ", ""))
		for _, want := range []string{s.Name.Name, s.Office} {
			if !strings.Contains(words, strings.ToLower(strings.ReplaceAll(want, " ", ""))) {
				t.Errorf("%q does not quote %q", words, want)
			}
		}
	}
}
