package gizmo_test

import (
	"errors"
	"os"
	"testing"

	"golang.org/x/tools/txtar"

	"rapporteur/queries/gizmo"
)

// FuzzCompile looks for sources that panic, hang, or are refused without a
// reason; what compiles must run to its end within a budget.
func FuzzCompile(f *testing.F) {
	for _, file := range []string{"same.txtar", "differs.txtar", "refused.txtar"} {
		data, err := os.ReadFile("testdata/" + file)
		if err != nil {
			f.Fatal(err)
		}
		for _, member := range txtar.Parse(data).Files {
			f.Add(string(member.Data))
		}
	}
	qs := memory(f, readQuads(f, "people"))
	f.Fuzz(func(t *testing.T, src string) {
		p, err := gizmo.Compile(src, map[string]any{"who": "<alice>"})
		var refusal *gizmo.Error
		if err != nil {
			if !errors.As(err, &refusal) || refusal.Message == "" {
				t.Fatalf("%q: refused with %v", src, err)
			}
			return
		}
		res, err := p.Run(t.Context(), qs, gizmo.Limits{Steps: 10_000, Rows: 100, Bytes: 1 << 20})
		if err != nil && !errors.Is(err, gizmo.ErrBudget) {
			t.Fatalf("%q: %v", src, err)
		}
		if len(res.Rows) > 100 {
			t.Fatalf("%q: %d rows", src, len(res.Rows))
		}
	})
}
