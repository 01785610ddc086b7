package curation_test

import (
	"bytes"
	"io/fs"
	"strings"
	"sync"
	"testing"
	"time"

	"rapporteur/data"
	"rapporteur/graph/store"
	"rapporteur/internal/correction"
	"rapporteur/internal/curation"
	"rapporteur/internal/job"
	"rapporteur/internal/library"
	"rapporteur/internal/pipeline"
	"rapporteur/schema"
)

// The invented records: two that speak of one service by two names, one that
// does not.
const (
	harbour = "The meeting was called to order at 10 a.m.\n" +
		"1.\tMs. Reed (Norway) said that the National Harbour Service had been set up under the Harbour Act.\n" +
		"2.\tThe Harbour Service kept a register of seafarers.\nThe meeting rose at 11 a.m.\n"
	quay = "The meeting was called to order at 3 p.m.\n" +
		"1.\tMr. Dahl (Norway) said that the Harbour Service had opened an office at the quay.\nThe meeting rose at 4 p.m.\n"
	school = "The meeting was called to order at 10 a.m.\n" +
		"1.\tMs. Lind (Sweden) said that the Ministry of Education had hired teachers.\nThe meeting rose at 11 a.m.\n"
)

const (
	harbourName = "CMW_C_SR.9-EN.txt"
	quayName    = "CMW_C_SR.10-EN.txt"
	schoolName  = "CMW_C_SR.11-EN.txt"
)

// merge is the correction that the records need.
var merge = correction.Entry{Action: correction.Merge, ID: "institution:NOR/harbour-service", Into: "institution:NOR/national-harbour-service",
	Reason: "one service", Date: "2026-05-02"}

var load = sync.OnceValues(func() (*pipeline.Pipeline, error) {
	return pipeline.New(pipeline.Knowledge{Lexicons: []fs.FS{data.Lexicon()}, Rules: []fs.FS{data.Rules()}})
})

func must[T any](v T, err error) func(testing.TB) T {
	return func(t testing.TB) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}

// morning is a clock that stands still.
func morning() time.Time { return time.Date(2026, 5, 3, 9, 0, 0, 0, time.UTC) }

// A room is a desk with what stands on it.
type room struct {
	*curation.Desk
	store *store.Store
	parts curation.Parts
}

// open opens the store in a folder, "" for a new one, and a desk for it.
func open(t *testing.T, folder string, opts curation.Options, written ...correction.File) *room {
	t.Helper()
	return openWith(t, folder, opts, curation.Parts{Written: written})
}

// openWith is open with parts that it completes.
func openWith(t *testing.T, folder string, opts curation.Options, parts curation.Parts) *room {
	t.Helper()
	if folder == "" {
		folder = t.TempDir()
	}
	s := must(store.Open(t.Context(), folder, store.Options{}))(t)
	opts.Now = morning
	parts.Store, parts.Library = s, library.New(folder+"/"+library.Folder)
	parts.Schema, parts.Pipeline = must(schema.Load())(t), must(load())(t)
	d, err := curation.New(t.Context(), parts, opts)
	if err != nil {
		_ = s.Close()
		t.Fatal(err)
	}
	r := &room{d, s, parts}
	t.Cleanup(func() { r.close(t) })
	return r
}

func (r *room) close(t *testing.T) {
	t.Helper()
	if r.Desk == nil {
		return
	}
	if err := r.Close(); err != nil {
		t.Error(err)
	}
	if err := r.store.Close(); err != nil {
		t.Error(err)
	}
	r.Desk = nil
}

// upload gives files to the desk: name, content, name, content.
func (r *room) upload(t *testing.T, files ...string) job.Job {
	t.Helper()
	return r.end(t, r.begin(t, files...))
}

func (r *room) begin(t *testing.T, files ...string) job.Job {
	t.Helper()
	u := must(r.NewUpload())(t)
	defer u.Close()
	for i := 0; i < len(files); i += 2 {
		if err := u.Add(files[i], strings.NewReader(files[i+1])); err != nil {
			t.Fatal(err)
		}
	}
	return must(r.Ingest(u))(t)
}

// end waits for a job.
func (r *room) end(t *testing.T, j job.Job) job.Job {
	t.Helper()
	return must(r.Jobs().Wait(t.Context(), j.ID))(t)
}

// correct makes a correction and expects it to be done.
func (r *room) correct(t *testing.T, e correction.Entry) (curation.Correction, job.Job) {
	t.Helper()
	c, j, err := r.Correct(e)
	if err != nil {
		t.Fatal(err)
	}
	return c, r.done(t, r.end(t, j))
}

func (r *room) done(t *testing.T, j job.Job) job.Job {
	t.Helper()
	if j.State != job.Done {
		t.Fatalf("%s: %s: %s %+v", j.Kind, j.State, j.Error, j.Results)
	}
	return j
}

func (r *room) export(t *testing.T) string {
	t.Helper()
	var b bytes.Buffer
	if err := r.store.Export(t.Context(), &b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// facts is the export without content hashes, which change with what is known.
func (r *room) facts(t *testing.T) string {
	t.Helper()
	var b strings.Builder
	for line := range strings.Lines(r.export(t)) {
		if !strings.Contains(line, "contentHash") {
			b.WriteString(line)
		}
	}
	return b.String()
}

// kept counts the files in the library.
func (r *room) kept(t *testing.T) int {
	t.Helper()
	return must(r.parts.Library.Sweep(func(string) bool { return true }))(t)
}
