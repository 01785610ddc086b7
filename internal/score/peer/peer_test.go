package peer_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"rapporteur/internal/annotation"
	"rapporteur/internal/score/peer"
	"rapporteur/schema"
)

var update = flag.Bool("update", false, "rewrite what is wanted")

// TestCompare reads testdata/*.txtar: a text, what gold mentions in it and what
// was found, a line a name: how ("name", "demonym", …; gold only), type ("-" for
// none) and words, which stand for their first place in the text.
func TestCompare(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) { compareCase(t, file) })
	}
}

func compareCase(t *testing.T, file string) {
	archive, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	parts := make(map[string]string)
	for _, f := range archive.Files {
		parts[f.Name] = string(f.Data)
	}
	text := strings.TrimSpace(parts["text"])
	gold := annotation.Paragraph{Text: text}
	for line := range strings.Lines(parts["gold"]) {
		how, name, _ := strings.Cut(line, " ")
		s := span(t, text, name)
		gold.Mentions = append(gold.Mentions, annotation.Mention{How: how, Type: s.Type, Start: s.Start, End: s.End})
	}
	var found []peer.Span
	for line := range strings.Lines(parts["found"]) {
		found = append(found, span(t, text, line))
	}
	figures := make(peer.Figures)
	names, aside := peer.Spans(gold)
	figures.Compare(text, names, aside, found)
	var got strings.Builder
	for _, class := range append(peer.Types(), peer.Any) {
		fmt.Fprintf(&got, "%-11s exact %+v overlap %+v\n", class, figures[class].Exact, figures[class].Overlap)
	}
	if *update {
		archive.Files[len(archive.Files)-1].Data = []byte(got.String())
		if err := os.WriteFile(file, txtar.Format(archive), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if diff := cmp.Diff(parts["want"], got.String()); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// span returns the span of a line "Type words".
func span(t *testing.T, text, line string) peer.Span {
	t.Helper()
	class, words, _ := strings.Cut(strings.TrimSpace(line), " ")
	before, _, ok := strings.Cut(text, words)
	if !ok {
		t.Fatalf("%q is not in the text", words)
	}
	start := utf8.RuneCountInString(before)
	return peer.Span{Type: schema.Class(strings.Trim(class, "-")), Start: start, End: start + utf8.RuneCountInString(words)}
}
