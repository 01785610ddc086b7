package score_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rapporteur/data"
	"rapporteur/internal/annotation"
	"rapporteur/internal/pipeline"
	"rapporteur/internal/score"
)

var update = flag.Bool("update", false, "rewrite the golden scorecards and the figures of docs/quality.md")

const (
	samples = "../../data/gold/CMW_C_SR.46[34]-EN.json"
	all     = "../../data/gold/*.json"
)

// Folders of the records that gold is about: those of meetings that were held,
// and invented ones.
const (
	held     = "../../data/records"
	invented = "../../data/gold/records"
)

// TestScorecards shows every change that moves a figure: the scorecards of the
// two sample records and of all gold, with their errors, are golden files.
func TestScorecards(t *testing.T) {
	t.Run("samples", func(t *testing.T) { scorecard(t, samples, "testdata/samples.txt") })
	t.Run("all", func(t *testing.T) { scorecard(t, all, "testdata/all.txt") })
}

func scorecard(t *testing.T, glob, file string) {
	var card score.Card
	for _, r := range scored(t, glob) {
		card.Add(r.card)
	}
	var out bytes.Buffer
	if err := card.Table().Text(&out); err != nil {
		t.Fatal(err)
	}
	if err := card.PrintErrors(&out); err != nil {
		t.Fatal(err)
	}
	golden(t, file, out.String())
}

// golden compares what a file holds with now, or writes it.
func golden(t *testing.T, file, now string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(file, []byte(now), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), now); diff != "" {
		t.Errorf("%s is not what the figures are (-file +now); look at them, then run with -update:\n%s", file, diff)
	}
}

// A scoredRecord is one record of gold and how well it was read.
type scoredRecord struct {
	gold annotation.Record
	card score.Card
}

// scored reads the records of the gold files that a pattern names.
func scored(t *testing.T, glob string) (out []scoredRecord) {
	t.Helper()
	files, err := filepath.Glob(glob)
	if err != nil || len(files) == 0 {
		t.Fatalf("no gold at %s: %v", glob, err)
	}
	var gold []annotation.Record
	for _, f := range files {
		gold = append(gold, readGold(t, f))
	}
	p := newPipeline(t)
	topics := score.Topics{Known: p.MainTopic, Broader: p.Broader}
	for _, g := range gold {
		out = append(out, scoredRecord{g, score.Compare(g, annotate(t, p, g.Source), topics)})
	}
	return out
}

var loadOnce = sync.OnceValues(func() (*pipeline.Pipeline, error) {
	return pipeline.New(pipeline.Knowledge{Lexicons: []fs.FS{data.Lexicon()}, Rules: []fs.FS{data.Rules()}})
})

func newPipeline(t *testing.T) *pipeline.Pipeline {
	t.Helper()
	p, err := loadOnce()
	if err != nil {
		t.Fatal(err)
	}
	return p
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
	for _, dir := range []string{held, invented} {
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
	t.Fatalf("no record %s in %s or %s", source, held, invented)
	return annotation.Record{}
}
