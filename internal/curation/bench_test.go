package curation_test

import (
	"archive/zip"
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"testing"
	"time"

	"rapporteur/graph/store"
	"rapporteur/internal/curation"
	"rapporteur/internal/job"
	"rapporteur/internal/library"
	"rapporteur/schema"
)

// BenchmarkUpload takes in archives of records of usual length, each in one
// transaction, and reports how long a record takes and the most memory that was in
// use: what is written is in memory until the end.
func BenchmarkUpload(b *testing.B) {
	text := must(os.ReadFile("../../data/records/CMW_C_SR.464-EN.md"))(b)
	for _, count := range []int{10, 100} {
		var packed bytes.Buffer
		w := zip.NewWriter(&packed)
		for n := range count {
			f := must(w.Create(fmt.Sprintf("CMW_C_SR.%d-EN.md", 9000+n)))(b)
			_ = must(f.Write(bytes.ReplaceAll(text, []byte("CMW/C/SR.464"), fmt.Appendf(nil, "CMW/C/SR.%d", 9000+n))))(b)
		}
		if err := w.Close(); err != nil {
			b.Fatal(err)
		}
		b.Run(fmt.Sprint(count), func(b *testing.B) {
			var most, before uint64
			for b.Loop() {
				before = inUse()
				most = max(most, upload(b, packed.Bytes())-before)
			}
			b.ReportMetric(float64(b.Elapsed().Milliseconds())/float64(b.N*count), "ms/record")
			b.ReportMetric(float64(most)/1e6, "peak-MB")
		})
	}
}

// upload takes in one file into a new store and returns the most memory in use.
func upload(b *testing.B, data []byte) (most uint64) {
	folder := b.TempDir()
	s := must(store.Open(b.Context(), folder, store.Options{}))(b)
	defer s.Close()
	d := must(curation.New(b.Context(), curation.Parts{Store: s, Library: library.New(filepath.Join(folder, library.Folder)), Schema: must(schema.Load())(b), Pipeline: must(load())(b)},
		curation.Options{Now: time.Now}))(b)
	defer d.Close()
	u := must(d.NewUpload())(b)
	defer u.Close()
	if err := u.Add("records.zip", bytes.NewReader(data)); err != nil {
		b.Fatal(err)
	}
	j := must(d.Ingest(u))(b)
	for last, more := 0, true; more; {
		events, on, err := d.Jobs().Events(context.Background(), j.ID, last)
		if err != nil {
			b.Fatal(err)
		}
		if last, more = last+len(events), on; last%20 == 0 {
			most = max(most, inUse())
		}
	}
	if j = must(d.Jobs().Get(j.ID))(b); j.State != job.Done || j.Counts["failed"]+j.Counts["duplicate"] > 0 {
		b.Fatalf("%s %s %v", j.State, j.Error, j.Counts)
	}
	return most
}

// inUse is how many bytes of memory are reachable.
func inUse() uint64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}
