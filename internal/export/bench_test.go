package export_test

import (
	"flag"
	"io"
	"path/filepath"
	"runtime"
	"runtime/metrics"
	"testing"
	"time"

	"rapporteur/graph/store"
	"rapporteur/graph/store/storetest"
	"rapporteur/internal/export"
	"rapporteur/schema"
)

var size = flag.Int("quads", 100_000, "quads in the store that is exported in benchmarks")

// BenchmarkFormats exports a whole store in each format, and reports the most that
// the heap held over what it held before:
//
//	go test ./internal/export -run x -bench Formats -benchtime 1x -quads 1000000
func BenchmarkFormats(b *testing.B) {
	sch, err := schema.Load()
	if err != nil {
		b.Fatal(err)
	}
	s, err := store.Open(b.Context(), filepath.Join(b.TempDir(), "db"), store.Options{})
	if err != nil {
		b.Fatal(err)
	}
	defer s.Close()
	storetest.Grow(b, s, *size)
	stats, err := s.Stats(b.Context())
	if err != nil {
		b.Fatal(err)
	}
	b.Logf("%d quads of %d records", stats.Quads, stats.Records)
	e := export.Exporter{Store: s, Schema: sch}
	for _, f := range export.Formats() {
		b.Run(f.Name, func(b *testing.B) {
			var written counter
			stop := watch()
			for b.Loop() {
				written = 0
				if err := e.Write(b.Context(), &written, f, export.Selection{}); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(stop())/(1<<20), "peak-MB")
			b.ReportMetric(float64(written)/(1<<20), "out-MB")
			b.ReportMetric(float64(stats.Quads)*float64(b.N)/b.Elapsed().Seconds(), "quads/s")
		})
	}
}

// A counter counts the bytes written to it.
type counter int64

func (c *counter) Write(p []byte) (int, error) {
	*c += counter(len(p))
	return len(p), nil
}

var _ io.Writer = (*counter)(nil)

// watch looks at the heap until the function that it returns is called, which
// says how much more it held at most than at the beginning.
func watch() (peak func() uint64) {
	runtime.GC()
	before, most := heap(), uint64(0)
	done, ended := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(ended)
		tick := time.NewTicker(2 * time.Millisecond)
		defer tick.Stop()
		for {
			select {
			case <-done:
				return
			case <-tick.C:
				most = max(most, heap())
			}
		}
	}()
	return func() uint64 {
		close(done)
		<-ended
		return max(most, before) - before
	}
}

func heap() uint64 {
	sample := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}}
	metrics.Read(sample)
	return sample[0].Value.Uint64()
}
