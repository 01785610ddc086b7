package store_test

import (
	"io"
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

// A record out of a store that holds thirty, and into it again.
func BenchmarkDeleteAndReplaceAmongMany(b *testing.B) {
	s, err := store.Open(b.Context(), filepath.Join(b.TempDir(), "db"), store.Options{})
	if err != nil {
		b.Fatal(err)
	}
	defer s.Close()
	for n := range 30 {
		m := large("CMW/C/SR." + strconv.Itoa(n))
		if _, err := s.Replace(b.Context(), m.id(), m.quads(b)); err != nil {
			b.Fatal(err)
		}
	}
	m := large("CMW/C/SR.7")
	quads := m.quads(b)
	for b.Loop() {
		if _, err := s.Delete(b.Context(), m.id()); err != nil {
			b.Fatal(err)
		}
		if _, err := s.Replace(b.Context(), m.id(), quads); err != nil {
			b.Fatal(err)
		}
	}
}

// The export of two records.
func BenchmarkExport(b *testing.B) {
	s, err := store.Open(b.Context(), store.Memory, store.Options{})
	if err != nil {
		b.Fatal(err)
	}
	defer s.Close()
	total := 0
	for _, m := range []made{large("CMW/C/SR.1"), large("CMW/C/SR.2")} {
		quads := m.quads(b)
		total += len(quads)
		if _, err := s.Replace(b.Context(), m.id(), quads); err != nil {
			b.Fatal(err)
		}
	}
	for b.Loop() {
		if err := s.Export(b.Context(), io.Discard); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.N*total)/b.Elapsed().Seconds(), "quads/s")
}
