package gizmo_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"rapporteur/queries/gizmo"
)

// TestRefused compiles queries that must be refused with a message.
func TestRefused(t *testing.T) {
	const file = "refused.txtar"
	found := map[string][]string{}
	for _, c := range cases(t, file) {
		t.Run(c.title, func(t *testing.T) {
			_, err := gizmo.Compile(c.query, nil)
			got := "accepted"
			var refusal *gizmo.Error
			if errors.As(err, &refusal) {
				got = refusal.Error()
			} else if err != nil {
				t.Fatalf("%T is no *gizmo.Error: %v", err, err)
			}
			found[c.title] = []string{got}
			if want := strings.Join(c.want, "\n"); !*update && got != want {
				t.Errorf("%s\ngot  %s\nwant %s", c.query, got, want)
			}
		})
	}
	if *update {
		rewrite(t, file, found)
	}
}

// TestTooMuch compiles sources that are too large in one way or another.
func TestTooMuch(t *testing.T) {
	double := "var m0 = g.M().Out(\"<p>\")\n"
	for i := range 12 {
		double += fmt.Sprintf("var m%d = m%d.Follow(m%d)\n", i+1, i, i)
	}
	tests := map[string]struct{ src, want string }{
		"brackets":            {strings.Repeat("(", 1<<20), "more than the 16384"},
		"brackets that fit":   {strings.Repeat("(", 16<<10), "more than 64 brackets within brackets"},
		"lists":               {"g.V(" + strings.Repeat("[", 100) + strings.Repeat("]", 100) + ").All()", "more than 64 brackets within brackets"},
		"behind a comment":    {"/* ' */ // \"\n" + strings.Repeat("(", 100), "line 2, column 65: source: more than 64"},
		"minus signs":         {"g.V(" + strings.Repeat("- ", 8000) + "1).All()", ""},
		"calls":               {"g.V()" + strings.Repeat(".In()", 600) + ".All()", "more than 512 calls"},
		"a path that doubles": {double + "g.V().Follow(m12).All()", "more than 2048 steps"},
		"paths in paths":      {strings.ReplaceAll(double, "Follow", "And") + "g.V().And(m12).All()", "more than 2048 steps"},
		"invalid UTF-8":       {"g.V(\"\xff\").All()", "not valid UTF-8"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			_, err := gizmo.Compile(test.src, nil)
			var refusal *gizmo.Error
			switch {
			case err == nil && test.want == "":
			case !errors.As(err, &refusal):
				t.Fatalf("got %v, want an *Error", err)
			case !strings.Contains(refusal.Error(), test.want):
				t.Errorf("got %q, want %q in it", refusal, test.want)
			}
		})
	}
}
