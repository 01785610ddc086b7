package gizmo_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/query"
	stock "github.com/cayleygraph/cayley/query/gizmo"
	"github.com/cayleygraph/quad"

	"rapporteur/queries/gizmo"
)

// TestSameAsStock runs queries beside Cayley's own session, on every store.
func TestSameAsStock(t *testing.T) {
	for _, c := range cases(t, "same.txtar") {
		for name, open := range stores {
			t.Run(c.title+"/"+name, func(t *testing.T) {
				qs := open(t, c.graph)
				want := runStock(t, qs, c.query)
				got := rows(t, qs, c.query)
				if !slices.Equal(got, want) {
					t.Errorf("%s\ngot\n%s\nCayley's own session gives\n%s", c.query, strings.Join(got, "\n"), strings.Join(want, "\n"))
				}
				if empty := slices.Equal(c.want, []string{"nothing"}); empty != (len(want) == 0) {
					t.Errorf("%s\n%d rows, want nothing: %v", c.query, len(want), empty)
				}
			})
		}
	}
}

// runStock returns the rows of Cayley's own session, sorted.
func runStock(t testing.TB, qs graph.QuadStore, src string) []string {
	t.Helper()
	session := stock.NewSession(qs)
	it, err := session.Execute(t.Context(), src, query.Options{Collation: query.Raw, Limit: -1})
	if err != nil {
		t.Fatal(err)
	}
	defer it.Close()
	var out []string
	for it.Next(t.Context()) {
		r := it.Result().(*stock.Result)
		switch {
		case r.Meta:
		case r.Tags == nil:
			out = append(out, emitted(r.Val))
		default:
			row := gizmo.Row{}
			for tag, ref := range r.Tags {
				v, err := qs.NameOf(ref)
				if err != nil {
					t.Fatal(err)
				}
				row[tag] = v
			}
			out = append(out, rowText(row))
		}
	}
	if err := it.Err(); err != nil {
		t.Fatalf("Cayley's own session: %v", err)
	}
	slices.Sort(out)
	return out
}

// emitted writes what Cayley's session emits as this package does.
func emitted(v any) string {
	if n, ok := v.(int64); ok {
		return rowText(gizmo.Row{"count": quad.Int(n)})
	}
	return rowText(gizmo.Row{"value": quad.String(fmt.Sprint(v))})
}
