package score_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rapporteur/data"
	"rapporteur/internal/annotation"
	"rapporteur/internal/pipeline"
	"rapporteur/internal/score"
)

var update = flag.Bool("update", false, "rewrite the golden scorecard")

const (
	goldGlob  = "../../data/gold/*.json"
	records   = "../../data/records"
	scorecard = "testdata/scorecard.txt"
)

// TestScorecard shows every change that moves a figure: the scorecard and the
// list of errors over all gold are a golden file.
func TestScorecard(t *testing.T) {
	p, err := pipeline.New(pipeline.Knowledge{Lexicons: []fs.FS{data.Lexicon()}, Rules: []fs.FS{data.Rules()}})
	if err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob(goldGlob)
	if err != nil || len(files) == 0 {
		t.Fatalf("no gold at %s: %v", goldGlob, err)
	}
	var card score.Card
	for _, f := range files {
		gold := readGold(t, f)
		card.Compare(gold, annotate(t, p, gold.Source))
	}
	var out bytes.Buffer
	if err := card.Print(&out); err != nil {
		t.Fatal(err)
	}
	if err := card.PrintErrors(&out); err != nil {
		t.Fatal(err)
	}
	if *update {
		if err := os.WriteFile(scorecard, out.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(scorecard)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), out.String()); diff != "" {
		t.Errorf("the scorecard changed (-golden +now); look at it, then run with -update:\n%s", diff)
	}
}

func readGold(t *testing.T, path string) (gold annotation.Record) {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(text, &gold); err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	return gold
}

func annotate(t *testing.T, p *pipeline.Pipeline, source string) annotation.Record {
	t.Helper()
	f, err := os.Open(filepath.Join(records, source))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	found, err := p.Read(source, f)
	if err != nil {
		t.Fatal(err)
	}
	return annotation.From(found)
}
