package score_test

import (
	"bytes"
	"encoding/json"
	"errors"
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
	samples = "../../data/gold/CMW_C_SR.46[34]-EN.json"
	all     = "../../data/gold/*.json"
)

// folders hold the records that gold is about.
var folders = []string{"../../data/records", "../../data/gold/records"}

// TestScorecards shows every change that moves a figure: the scorecards of the
// two sample records and of all gold, with their errors, are golden files.
func TestScorecards(t *testing.T) {
	t.Run("samples", func(t *testing.T) { scorecard(t, samples, "testdata/samples.txt") })
	t.Run("all", func(t *testing.T) { scorecard(t, all, "testdata/all.txt") })
}

func scorecard(t *testing.T, glob, golden string) {
	p, err := pipeline.New(pipeline.Knowledge{Lexicons: []fs.FS{data.Lexicon()}, Rules: []fs.FS{data.Rules()}})
	if err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob(glob)
	if err != nil || len(files) == 0 {
		t.Fatalf("no gold at %s: %v", glob, err)
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
		if err := os.WriteFile(golden, out.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
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
	for _, dir := range folders {
		f, err := os.Open(filepath.Join(dir, source))
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
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
	t.Fatalf("no record %s in %v", source, folders)
	return annotation.Record{}
}
