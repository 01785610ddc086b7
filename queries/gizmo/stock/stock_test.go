package stock_test

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/cayleygraph/cayley/graph"

	"rapporteur/graph/store/storetest"
	"rapporteur/queries/gizmo"
	"rapporteur/queries/gizmo/stock"
)

const fixture = "../../testdata/lighthouse.nq"

func run(t *testing.T, ctx context.Context, src string, rows int) (res *gizmo.Result, err error) {
	t.Helper()
	s := storetest.Open(t, fixture)
	fail := s.QuadStore(func(qs graph.QuadStore) error {
		res, err = stock.Run(ctx, qs, src, rows)
		return nil
	})
	if fail != nil {
		t.Fatal(fail)
	}
	return res, err
}

func TestScripts(t *testing.T) {
	tests := []struct{ name, src, want string }{
		{"rows", `g.V("<country:UTO>").Tag("c").Out("<rdfs:label>").All()`, `c=<country:UTO> id="Utopia"`},
		{"a callback", `g.V("<country:UTO>").Out("<rap:cites>").ForEach(function(d) { g.Emit({what: d.id, seen: true}) })`,
			`seen="True"^^<xsd:boolean> what=<agreement:iclk>; seen="True"^^<xsd:boolean> what=<agreement:uto-ere/lamp-oil>; seen="True"^^<xsd:boolean> what=<law:UTO/lamp-act>`},
		{"arithmetic", `g.Emit(g.V("<country:UTO>").Out("<rap:cites>").Count() + 0.5)`, `value="3.5E+00"^^<xsd:double>`},
		{"the last value", `var n = 0; for (var i = 0; i < 5; i++) { n += i }; n`, `value="10"^^<xsd:integer>`},
		{"a list", `g.V("<country:UTO>").Out("<skos:notation>").ToArray()`, `value="UT"; value="UTO"`},
		{"an object in an object", `g.Emit({a: {b: [1, 2]}})`, `a="{\"b\":[1,2]}"`},
		{"nothing", `var a = g.V()`, ``},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			res, err := run(t, t.Context(), tt.src, 100)
			if err != nil {
				t.Fatal(err)
			}
			var rows []string
			for _, row := range res.Rows {
				var cells []string
				for _, name := range slices.Sorted(maps.Keys(row)) {
					cells = append(cells, fmt.Sprintf("%s=%s", name, row[name]))
				}
				rows = append(rows, strings.Join(cells, " "))
			}
			slices.Sort(rows)
			if got := strings.Join(rows, "; "); got != tt.want {
				t.Errorf("got %s\nwant %s", got, tt.want)
			}
		})
	}
}

func TestCutAndSaidSo(t *testing.T) {
	for _, src := range []string{`g.V().All()`, `for (;;) { g.Emit(1) }`, `g.V().ToArray()`} {
		res, err := run(t, t.Context(), src, 7)
		if err != nil || len(res.Rows) != 7 || !res.Truncated {
			t.Errorf("%s: %v, %v", src, res, err)
		}
	}
}

func TestFailures(t *testing.T) {
	past, cancel := context.WithTimeout(t.Context(), -1)
	defer cancel()
	tests := []struct {
		name, src string
		ctx       context.Context
		want      string
	}{
		{"syntax", `g.V(`, t.Context(), "cannot be read"},
		{"a thrown error", `throw "no"`, t.Context(), "failed"},
		{"no such method", `g.V().Outt()`, t.Context(), "failed"},
		{"the deadline", `while (true) {}`, past, "out of time"},
		{"the deadline of a search", `g.V().Both().Both().Both().Count()`, past, "out of time"},
	}
	for _, tt := range tests {
		_, err := run(t, tt.ctx, tt.src, 10)
		if err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: got %v, want %q", tt.name, err, tt.want)
		}
		if tt.want == "out of time" && !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("%s: %v is not the deadline's", tt.name, err)
		}
	}
}
