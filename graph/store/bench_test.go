package store_test

import (
	"path/filepath"
	"strconv"
	"testing"

	"rapporteur/graph/store"
)

// large is as large as a usual record: about 5,000 quads.
func large(symbol string) made {
	return made{symbol: symbol, paragraphs: 66, mentions: 9, countries: []string{"XAA", "XBB", "XCC"}, words: "first"}
}

// Two records into a new store, from opening to closing.
func BenchmarkTwoRecordsIntoNewStore(b *testing.B) {
	one, two := large("CMW/C/SR.1"), large("CMW/C/SR.2")
	first, second := one.quads(b), two.quads(b)
	dir := b.TempDir()
	n := 0
	for b.Loop() {
		n++
		s, err := store.Open(b.Context(), filepath.Join(dir, strconv.Itoa(n)), store.Options{})
		if err != nil {
			b.Fatal(err)
		}
		if _, err := s.Replace(b.Context(), one.id(), first); err != nil {
			b.Fatal(err)
		}
		if _, err := s.Replace(b.Context(), two.id(), second); err != nil {
			b.Fatal(err)
		}
		if err := s.Close(); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.N*(len(first)+len(second)))/b.Elapsed().Seconds(), "quads/s")
}
