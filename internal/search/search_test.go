package search_test

import (
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"rapporteur/graph/store"
	"rapporteur/graph/store/storetest"
	"rapporteur/internal/excerpt"
	"rapporteur/internal/names"
	"rapporteur/internal/search"
	"rapporteur/schema"
)

var update = flag.Bool("update", false, "rewrite the expected hits in testdata/*.txtar")

var fixtures = []string{"../../queries/testdata/lighthouse.nq", "../web/testdata/hostile.nq"}

// open returns an index of the fixtures.
func open(t testing.TB, opts search.Options) (*search.Index, *store.Store) {
	t.Helper()
	s := storetest.Open(t, fixtures...)
	return over(t, s, opts), s
}

// over returns an index of a store, which is closed when the test ends.
func over(t testing.TB, s search.Store, opts search.Options) *search.Index {
	t.Helper()
	sch, err := schema.Load()
	if err != nil {
		t.Fatal(err)
	}
	book := names.NewBook(s, sch)
	x := search.Open(s, book, sch, opts)
	t.Cleanup(func() {
		if err := x.Close(); err != nil {
			t.Error(err)
		}
		book.Close()
	})
	return x
}

// TestSearch asks what testdata/*.txtar has: each file of an archive is a query,
// by lines "field: value", and behind an empty line a line for each hit, marked
// words in brackets.
func TestSearch(t *testing.T) {
	x, _ := open(t, search.Options{})
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no testdata/*.txtar: %v", err)
	}
	for _, file := range files {
		archive, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for i, f := range archive.Files {
			t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar")+"/"+f.Name, func(t *testing.T) {
				question, want, _ := strings.Cut(string(f.Data), "\n\n")
				got := shown(x.Search(context.Background(), query(t, question)))
				if diff := cmp.Diff(want, got); diff != "" && !*update {
					t.Errorf("(-want +got):\n%s", diff)
				}
				archive.Files[i].Data = []byte(strings.TrimSpace(question) + "\n\n" + got)
			})
		}
		if *update {
			if err := os.WriteFile(file, txtar.Format(archive), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// query reads lines of fields.
func query(t *testing.T, text string) (q search.Query) {
	t.Helper()
	fields := map[string]any{}
	for line := range strings.Lines(text) {
		name, value, ok := strings.Cut(strings.TrimSpace(line), ": ")
		if !ok {
			t.Fatalf("%q is not field: value", line)
		}
		fields[name] = value
	}
	data, err := json.Marshal(fields)
	if err == nil {
		err = json.Unmarshal(data, &q)
	}
	if err != nil {
		t.Fatal(err)
	}
	return q
}

// shown is a line for each hit.
func shown(r *search.Result, err error) string {
	if err != nil {
		return fmt.Sprintf("error: %v\n", err)
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%d in all\n", r.Total)
	for _, p := range r.Paragraphs {
		fmt.Fprintf(&b, "%s: %s\n", p.CiteAs, marked(p.Fragment))
	}
	for _, e := range r.Entities {
		fmt.Fprintf(&b, "%s: %s %v\n", e.ID, e.Label, e.Matched)
	}
	return b.String()
}

func marked(f excerpt.Fragment) string {
	letters := []rune(f.Text)
	var b strings.Builder
	at := 0
	for _, m := range f.Marks {
		b.WriteString(string(letters[at:m.Start]) + "[" + string(letters[m.Start:m.End]) + "]")
		at = m.End
	}
	return b.String() + string(letters[at:])
}
