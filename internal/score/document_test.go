package score_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"rapporteur/internal/annotation"
	"rapporteur/internal/score"
	"rapporteur/internal/score/region"
)

const document = "../../docs/quality.md"

// TestDocument keeps the tables of docs/quality.md what the figures are.
func TestDocument(t *testing.T) {
	text, err := os.ReadFile(document)
	if err != nil {
		t.Fatal(err)
	}
	records := scored(t, all)
	doc := string(text)
	for name, table := range map[string]string{
		"gold": goldTable(records).Markdown(),
		"all":  cardTable(records).Markdown(),
		"era":  groupTable(records, score.Era).Markdown(),
		"body": groupTable(records, score.Body).Markdown(),
		"once": onceTables(t),
	} {
		if doc, err = region.Replace(doc, name, table); err != nil {
			t.Fatalf("%s: %v", document, err)
		}
	}
	golden(t, document, doc)
}

func cardTable(records []scoredRecord) score.Table {
	var card score.Card
	for _, r := range records {
		card.Add(r.card)
	}
	return card.Table()
}

func groupTable(records []scoredRecord, group func(annotation.Header) string) score.Table {
	groups := make(score.Groups)
	for _, r := range records {
		groups.Add(group(r.gold.Header), r.card)
	}
	return groups.Table()
}

// goldTable lists the records of the gold by date.
func goldTable(records []scoredRecord) score.Table {
	t := score.Table{Head: []string{"record", "meeting", "era", "paragraphs", "mentions"}}
	records = slices.Clone(records)
	slices.SortStableFunc(records, func(a, b scoredRecord) int {
		return strings.Compare(score.Era(a.gold.Header), score.Era(b.gold.Header))
	})
	for _, r := range records {
		mentions := 0
		for _, p := range r.gold.Paragraphs {
			mentions += len(p.Mentions)
		}
		t.Rows = append(t.Rows, []string{*r.gold.Header.Symbol, origin(r.gold.Source), score.Era(r.gold.Header), fmt.Sprint(len(r.gold.Paragraphs)), fmt.Sprint(mentions)})
	}
	return t
}

// origin says whether a meeting was held.
func origin(source string) string {
	if _, err := os.Stat(filepath.Join(held, source)); err == nil {
		return "held"
	}
	return "invented"
}

// onceTables returns the scorecards kept in testdata/once, the oldest first. A
// file is what it is about, in lines that begin with #, and what `rapporteur
// score --quiet` printed.
func onceTables(t *testing.T) string {
	files, err := filepath.Glob("testdata/once/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no kept scorecards: %v", err)
	}
	var tables []string
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		tables = append(tables, onceTable(string(text)))
	}
	return strings.Join(tables, "\n")
}

func onceTable(text string) string {
	var about strings.Builder
	var t score.Table
	for line := range strings.Lines(text) {
		if note, ok := strings.CutPrefix(line, "# "); ok {
			about.WriteString(note)
			continue
		}
		if cells := strings.Fields(line); t.Head == nil {
			t.Head = cells
		} else {
			t.Rows = append(t.Rows, cells)
		}
	}
	return about.String() + "\n" + t.Markdown()
}
