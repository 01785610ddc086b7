package topicfit_test

import (
	"bytes"
	"flag"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"rapporteur/internal/lexicon"
	"rapporteur/internal/rule"
	"rapporteur/internal/topicfit"
)

var update = flag.Bool("update", false, "rewrite what testdata wants")

const cases = "testdata/fit.txtar"

// TestFit fits a small vocabulary to two small files.
func TestFit(t *testing.T) {
	a, err := txtar.ParseFile(cases)
	if err != nil {
		t.Fatal(err)
	}
	topics := a.Files[0].Data
	l := vocabulary(t, fstest.MapFS{"topics.tsv": {Data: topics}})
	r := topicfit.NewReader(l, rules(t))
	var sets []topicfit.Set
	var all []topicfit.Example
	for _, f := range a.Files {
		name, ok := strings.CutSuffix(f.Name, ".jsonl")
		if !ok {
			continue
		}
		examples, err := r.Lines(bytes.NewReader(f.Data))
		if err != nil {
			t.Fatal(err)
		}
		sets = append(sets, topicfit.Set{Name: name, Examples: examples})
		all = append(all, examples...)
	}
	same(t, a, "want.tsv", topicfit.Fit(l, all).Rewrite(topics))
	same(t, a, "table.md", []byte(topicfit.Table(topicfit.Cross(l, sets)).Markdown()))
	if *update {
		if err := os.WriteFile(cases, txtar.Format(a), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// same compares a file of the archive with what is got, or puts that into it.
func same(t *testing.T, a *txtar.Archive, name string, got []byte) {
	t.Helper()
	f := &a.Files[slices.IndexFunc(a.Files, func(f txtar.File) bool { return f.Name == name })]
	if *update {
		f.Data = got
	}
	if diff := cmp.Diff(string(f.Data), string(got)); diff != "" {
		t.Errorf("%s (-file +got):\n%s", name, diff)
	}
}

func vocabulary(t *testing.T, files fstest.MapFS) *lexicon.Lexicon {
	t.Helper()
	l, err := lexicon.Load(files)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func rules(t *testing.T) *rule.Set {
	t.Helper()
	r, err := rule.Load(os.DirFS("../../data/rules"))
	if err != nil {
		t.Fatal(err)
	}
	return r
}
