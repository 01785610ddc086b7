package gizmo_test

import (
	"slices"
	"strings"
	"testing"
)

// TestDiffersFromStock runs the queries whose rows are other than those of
// Cayley's own session, or which it cannot run, on every store.
func TestDiffersFromStock(t *testing.T) {
	const file = "differs.txtar"
	found := map[string][]string{}
	for _, c := range cases(t, file) {
		for name, open := range stores {
			t.Run(c.title+"/"+name, func(t *testing.T) {
				qs := open(t, c.graph)
				got := rowsInOrder(t, qs, c.query)
				if !strings.HasSuffix(c.title, "in order") {
					slices.Sort(got)
				}
				if len(got) == 0 {
					got = []string{"nothing"}
				}
				found[c.title] = got
				if !*update && !slices.Equal(got, c.want) {
					t.Errorf("%s\ngot\n%s\nwant\n%s", c.query, strings.Join(got, "\n"), strings.Join(c.want, "\n"))
				}
			})
		}
	}
	if *update {
		rewrite(t, file, found)
	}
}
