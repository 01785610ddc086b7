// Package storetest fills stores for tests.
package storetest

import (
	"context"
	"maps"
	"os"
	"slices"
	"testing"

	"github.com/cayleygraph/quad"

	"rapporteur/graph"
	"rapporteur/graph/store"
)

// Open returns a store in memory with the quads of N-Quads files, each record
// put in as ingest does. It is closed when the test ends.
func Open(t testing.TB, files ...string) *store.Store {
	t.Helper()
	ctx := context.Background()
	s, err := store.Open(ctx, store.Memory, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	var quads []quad.Quad
	for _, name := range files {
		quads = append(quads, read(t, name)...)
	}
	records := byRecord(quads)
	for _, record := range slices.Sorted(maps.Keys(records)) { // what is asked in no order comes in that of writing
		if _, err := s.Replace(ctx, record, records[record]); err != nil {
			t.Fatal(err)
		}
	}
	return s
}

func read(t testing.TB, name string) []quad.Quad {
	t.Helper()
	file, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	quads, err := graph.ReadNQuads(file)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return quads
}

// byRecord sorts quads by the record that states them; what the lexicon says
// goes with each.
func byRecord(quads []quad.Quad) map[graph.ID][]quad.Quad {
	records := map[graph.ID][]quad.Quad{}
	var lexicon []quad.Quad
	for _, q := range quads {
		label := graph.ID(q.Label.(quad.IRI))
		if symbol, _, ok := label.Paragraph(); ok {
			label = graph.RecordID(symbol)
		}
		if label == graph.Lexicon {
			lexicon = append(lexicon, q)
			continue
		}
		records[label] = append(records[label], q)
	}
	for record := range records {
		records[record] = append(records[record], lexicon...)
	}
	return records
}
