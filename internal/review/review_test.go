package review_test

import (
	"bytes"
	"context"
	"flag"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/cayleygraph/quad"
	"golang.org/x/tools/txtar"

	"rapporteur/data"
	"rapporteur/graph"
	"rapporteur/graph/store"
	"rapporteur/internal/correction"
	"rapporteur/internal/pipeline"
	"rapporteur/internal/review"
	"rapporteur/queries/gizmo"
	"rapporteur/schema"
)

var update = flag.Bool("update", false, "rewrite the expected files in testdata")

const harbour = "testdata/harbour.txtar"

type records struct{ *store.Store }

func (r records) Replace(ctx context.Context, id graph.ID, quads []quad.Quad) error {
	_, err := r.Store.Replace(ctx, id, quads)
	return err
}

// ingest reads the records of an archive into a new store and returns it with
// the corrections that matched nothing.
func ingest(t *testing.T, archive *txtar.Archive, corrections ...correction.File) (*store.Store, []*correction.Entry) {
	t.Helper()
	p, err := pipeline.New(pipeline.Knowledge{Lexicons: []fs.FS{data.Lexicon()}, Rules: []fs.FS{data.Rules()}, Corrections: corrections})
	if err != nil {
		t.Fatal(err)
	}
	s, err := store.Open(t.Context(), store.Memory, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	var sources []pipeline.Source
	for _, f := range archive.Files {
		if strings.HasSuffix(f.Name, ".txt") {
			sources = append(sources, pipeline.Source{Path: f.Name, Open: func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(f.Data)), nil }})
		}
	}
	if len(sources) == 0 {
		t.Fatal("no records")
	}
	err = p.Ingest(t.Context(), sources, records{s}, func(r pipeline.Result) {
		if r.Err != nil || len(r.Refused) > 0 {
			t.Errorf("%s: %v, refused %v", r.Path, r.Err, r.Refused)
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	return s, p.Unmatched()
}

func find(t *testing.T, s *store.Store, opts review.Options) *review.Report {
	t.Helper()
	sch, err := schema.Load()
	if err != nil {
		t.Fatal(err)
	}
	report, err := review.Find(t.Context(), s, sch, opts)
	if err != nil {
		t.Fatal(err)
	}
	return report
}

func yamlOf(t *testing.T, r *review.Report) string {
	t.Helper()
	var b strings.Builder
	if err := r.WriteYAML(&b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// TestReport compares what is suggested of the invented records of each archive,
// then accepts all of it: every entry loads and matches, and nothing of it is
// suggested again.
func TestReport(t *testing.T) {
	paths, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no archives: %v", err)
	}
	for _, path := range paths {
		t.Run(filepath.Base(path), func(t *testing.T) { reportOf(t, path) })
	}
}

func reportOf(t *testing.T, path string) {
	archive, err := txtar.ParseFile(path)
	if err != nil {
		t.Fatal(err)
	}
	want := &archive.Files[len(archive.Files)-1]
	s, _ := ingest(t, archive)
	report := find(t, s, review.Options{Date: "2026-05-02"})
	got := yamlOf(t, report)
	if *update {
		want.Data = []byte(got)
		if err := os.WriteFile(path, txtar.Format(archive), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if got != string(want.Data) {
		t.Errorf("got:\n%s", got)
	}
	if again := yamlOf(t, find(t, s, review.Options{Date: "2026-05-02"})); again != got {
		t.Errorf("the second time:\n%s", again)
	}

	all := correction.File{Name: "all.yaml", Data: []byte(accept(got))}
	s, unmatched := ingest(t, archive, all)
	for _, e := range unmatched {
		t.Errorf("%s: %s %s matches nothing", e.Place(), e.Action, e.ID)
	}
	old := make(map[string]bool)
	for _, d := range append(report.Duplicates, report.Doubts...) {
		old[d.Entry.ID+" "+d.Entry.Paragraph+" "+d.Entry.Words] = true
	}
	after := find(t, s, review.Options{Date: "2026-05-02"})
	for _, d := range append(after.Duplicates, after.Doubts...) {
		if old[d.Entry.ID+" "+d.Entry.Paragraph+" "+d.Entry.Words] {
			t.Errorf("suggested again: %+v", d.Entry)
		}
	}
}

// accept takes "# " away from all lines, as a user does from those that are right.
func accept(yaml string) string {
	var b strings.Builder
	for line := range strings.Lines(yaml) {
		b.WriteString(strings.TrimPrefix(line, "# "))
	}
	return b.String()
}

// TestAcceptedPersonSpeaks checks that facts are stated of somebody who might have
// been several persons once a correction says who it is, and none before.
func TestAcceptedPersonSpeaks(t *testing.T) {
	archive, err := txtar.ParseFile("testdata/namesakes.txtar")
	if err != nil {
		t.Fatal(err)
	}
	speaker := func(corrections ...correction.File) (out []string) {
		s, _ := ingest(t, archive, corrections...)
		p, err := gizmo.Compile(`g.V("<para:CMW/C/SR.8#3>").Out("<rap:spokenBy>").All()`, nil)
		if err != nil {
			t.Fatal(err)
		}
		result, err := s.Run(t.Context(), p, gizmo.Limits{})
		if err != nil {
			t.Fatal(err)
		}
		for _, row := range result.Rows {
			out = append(out, quad.ToString(row["id"]))
		}
		return out
	}
	if got := speaker(); len(got) != 0 {
		t.Errorf("spoken by %v, which the record does not say", got)
	}
	all := correction.File{Name: "all.yaml", Data: []byte(accept(string(archive.Files[len(archive.Files)-1].Data)))}
	if got := speaker(all); !slices.Equal(got, []string{"<person:BRA/ana-silvano>"}) {
		t.Errorf("spoken by %v with the corrections", got)
	}
}

func TestNothingIsAcceptedYet(t *testing.T) {
	archive, err := txtar.ParseFile(harbour)
	if err != nil {
		t.Fatal(err)
	}
	sch, err := schema.Load()
	if err != nil {
		t.Fatal(err)
	}
	set, err := correction.Load(sch, correction.File{Name: "want.yaml", Data: archive.Files[len(archive.Files)-1].Data})
	if err != nil || len(set.Entries()) > 0 {
		t.Errorf("%v, %v", set.Entries(), err)
	}
}

func TestLimit(t *testing.T) {
	archive, err := txtar.ParseFile(harbour)
	if err != nil {
		t.Fatal(err)
	}
	s, _ := ingest(t, archive)
	all, one := find(t, s, review.Options{}), find(t, s, review.Options{Limit: 1})
	if len(all.Duplicates) < 2 || len(one.Duplicates) != 1 || len(one.Doubts) != 1 || one.AllDuplicates != len(all.Duplicates) || one.AllDoubts != len(all.Doubts) {
		t.Errorf("%d of %d duplicates, %d of %d doubts; all: %d, %d", len(one.Duplicates), one.AllDuplicates, len(one.Doubts), one.AllDoubts, len(all.Duplicates), len(all.Doubts))
	}
	if text := yamlOf(t, one); !strings.Contains(text, "the first 1 of ") {
		t.Errorf("the report does not say that it is cut: %.200s", text)
	}
}

func TestEmptyStore(t *testing.T) {
	s, err := store.Open(t.Context(), store.Memory, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if got := yamlOf(t, find(t, s, review.Options{})); !strings.HasPrefix(got, "## 0 likely duplicates, 0 doubtful extractions.") {
		t.Errorf("%s", got)
	}
}
