package resolve_test

import (
	"bytes"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"rapporteur/internal/resolve"
	"rapporteur/schema"
)

// TestContexts reads the records of each archive in testdata/contexts, and
// compares what is under review, for whom is spoken, and what the instruments and
// institutions mentioned are, with the file "found" behind them.
func TestContexts(t *testing.T) {
	paths, err := filepath.Glob("testdata/contexts/*.txtar")
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
			var got strings.Builder
			for _, f := range archive.Files {
				if f.Name == "found" {
					continue
				}
				records = append(records, f)
				found, err := p.Read(f.Name, bytes.NewReader(f.Data))
				if err != nil {
					t.Fatal(err)
				}
				showContext(&got, found)
			}
			if len(records) == 0 || got.Len() == 0 {
				t.Fatal("no records")
			}
			archive.Files = append(records, txtar.File{Name: "found", Data: []byte(got.String())})
			golden(t, path, string(txtar.Format(archive)))
		})
	}
}

// showContext prints the States under review, then for each paragraph whom its
// speaker speaks for and a mention a line.
func showContext(b *strings.Builder, r *resolve.Resolution) {
	fmt.Fprintf(b, "%s reviews %v\n", r.Record.Header.Symbol, r.States)
	for i, p := range r.Paragraphs {
		fmt.Fprintf(b, "%d.", r.Record.Paragraphs[i].Number)
		if s := p.Speaker; s != nil && s.SpeaksFor != "" {
			fmt.Fprintf(b, " for %s", s.SpeaksFor)
		}
		b.WriteByte('\n')
		for _, m := range p.Mentions {
			if m.Entity.Class == schema.ClassPerson || m.Entity.Class == schema.ClassCountry {
				continue
			}
			fmt.Fprintf(b, "   %s → %s %s", m.Span.Of(r.Record.Paragraphs[i].Text), m.Entity.ID, m.Provision)
			b.WriteByte('\n')
		}
	}
	for _, s := range r.Statements() {
		if s.Predicate == schema.Party && s.Subject.Prefix() == "agreement" {
			fmt.Fprintf(b, "%s %s %s  [%s]\n", s.Subject, s.Predicate, s.Object, s.Label.Cite())
		}
	}
}
