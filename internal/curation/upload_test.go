package curation_test

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rapporteur/internal/curation"
	"rapporteur/internal/job"
	"rapporteur/internal/reader/readertest"
)

func outcomes(j job.Job) map[string]string {
	out := map[string]string{}
	for _, r := range j.Results {
		out[r.File] = r.Outcome
	}
	return out
}

func TestUpload(t *testing.T) {
	r := open(t, "", curation.Options{})
	zipped := string(readertest.Zip(readertest.File{Name: "../../" + quayName, Data: quay}, readertest.File{Name: "deep/broken.pdf", Data: "%PDF-1.4\nno more"}))
	j := r.done(t, r.upload(t, harbourName, harbour, "more.zip", zipped, "note.txt", school, "note.meta.yaml", "symbol: CMW/C/SR.11\n"))
	want := map[string]string{harbourName: "added", "more.zip!../../" + quayName: "added", "more.zip!deep/broken.pdf": "failed", "note.txt": "added"}
	if diff := cmp.Diff(want, outcomes(j)); diff != "" {
		t.Errorf("outcomes (-want +got):\n%s", diff)
	}
	if j.Files != 4 || j.Done != 4 || j.Counts["added"] != 3 || j.Started == nil || j.Ended == nil {
		t.Errorf("job %+v", j)
	}
	if n := r.kept(t); n != 3 {
		t.Errorf("%d files are kept", n)
	}
	for _, x := range j.Results {
		if strings.Contains(x.Error, r.store.Folder()) {
			t.Errorf("it tells where it lies: %s", x.Error)
		}
	}
	again := r.done(t, r.upload(t, harbourName, harbour))
	if again.Counts["unchanged"] != 1 {
		t.Errorf("again: %v", again.Counts)
	}
	changed := r.done(t, r.upload(t, harbourName, strings.ReplaceAll(harbour, "seafarers", "pilots")))
	if n := r.kept(t); changed.Counts["replaced"] != 1 || n != 3 {
		t.Errorf("changed: %v, %d kept", changed.Counts, n)
	}
	if left, _ := filepath.Glob(filepath.Join(r.store.Folder(), "uploads", "*")); len(left) > 0 {
		t.Errorf("left on disk: %v", left)
	}
}

// What fails as a whole leaves everything as it was.
func TestFailedUpload(t *testing.T) {
	r := open(t, "", curation.Options{Files: 2, Unpacked: 1 << 20})
	r.done(t, r.upload(t, schoolName, school))
	before := r.export(t)
	three := string(readertest.Zip(readertest.File{Name: harbourName, Data: harbour}, readertest.File{Name: quayName, Data: quay}, readertest.File{Name: "c.txt", Data: "c"}))
	for name, files := range map[string][]string{
		"nothing to read":  {"a.pdf", "%PDF-1.4\nbroken", "b.zip", "PK\x03\x04 broken"},
		"too many records": {"three.zip", three},
		"a zip bomb":       {"bomb.zip", string(readertest.Zip(readertest.File{Name: harbourName, Data: harbour}, readertest.File{Name: "zeros.txt", Data: strings.Repeat("\x00", 2<<20)}))},
		"only notes":       {"x.meta.yaml", "symbol: CMW/C/SR.9\n"},
	} {
		j := r.upload(t, files...)
		if j.State != job.Failed || j.Error == "" {
			t.Errorf("%s: %s %q %v", name, j.State, j.Error, j.Results)
		}
		if r.export(t) != before || r.kept(t) != 1 {
			t.Errorf("%s: the graph changed", name)
		}
	}
}

func TestRefusedNames(t *testing.T) {
	r := open(t, "", curation.Options{})
	u := must(r.NewUpload())(t)
	defer u.Close()
	for _, name := range []string{"", " ", "../x.txt", "/etc/passwd", `..\x.txt`, "a/b.txt", ".hidden", "..", "C:x", "a\x00b", "a\nb", "\xff", strings.Repeat("x", 201)} {
		if err := u.Add(name, strings.NewReader("x")); !errors.Is(err, curation.ErrName) {
			t.Errorf("%q: %v", name, err)
		}
	}
	if _, err := r.Ingest(u); !errors.Is(err, curation.ErrNoFile) {
		t.Errorf("without a file: %v", err)
	}
	for _, want := range []error{nil, curation.ErrName} {
		if err := u.Add("a.txt", strings.NewReader("x")); !errors.Is(err, want) {
			t.Errorf("got %v, want %v", err, want)
		}
	}
}

