package score_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"rapporteur/internal/annotation"
	"rapporteur/internal/score"
)

// TestTopics reads testdata/topics/*.txtar: the topics above topics, a line
// each, and a line a paragraph of what gold says, what was found and what that
// is worth.
func TestTopics(t *testing.T) {
	files, err := filepath.Glob("testdata/topics/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) { topicCase(t, file) })
	}
}

func topicCase(t *testing.T, file string) {
	archive, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	parts := make(map[string]string)
	for _, f := range archive.Files {
		parts[f.Name] = string(f.Data)
	}
	gold, found := topicRecord(parts["gold"]), topicRecord(parts["found"])
	broader := make(map[string][]string)
	for line := range strings.Lines(parts["broader"]) {
		words := strings.Fields(line)
		broader[words[0]] = words[1:]
	}
	card := score.Compare(gold, found, score.Topics{
		Known:   func(id string) bool { return strings.Contains(parts["gold"], id) },
		Broader: func(id string) []string { return broader[id] },
	})
	var got strings.Builder
	fmt.Fprintf(&got, "%+v\n", card.Lines["topics"])
	for _, e := range card.Errors {
		fmt.Fprintf(&got, "%d: %s\n", e.Para, e.Text)
	}
	if *update {
		for i := range archive.Files {
			if archive.Files[i].Name == "want" {
				archive.Files[i].Data = []byte(got.String())
			}
		}
		if err := os.WriteFile(file, txtar.Format(archive), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if diff := cmp.Diff(parts["want"], got.String()); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// topicRecord returns a record with a paragraph for each line of topics.
func topicRecord(lines string) (r annotation.Record) {
	for line := range strings.Lines(lines) {
		p := annotation.Paragraph{Number: len(r.Paragraphs) + 1}
		for _, id := range strings.Fields(line) {
			p.Topics = append(p.Topics, annotation.Topic{ID: id})
		}
		r.Paragraphs = append(r.Paragraphs, p)
	}
	return r
}
