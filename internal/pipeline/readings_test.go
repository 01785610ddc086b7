package pipeline_test

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"rapporteur/internal/annotation"
)

var update = flag.Bool("update", false, "rewrite the expected files in testdata")

// TestReadings reads the small records in testdata/*.txtar, each about one
// phenomenon, and compares what was found with the file "found" beside them.
func TestReadings(t *testing.T) {
	paths, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no readings: %v", err)
	}
	p := newPipeline(t)
	for _, path := range paths {
		t.Run(filepath.Base(path), func(t *testing.T) {
			archive, err := txtar.ParseFile(path)
			if err != nil || len(archive.Files) == 0 {
				t.Fatalf("reading the archive: %v", err)
			}
			rec := archive.Files[0]
			found, err := p.Read(rec.Name, bytes.NewReader(rec.Data))
			if err != nil {
				t.Fatal(err)
			}
			got := show(annotation.From(found))
			if *update {
				archive.Files = append(archive.Files[:1], txtar.File{Name: "found", Data: []byte(got)})
				if err := os.WriteFile(path, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if len(archive.Files) != 2 {
				t.Fatal("no file \"found\"; run with -update and look at what it says")
			}
			if diff := cmp.Diff(string(archive.Files[1].Data), got); diff != "" {
				t.Errorf("found other things (-want +got):\n%s", diff)
			}
		})
	}
}

// show prints an annotated record as people read it: for each paragraph the
// speaker, then each mention with its words, id and how it was found.
func show(r annotation.Record) string {
	var b strings.Builder
	for _, p := range r.Paragraphs {
		fmt.Fprintf(&b, "%d. %s\n", p.Number, speaker(p.Speaker))
		for _, m := range p.Mentions {
			fmt.Fprintf(&b, "   %s = %s (%s)", m.Text, m.ID, m.How)
			if m.Provision != nil {
				fmt.Fprintf(&b, " %s", *m.Provision)
			}
			b.WriteByte('\n')
		}
	}
	return b.String()
}

func speaker(s *annotation.Speaker) string {
	if s == nil {
		return "nobody"
	}
	out := value(s.ID)
	if s.Capacity != nil {
		out += ", " + *s.Capacity
	}
	if s.SpeaksFor != nil {
		out += ", for " + *s.SpeaksFor
	}
	return out + ", " + s.From
}

func value(s *string) string {
	if s == nil {
		return "unknown"
	}
	return *s
}
