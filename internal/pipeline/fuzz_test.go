package pipeline_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"rapporteur/graph"
	"rapporteur/internal/annotation"
)

// FuzzRead reads a record with any text in a paragraph: nothing panics, every
// mention quotes its paragraph, and what was found are facts that a graph takes.
func FuzzRead(f *testing.F) {
	paths, err := filepath.Glob(samples)
	if err != nil || len(paths) == 0 {
		f.Fatalf("no seeds at %s: %v", samples, err)
	}
	for _, path := range paths {
		text, err := os.ReadFile(path)
		if err != nil {
			f.Fatal(err)
		}
		for line := range strings.Lines(string(text)) {
			f.Add(line)
		}
	}
	p := newPipeline(f)
	f.Fuzz(func(t *testing.T, line string) {
		record := "The meeting was called to order at 10 a.m.\nThird periodic report of Norway (CMW/C/NOR/3)\n1.\tMr. Doe (Norway) said that " + line + "\nThe meeting rose at 6 p.m.\n"
		found, err := p.Read("CMW_C_SR.1-EN.txt", strings.NewReader(record))
		if err != nil {
			return // refused, which reader and parser test
		}
		for _, para := range annotation.From(found).Paragraphs {
			runes := []rune(para.Text)
			for _, m := range para.Mentions {
				if m.Start < 0 || m.End > len(runes) || m.Start >= m.End || string(runes[m.Start:m.End]) != m.Text {
					t.Fatalf("mention %+v does not quote %q", m, para.Text)
				}
			}
		}
		if _, err := graph.Quads(found.Statements()); err != nil {
			t.Fatalf("facts that the graph refuses: %v", err)
		}
	})
}
