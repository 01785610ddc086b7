package pipeline_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/cayleygraph/quad"

	"rapporteur/graph"
	"rapporteur/graph/store"
	"rapporteur/internal/pipeline"
)

const samples = "../../data/records/*"

type records struct{ *store.Store }

func (r records) Replace(ctx context.Context, id graph.ID, quads []quad.Quad) error {
	_, err := r.Store.Replace(ctx, id, quads)
	return err
}

func newPipeline(t testing.TB) *pipeline.Pipeline {
	t.Helper()
	p, err := pipeline.New(knowledge())
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func sampleSources(t testing.TB) []pipeline.Source {
	t.Helper()
	paths, err := filepath.Glob(samples)
	if err != nil || len(paths) == 0 {
		t.Fatalf("no records at %s: %v", samples, err)
	}
	var out []pipeline.Source
	for _, path := range paths {
		out = append(out, pipeline.Source{Path: path, Open: func() (io.ReadCloser, error) { return os.Open(path) }})
	}
	return out
}

func text(name, content string) pipeline.Source {
	return pipeline.Source{Path: name, Open: func() (io.ReadCloser, error) { return io.NopCloser(strings.NewReader(content)), nil }}
}

func newStore(t testing.TB) records {
	t.Helper()
	s, err := store.Open(t.Context(), store.Memory, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return records{s}
}

func ingest(t testing.TB, p *pipeline.Pipeline, sources []pipeline.Source, s pipeline.Store) []pipeline.Result {
	t.Helper()
	var out []pipeline.Result
	if err := p.Ingest(t.Context(), sources, s, func(r pipeline.Result) { out = append(out, r) }); err != nil {
		t.Fatal(err)
	}
	return out
}

func export(t testing.TB, s records) string {
	t.Helper()
	var b bytes.Buffer
	if err := s.Export(t.Context(), &b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestIngestTwiceGivesTheSameGraph(t *testing.T) {
	p, s := newPipeline(t), newStore(t)
	sources := sampleSources(t)
	for _, r := range ingest(t, p, sources, s) {
		if r.Outcome != pipeline.Added || len(r.Refused) > 0 {
			t.Errorf("%s: %s, %v, refused %v", r.Path, r.Outcome, r.Err, r.Refused)
		}
	}
	first := export(t, s)
	for _, r := range ingest(t, p, sources, s) {
		if r.Outcome != pipeline.Unchanged {
			t.Errorf("%s: %s on the second time", r.Path, r.Outcome)
		}
	}
	if export(t, s) != first {
		t.Error("ingesting twice changed the graph")
	}
	backwards := newStore(t)
	slices.Reverse(sources)
	ingest(t, p, sources, backwards)
	if export(t, backwards) != first {
		t.Error("the order of the files changed the graph")
	}
}

func TestIngestGoesOnAfterABadFile(t *testing.T) {
	p, s := newPipeline(t), newStore(t)
	missing := pipeline.Source{Path: "gone.txt", Open: func() (io.ReadCloser, error) { return nil, os.ErrNotExist }}
	sources := append([]pipeline.Source{missing, text("empty.txt", ""), text("letter.txt", "Dear colleague,\nthe meeting is on Friday.\n")}, sampleSources(t)...)
	results := ingest(t, p, sources, s)
	for i, r := range results {
		if bad := i < 3; bad != (r.Outcome == pipeline.Failed) || bad != (r.Err != nil) {
			t.Errorf("%s: %s, %v", r.Path, r.Outcome, r.Err)
		}
	}
	if got, err := s.Records(t.Context()); err != nil || len(got) != 2 {
		t.Errorf("store holds %v, %v", got, err)
	}
}

func TestChangedFileReplacesItsRecord(t *testing.T) {
	p, s := newPipeline(t), newStore(t)
	const name = "CMW_C_SR.1-EN.txt"
	const before = "The meeting was called to order at 10 a.m.\n1.\tMr. Doe (Norway) said that the Labour Code applied.\nThe meeting rose at 11 a.m.\n"
	ingest(t, p, []pipeline.Source{text(name, before)}, s)
	if !strings.Contains(export(t, s), "labour-code") {
		t.Fatal("the law is not in the graph")
	}
	after := strings.Replace(before, "Labour Code", "Penal Code", 1)
	if r := ingest(t, p, []pipeline.Source{text(name, after)}, s)[0]; r.Outcome != pipeline.Replaced {
		t.Errorf("%s, %v", r.Outcome, r.Err)
	}
	if got := export(t, s); strings.Contains(got, "labour-code") || !strings.Contains(got, "penal-code") {
		t.Error("the graph still says what the file said before")
	}
}

type brokenStore struct{ records }

func (brokenStore) Replace(context.Context, graph.ID, []quad.Quad) error {
	return errors.New("no space left on device")
}

func TestIngestStopsWhenTheStoreFails(t *testing.T) {
	p := newPipeline(t)
	n := 0
	err := p.Ingest(t.Context(), sampleSources(t), brokenStore{newStore(t)}, func(pipeline.Result) { n++ })
	if !errors.Is(err, pipeline.ErrStopped) || n != 1 {
		t.Errorf("%v after %d files", err, n)
	}
}

func TestOneRecordInTwoFilesIsReadOnce(t *testing.T) {
	p, s := newPipeline(t), newStore(t)
	const body = "The meeting was called to order at 10 a.m.\n1.\tMr. Doe (Norway) said that it was so.\nThe meeting rose at 11 a.m.\n"
	sources := []pipeline.Source{text("a/CMW_C_SR.1-EN.txt", body), text("b/CMW_C_SR.1-EN.txt", body)}
	for range 2 {
		results := ingest(t, p, sources, s)
		if results[0].Outcome == pipeline.Duplicate || results[1].Outcome != pipeline.Duplicate || !strings.Contains(results[1].Note, "a/") {
			t.Errorf("%s, then %s (%s)", results[0].Outcome, results[1].Outcome, results[1].Note)
		}
	}
}

func TestNoteOnMendedBytes(t *testing.T) {
	p, s := newPipeline(t), newStore(t)
	const body = "The meeting was called to order at 10 a.m.\n1.\tMr. Do\xe9 (Norway) said that it was so.\nThe meeting rose at 11 a.m.\n"
	r := ingest(t, p, []pipeline.Source{text("CMW_C_SR.1-EN.txt", body)}, s)[0]
	if r.Outcome != pipeline.Added || !strings.Contains(r.Note, "no UTF-8") {
		t.Errorf("%s, %v, note %q", r.Outcome, r.Err, r.Note)
	}
}

func TestTooManyParagraphsAreRefused(t *testing.T) {
	p, s := newPipeline(t), newStore(t)
	var b strings.Builder
	b.WriteString("The meeting was called to order at 10 a.m.\n")
	for n := range pipeline.MaxParagraphs + 1 {
		fmt.Fprintf(&b, "%d.\tMr. Doe said that it was so.\n", n+1)
	}
	b.WriteString("The meeting rose at 11 a.m.\n")
	r := ingest(t, p, []pipeline.Source{text("CMW_C_SR.1-EN.txt", b.String())}, s)[0]
	if !errors.Is(r.Err, pipeline.ErrTooManyParagraphs) {
		t.Errorf("%s, %v", r.Outcome, r.Err)
	}
}

// slowStore lets one write pass at a time, when told to.
type slowStore struct {
	records
	pass chan struct{}
}

func (s slowStore) Replace(ctx context.Context, id graph.ID, quads []quad.Quad) error {
	<-s.pass
	return s.records.Replace(ctx, id, quads)
}

// TestReadingDoesNotRunAhead: while a write waits, only a few files are read.
func TestReadingDoesNotRunAhead(t *testing.T) {
	p := newPipeline(t)
	s := slowStore{newStore(t), make(chan struct{})}
	var opened atomic.Int32
	var sources []pipeline.Source
	for n := range 200 {
		body := "The meeting was called to order at 10 a.m.\n1.\tMr. Doe said that it was so.\nThe meeting rose at 11 a.m.\n"
		sources = append(sources, pipeline.Source{Path: fmt.Sprintf("CMW_C_SR.%d-EN.txt", n+1), Open: func() (io.ReadCloser, error) {
			opened.Add(1)
			return io.NopCloser(strings.NewReader(body)), nil
		}})
	}
	done := 0
	finished := make(chan error)
	go func() {
		finished <- p.Ingest(t.Context(), sources, s, func(pipeline.Result) {
			done++
			if ahead := int(opened.Load()) - done; ahead > 3*runtime.GOMAXPROCS(0)+1 {
				t.Errorf("%d files read ahead of the writing", ahead)
			}
		})
	}()
	for range sources {
		s.pass <- struct{}{}
	}
	if err := <-finished; err != nil {
		t.Fatal(err)
	}
}

// A mistake of the program's that one file brings out is that file's failure.
func TestPanicIsTheFailureOfItsFile(t *testing.T) {
	broken := pipeline.Source{Path: "broken.txt", Open: func() (io.ReadCloser, error) { panic("out of range") }}
	s := newStore(t)
	results := ingest(t, newPipeline(t), append([]pipeline.Source{broken}, sampleSources(t)[0]), s)
	fault, ok := errors.AsType[*pipeline.Fault](results[0].Err)
	if !ok || fault.Panic != "out of range" || !strings.Contains(fault.Stack, "ingest_test.go") || strings.Contains(fault.Error(), "range") {
		t.Errorf("the broken file: %+v", results[0])
	}
	if results[1].Outcome != pipeline.Added {
		t.Errorf("the file beside it: %+v", results[1])
	}
}
