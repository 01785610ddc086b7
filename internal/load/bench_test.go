package load_test

import (
	"bytes"
	"flag"
	"path/filepath"
	"strconv"
	"testing"

	"rapporteur/graph/store"
	"rapporteur/graph/store/storetest"
)

var size = flag.Int("quads", 50_000, "quads to load in benchmarks")

// BenchmarkLoad loads an export into a new store on disk.
func BenchmarkLoad(b *testing.B) {
	from := empty(b)
	storetest.Grow(b, from, *size)
	data := exported(b, from)
	dir, n, quads := b.TempDir(), 0, 0
	for b.Loop() {
		n++
		s, err := store.Open(b.Context(), filepath.Join(dir, strconv.Itoa(n)), store.Options{})
		if err != nil {
			b.Fatal(err)
		}
		sum, err := loaded(b, taker{s}, bytes.NewReader(data))
		if err != nil {
			b.Fatal(err)
		}
		quads += sum.Quads
		if err := s.Close(); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(quads)/b.Elapsed().Seconds(), "quads/s")
}