func TestUploadLimits(t *testing.T) {
	r := open(t, "", curation.Options{Upload: 10, Uploads: 2, Files: 1})
	u := must(r.NewUpload())(t)
	if err := errors.Join(u.Add("a", strings.NewReader("12345")), u.Add("b", strings.NewReader("12345"))); err != nil {
		t.Error(err)
	}
	if err := u.Add("c", strings.NewReader("1")); !errors.Is(err, curation.ErrTooMany) {
		t.Errorf("a third file: %v", err)
	}
	other := must(r.NewUpload())(t)
	if err := other.Add("a", strings.NewReader("12345678901")); !errors.Is(err, curation.ErrTooLarge) {
		t.Errorf("too large: %v", err)
	}
	if _, err := r.NewUpload(); !errors.Is(err, curation.ErrBusy) {
		t.Errorf("a third at a time: %v", err)
	}
	if err := errors.Join(u.Close(), other.Close(), u.Close()); err != nil {
		t.Error(err)
	}
	must(r.NewUpload())(t).Close()
	if left, _ := filepath.Glob(filepath.Join(r.store.Folder(), "uploads", "*")); len(left) > 0 {
		t.Errorf("left on disk: %v", left)
	}
}

// A job that is called off while it reads leaves the graph as it was; the next one
// is done.
func TestCancelled(t *testing.T) {
	r := open(t, "", curation.Options{})
	before := r.export(t)
	j := r.begin(t, "many.zip", many(t, 200))
	for { // until it has read some
		events, more, err := r.Jobs().Events(t.Context(), j.ID, 3)
		if err != nil || !more {
			t.Fatal(events, more, err)
		}
		if len(events) > 0 {
			break
		}
	}
	if _, err := r.Jobs().Cancel(j.ID); err != nil {
		t.Fatal(err)
	}
	if j = r.end(t, j); j.State != job.Cancelled || len(j.Results) == 0 {
		t.Errorf("%s: %s, %d results", j.State, j.Error, len(j.Results))
	}
	if r.export(t) != before || r.kept(t) != 0 {
		t.Error("the graph changed")
	}
	r.done(t, r.upload(t, schoolName, school))
}

// many is an archive of records.
func many(t testing.TB, n int) string {
	t.Helper()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for i := range n {
		f := must(w.Create(fmt.Sprintf("CMW_C_SR.%d-EN.txt", i+1)))(t)
		_ = must(io.WriteString(f, harbour))(t)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func TestDelete(t *testing.T) {
	r := open(t, "", curation.Options{})
	r.done(t, r.upload(t, harbourName, harbour))
	before := r.export(t)
	r.done(t, r.upload(t, schoolName, school))
	if _, err := r.Delete(t.Context(), "CMW/C/SR.12"); !errors.Is(err, curation.ErrNoRecord) {
		t.Errorf("what is not there: %v", err)
	}
	j := r.done(t, r.end(t, must(r.Delete(t.Context(), "CMW/C/SR.11"))(t)))
	if len(j.Results) != 1 || j.Results[0].Outcome != "deleted" {
		t.Errorf("results %+v", j.Results)
	}
	if r.export(t) != before || r.kept(t) != 1 {
		t.Error("something of it is left")
	}
}

// What a process left that was cut short is cleaned up by the next.
func TestLeftovers(t *testing.T) {
	folder := t.TempDir()
	r := open(t, folder, curation.Options{})
	r.done(t, r.upload(t, harbourName, harbour))
	r.close(t)
	spooled := filepath.Join(folder, "uploads", "123", "x.txt")
	orphan := filepath.Join(folder, "sources", "ab", strings.Repeat("ab", 32)+".tar.gz")
	draft := filepath.Join(folder, curation.CorrectionsFile+".new-123")
	for _, path := range []string{spooled, orphan, draft} {
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte("x"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	r = open(t, folder, curation.Options{})
	for _, path := range []string{spooled, orphan, draft} {
		if _, err := os.Stat(path); !errors.Is(err, os.ErrNotExist) {
			t.Errorf("%s is left", path)
		}
	}
	if r.kept(t) != 1 {
		t.Error("what is wanted is gone")
	}
}

// Readers see none of an upload, or all of it.
func TestReadersSeeTheWhole(t *testing.T) {
	r := open(t, "", curation.Options{})
	ctx, stop := context.WithCancel(t.Context())
	seen := make(chan map[int]bool)
	go func() {
		counts := map[int]bool{}
		for ctx.Err() == nil {
			if stats, err := r.store.Stats(ctx); err == nil {
				counts[stats.Records] = true
			}
		}
		seen <- counts
	}()
	r.done(t, r.upload(t, "many.zip", many(t, 20)))
	stop()
	for n := range <-seen {
		if n != 0 && n != 20 {
			t.Errorf("a reader saw %d records", n)
		}
	}
}
