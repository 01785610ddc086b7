package gizmo_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"

	"rapporteur/queries/gizmo"
)

// web returns a graph of n nodes, each of which links to ten others, stated in
// as many paragraphs as there are nodes.
func web(n int) []quad.Quad {
	var out []quad.Quad
	for i := range n {
		for j := range 10 {
			to := (i*7 + j*j*13 + 1) % n
			out = append(out, quad.MakeIRI(fmt.Sprint("n", i), "link", fmt.Sprint("n", to), fmt.Sprint("para:", i, "-", j)))
		}
	}
	return out
}

func runWith(t *testing.T, ctx context.Context, qs graph.QuadStore, src string, lim gizmo.Limits) (*gizmo.Result, error) {
	t.Helper()
	p, err := gizmo.Compile(src, nil)
	if err != nil {
		t.Fatal(err)
	}
	return run(ctx, p, qs, lim)
}

// endless lists queries that read far more than they return.
var endless = []string{
	`g.V().Both().Both().Both().All()`,
	`g.V().Both().Both().Both().Count()`,
	`g.V().Both().Both().Unique().Filter(regex("zz", true)).Count()`,
	`g.V().Filter(regex("zz", true)).All()`,
	`g.V().Out().Filter(regex("zz", true)).All()`,
	`g.V().Tag("a").Out("<link>").Tag("b").Out("<link>").Back("a").Except(g.V()).All()`,
	`g.V("<n1>").FollowRecursive("<link>", -1).Filter(like("zz")).All()`,
	`g.V().Save("<link>", "a").Save("<link>", "b").Save("<link>", "c").Count()`,
	`g.V().And(g.V().Out("<link>")).And(g.V().Out("<link>")).And(g.V().Out("<link>")).Count()`,
	`g.V().Order().Limit(1).Out("<nothing>").All()`,
	`g.V().HasR("<link>").Has("<nothing>", "<n1>").Or(g.V().Out().Out().Except(g.V().Out())).All()`,
}

func TestStepBudget(t *testing.T) {
	for name, qs := range map[string]graph.QuadStore{"memory": memory(t, web(500)), "bbolt": bolt(t, web(500)), "finder": finder(t, web(500))} {
		for _, src := range endless {
			t.Run(name+"/"+src, func(t *testing.T) {
				res, err := runWith(t, t.Context(), qs, src, gizmo.Limits{Steps: 300})
				if !errors.Is(err, gizmo.ErrBudget) || !strings.Contains(err.Error(), "300 steps") {
					t.Fatalf("got %v, want the step budget", err)
				}
				if !res.Truncated {
					t.Error("the result does not say that it is cut")
				}
			})
		}
	}
}

func TestDeadline(t *testing.T) {
	past, cancel := context.WithDeadline(t.Context(), time.Unix(0, 0))
	defer cancel()
	gone, cancel := context.WithCancel(t.Context())
	cancel()
	for name, qs := range map[string]graph.QuadStore{"bbolt": bolt(t, web(500)), "finder": finder(t, web(500))} {
		for _, src := range append(endless, `g.V("<n1>").All()`) {
			res, err := runWith(t, past, qs, src, gizmo.Limits{})
			if !errors.Is(err, context.DeadlineExceeded) || !strings.Contains(err.Error(), "allow more time") {
				t.Errorf("%s: %s: got %v, want the deadline", name, src, err)
			}
			if len(res.Rows) > 0 {
				t.Errorf("%s: %s: %d rows after the deadline", name, src, len(res.Rows))
			}
			if _, err := runWith(t, gone, qs, src, gizmo.Limits{}); !errors.Is(err, context.Canceled) {
				t.Errorf("%s: %s: got %v, want the cancellation", name, src, err)
			}
		}
	}
}

// slowly is a context that ends after it was looked at a number of times.
type slowly struct {
	context.Context
	looks int
}

func (s *slowly) Err() error {
	if s.looks--; s.looks < 0 {
		return context.DeadlineExceeded
	}
	return nil
}

// TestDeadlineOnTheWay ends the context while each query is at work.
func TestDeadlineOnTheWay(t *testing.T) {
	for name, qs := range map[string]graph.QuadStore{"memory": memory(t, web(500)), "bbolt": bolt(t, web(500)), "finder": finder(t, web(500))} {
		for _, src := range endless {
			ctx := &slowly{t.Context(), 5}
			if _, err := runWith(t, ctx, qs, src, gizmo.Limits{}); !errors.Is(err, context.DeadlineExceeded) {
				t.Errorf("%s: %s: got %v, want the deadline", name, src, err)
			}
		}
	}
}

func TestRowLimit(t *testing.T) {
	qs := memory(t, web(100))
	tests := []struct {
		src       string
		rows      int
		truncated bool
	}{
		{`g.V("<n1>").Out("<link>").All()`, 7, true},
		{`g.V("<n1>").Out("<link>").GetLimit(50)`, 7, true},
		{`g.V("<n1>").Out("<link>").GetLimit(7)`, 7, false},
		{`g.V("<n1>").Out("<link>").Limit(7).All()`, 7, false},
		{`g.V("<n1>").Out("<link>").GetLimit(3); g.V("<n1>").Out("<link>").GetLimit(5)`, 7, true},
		{`g.V().Out("<link>").Count()`, 1, false},
	}
	for _, test := range tests {
		res, err := runWith(t, t.Context(), qs, test.src, gizmo.Limits{Rows: 7})
		if err != nil {
			t.Fatal(err)
		}
		if len(res.Rows) != test.rows || res.Truncated != test.truncated {
			t.Errorf("%s: %d rows, truncated %v; want %d, %v", test.src, len(res.Rows), res.Truncated, test.rows, test.truncated)
		}
	}
}

func TestByteBudget(t *testing.T) {
	qs := memory(t, web(100))
	for _, src := range []string{
		`g.V().Out("<link>").All()`,
		`g.V().Out("<link>").Order().Count()`,
		`g.V().Out("<link>").Unique().Count()`,
		`g.V("<n1>").FollowRecursive("<link>").Count()`,
		`g.V("<n1>").And(g.V().Out("<link>")).Count()`,
	} {
		_, err := runWith(t, t.Context(), qs, src, gizmo.Limits{Bytes: 1000})
		if !errors.Is(err, gizmo.ErrBudget) || !strings.Contains(err.Error(), "1000 bytes") {
			t.Errorf("%s: got %v, want the byte budget", src, err)
		}
	}
}

// broken is a store that panics when it is read.
type broken struct{ graph.QuadStore }

func (broken) ValueOf(quad.Value) (graph.Ref, error) { panic("out of order") }

func TestStoreFailure(t *testing.T) {
	_, err := runWith(t, t.Context(), broken{memory(t, web(1))}, `g.V("<n0>").All()`, gizmo.Limits{})
	if err == nil || !strings.Contains(err.Error(), "out of order") {
		t.Errorf("got %v, want the store's panic as an error", err)
	}
}

// TestProgramRunsOften runs one program many times at once.
func TestProgramRunsOften(t *testing.T) {
	qs := bolt(t, web(50))
	p, err := gizmo.Compile(`g.V("<n1>").Tag("a").Out("<link>").LabelTag("p").Out("<link>").Unique().Order().Limit(5).All()`, nil)
	if err != nil {
		t.Fatal(err)
	}
	for range 8 {
		t.Run("", func(t *testing.T) {
			t.Parallel()
			for range 20 {
				res, err := p.Run(t.Context(), qs, gizmo.Limits{})
				if err != nil || len(res.Rows) != 5 {
					t.Fatalf("%d rows, %v", len(res.Rows), err)
				}
			}
		})
	}
}
