package gizmo_test

import (
	"fmt"
	"testing"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"

	"rapporteur/queries/gizmo"
)

// records returns about n quads in the shape of the graph: 100 countries cite
// agreements, mention institutions, and every quad is stated by a paragraph.
func records(n int) []quad.Quad {
	var out []quad.Quad
	for i := 0; len(out) < n; i++ {
		para := fmt.Sprintf("para:B/SR.%d#%d", i/60, i%60)
		country := fmt.Sprint("country:", i/60%100)
		agreement := fmt.Sprint("agreement:", i*i%997)
		out = append(out,
			quad.MakeIRI(country, "rap:cites", agreement, para),
			quad.MakeIRI(para, "rap:cites", agreement, para),
			quad.MakeIRI(para, "rap:speaksFor", country, para),
			quad.MakeIRI(para, "schema:mentions", fmt.Sprint("institution:", i*7%499), para),
			quad.Make(quad.IRI(para), quad.IRI("schema:position"), quad.Int(i%60), quad.IRI(para)))
	}
	return out
}

// TestLabelOfEveryRow checks the label of each of many rows against the quads.
func TestLabelOfEveryRow(t *testing.T) {
	quads := records(5_000)
	want := map[string]int{}
	for _, q := range quads {
		if q.Subject == quad.IRI("country:1") && q.Predicate == quad.IRI("rap:cites") {
			want[quad.StringOf(q.Object)+quad.StringOf(q.Label)]++
		}
	}
	res := ask(t, bolt(t, quads), `g.V("<country:1>").Out("<rap:cites>").LabelTag("para").All()`, nil)
	if len(res.Rows) == 0 {
		t.Fatal("no rows")
	}
	for _, r := range res.Rows {
		want[quad.StringOf(r["id"])+quad.StringOf(r["para"])]--
	}
	for row, n := range want {
		if n != 0 {
			t.Errorf("%s: %d rows missing", row, n)
		}
	}
}

var benchmarks = map[string]string{
	"point":           `g.V("<para:B/SR.3#7>").Out("<schema:position>").All()`,
	"hops":            `g.V("<country:1>").In("<rap:speaksFor>").Out("<schema:mentions>").Unique().All()`,
	"three-starts":    `g.V("<country:1>", "<country:2>", "<country:3>").In("<rap:speaksFor>").All()`,
	"save":            `g.V("<country:1>").In("<rap:speaksFor>").Save("<schema:position>", "n").All()`,
	"has":             `g.V().Has("<rap:speaksFor>", "<country:1>").Has("<schema:mentions>", "<institution:7>").All()`,
	"all-nodes-count": `g.Emit(g.V().Has("<schema:position>").Count())`,
}

// BenchmarkRun runs the same text by a Finder and by Cayley's iterators over a file of
// Cayley's, and in Cayley's own session over that file and in memory.
func BenchmarkRun(b *testing.B) {
	qs, memory := finder(b, records(100_000)), memory(b, records(100_000))
	for name, src := range benchmarks {
		for store, qs := range map[string]graph.QuadStore{"finder": qs, "iterators": qs.(finding).QuadStore} {
			b.Run(name+"/"+store, func(b *testing.B) {
				for b.Loop() {
					p, err := gizmo.Compile(src, nil)
					if err != nil {
						b.Fatal(err)
					}
					if _, err := run(b.Context(), p, qs, gizmo.Limits{}); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
		for store, qs := range map[string]graph.QuadStore{"stock": qs.(finding).QuadStore, "stock-memory": memory} {
			b.Run(name+"/"+store, func(b *testing.B) {
				for b.Loop() {
					runStock(b, qs, src)
				}
			})
		}
	}
}

// BenchmarkLabel reads the label with each row of a step.
func BenchmarkLabel(b *testing.B) {
	qs := bolt(b, records(100_000))
	for name, src := range map[string]string{
		"without":      `g.V("<country:1>").Out("<rap:cites>").All()`,
		"LabelTag":     `g.V("<country:1>").Out("<rap:cites>").LabelTag("para").All()`,
		"LabelContext": `g.V("<country:1>").LabelContext(null, "para").Out("<rap:cites>").All()`,
	} {
		b.Run(name, func(b *testing.B) {
			rows := 0
			for b.Loop() {
				rows = len(ask(b, qs, src, nil).Rows)
			}
			b.ReportMetric(float64(rows), "rows")
		})
	}
}

func BenchmarkCompile(b *testing.B) {
	src := `g.V("<country:1>").Tag("c").Out("<rap:cites>").LabelTag("para").Save("<rdfs:label>", "name").Order("para").All()`
	for b.Loop() {
		if _, err := gizmo.Compile(src, nil); err != nil {
			b.Fatal(err)
		}
	}
}
