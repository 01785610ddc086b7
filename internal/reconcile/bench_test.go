package reconcile_test

import (
	"context"
	"fmt"
	"testing"

	"github.com/cayleygraph/quad"

	"rapporteur/graph"
	"rapporteur/graph/store"
	"rapporteur/internal/reconcile"
	"rapporteur/schema"
)

// The size of the benchmark's graph: what some 420 records name, invented.
const (
	states    = 190
	perState  = 100 // institutions of each
	benchSize = states * (perState + 1)
)

var (
	heads  = []string{"Ministry", "Office", "Institute", "Commission", "Agency", "Court", "Act", "Code", "Bureau", "Council"}
	fields = []string{"Harbours", "Lighthouses", "Lamp Oil", "Night Work", "Tides", "Signal Towers", "Keepers", "Salvage", "Fog Horns", "Justice"}
)

// place is a name that only one number has.
func place(n int) string {
	syllables := []string{"ka", "ro", "vin", "tel", "mus", "per", "lo", "shan", "di", "gor"}
	name := ""
	for ; n > 0; n /= 10 {
		name += syllables[n%10]
	}
	return name
}

// many returns a service over invented entities: half of the institutions of a
// State are called as those of others, as in the records, half like nothing else.
func many(b *testing.B) reconcile.Service {
	b.Helper()
	s, err := store.Open(b.Context(), store.Memory, store.Options{})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { s.Close() })
	record := graph.RecordID("XYZ/SR.1")
	quads := []quad.Quad{statement(string(record), schema.Type, quad.IRI(schema.ClassSummaryRecord.IRI()))}
	add := func(id string, class schema.Class, label string, country string) {
		quads = append(quads, statement(id, schema.Type, quad.IRI(class.IRI())), statement(id, schema.Label, quad.String(label)))
		if country != "" {
			quads = append(quads, statement(id, schema.OfCountry, quad.IRI(country)), statement(id, schema.Kind, quad.String("office")))
		}
	}
	for i := range states {
		country := fmt.Sprintf("country:X%03d", i)
		add(country, schema.ClassCountry, fmt.Sprintf("%sland %d", fields[i%10], i), "")
		for n := range perState {
			id := fmt.Sprintf("institution:X%03d/%d", i, n)
			label := heads[n/10] + " of " + fields[n%10]
			if n >= perState/2 {
				label += " in " + place(i*perState+n)
			}
			add(id, schema.ClassInstitution, label, country)
		}
	}
	if _, err := s.Replace(b.Context(), record, quads); err != nil {
		b.Fatal(err)
	}
	return over(b, s)
}

func statement(subject string, p schema.Property, object quad.Value) quad.Quad {
	return quad.Quad{Subject: quad.IRI(subject), Predicate: quad.IRI(p), Object: object, Label: quad.IRI("record:XYZ/SR.1")}
}

// batch is ten queries, as many as OpenRefine sends: names, namesakes, misspelt
// names, and names of nothing.
func batch(constrained bool) reconcile.Batch {
	b := reconcile.Batch{}
	for i, text := range []string{
		"Ministry of Harbours", "Minstry of Lihgthouses", "Council, Lamp Oil", "Harboursland 30", "Office for Night Work and Tides",
		"nothing that has this name", "Court of Signal Towers of Keepersland", "X007", "Comission on Salvage", "Bureau of Fog Horns in Karovinshan",
	} {
		q := reconcile.Query{Text: text, Types: []string{"Institution"}, Strict: reconcile.Should, Limit: 5}
		if constrained {
			q.Properties = []reconcile.Constraint{{Property: "rap:country", Values: []reconcile.Value{{Text: "Tidesland 4"}}}}
		}
		b[fmt.Sprint("q", i)] = q
	}
	return b
}

func BenchmarkBatch(b *testing.B) {
	s := many(b)
	if s.Names.Len() < benchSize {
		b.Fatalf("%d entities", s.Names.Len())
	}
	for name, batch := range map[string]reconcile.Batch{"names": batch(false), "names and country": batch(true)} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if _, err := s.Reconcile(context.Background(), batch); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkFirst is the first batch after the graph has changed, which makes the
// index of similar names.
func BenchmarkFirst(b *testing.B) {
	s := many(b)
	for b.Loop() {
		b.StopTimer()
		fresh := over(b, s.Store.(*store.Store))
		b.StartTimer()
		if _, err := fresh.Reconcile(context.Background(), batch(false)); err != nil {
			b.Fatal(err)
		}
	}
}
