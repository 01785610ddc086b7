package guard_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"testing"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/iterator"
	"github.com/cayleygraph/cayley/graph/kv"
	"github.com/cayleygraph/cayley/graph/memstore"
	"github.com/cayleygraph/cayley/query/path"
	"github.com/cayleygraph/quad"
	hbolt "github.com/hidal-go/hidalgo/kv/bbolt"
	"go.etcd.io/bbolt"

	"rapporteur/graph/store/guard"
)

// TestMain sets the indexes of every key-value store, a package variable of Cayley.
func TestMain(m *testing.M) {
	s, p, o, l := quad.Subject, quad.Predicate, quad.Object, quad.Label
	kv.DefaultQuadIndexes = []kv.QuadIndex{{Dirs: []quad.Direction{s, p}}, {Dirs: []quad.Direction{o, p}},
		{Dirs: []quad.Direction{o, p, s}}, {Dirs: []quad.Direction{l}}}
	os.Exit(m.Run())
}

// stores opens each kind of store with the same quads: n nodes in a ring that
// also link across it.
func stores(t *testing.T, n int) map[string]graph.QuadStore {
	t.Helper()
	db, err := hbolt.Open(filepath.Join(t.TempDir(), "test.db"), &bbolt.Options{NoSync: true, InitialMmapSize: 1 << 30})
	if err != nil {
		t.Fatal(err)
	}
	if err := kv.Init(db, nil); err != nil {
		t.Fatal(err)
	}
	bolt, err := kv.New(db, graph.Options{"no_bloom": true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { bolt.Close() })
	all := map[string]graph.QuadStore{"memory": memstore.New(), "bbolt": bolt}
	for _, qs := range all {
		tx := graph.NewTransaction()
		for i := range n {
			tx.AddQuad(quad.MakeIRI(fmt.Sprint("n", i), "next", fmt.Sprint("n", (i+1)%n), fmt.Sprint("l", i%7)))
			tx.AddQuad(quad.MakeIRI(fmt.Sprint("n", i), "across", fmt.Sprint("n", (i+n/2)%n), ""))
		}
		if err := qs.ApplyDeltas(tx.Deltas, graph.IgnoreOpts{}); err != nil {
			t.Fatal(err)
		}
	}
	return all
}

func iri(s string) quad.Value { return quad.IRI(s) }

// paths are of every shape that reaches a store in another way.
var paths = map[string]*path.Path{
	"all nodes":       path.StartMorphism(),
	"one step":        path.StartMorphism(iri("n1")).Out(iri("next")),
	"one step back":   path.StartMorphism(iri("n1")).In(iri("next")),
	"two steps":       path.StartMorphism(iri("n1")).Out(iri("next")).Out(iri("across")),
	"several starts":  path.StartMorphism(iri("n1"), iri("n2")).Out(iri("next")),
	"any predicate":   path.StartMorphism(iri("n1")).Both(),
	"has":             path.StartMorphism().Has(iri("next"), iri("n4")),
	"only predicate":  path.StartMorphism().Out(iri("next")).Unique(),
	"save":            path.StartMorphism(iri("n1")).Save(iri("next"), "x"),
	"label":           path.StartMorphism(iri("n1")).LabelContext(iri("l1")).Out(iri("next")),
	"recursion":       path.StartMorphism(iri("n1")).FollowRecursive(iri("next"), 5, nil),
	"filter":          path.StartMorphism().Regex(regexp.MustCompile("zz")),
	"filter of nodes": path.StartMorphism().Out().RegexWithRefs(regexp.MustCompile("n1")),
	"intersection":    path.StartMorphism(iri("n1")).Out().And(path.StartMorphism(iri("n3")).In()),
	"except":          path.StartMorphism(iri("n1")).Out().Except(path.StartMorphism(iri("n2"))),
}

// values runs a path and returns what it ends at, sorted.
func values(ctx context.Context, qs graph.QuadStore, p *path.Path) ([]string, error) {
	var out []string
	err := iterator.Iterate(ctx, p.BuildIteratorOn(ctx, qs)).EachValue(qs, func(v quad.Value) error {
		out = append(out, v.String())
		return nil
	})
	slices.Sort(out)
	return out, err
}

// TestSameResults compares guarded stores with bare ones.
func TestSameResults(t *testing.T) {
	for store, qs := range stores(t, 40) {
		for name, p := range paths {
			t.Run(store+"/"+name, func(t *testing.T) {
				want, err := values(t.Context(), qs, p)
				if err != nil {
					t.Fatal(err)
				}
				g := guard.New(t.Context(), qs, 0)
				got, err := values(t.Context(), g, p)
				if err != nil {
					t.Fatal(err)
				}
				if !slices.Equal(got, want) {
					t.Errorf("got %q, want %q", got, want)
				}
				if g.Steps() == 0 {
					t.Error("no step was counted")
				}
				if g.Err() != nil {
					t.Errorf("stopped without reason: %v", g.Err())
				}
			})
		}
	}
}

// TestSteps gives each path many more steps than it needs, and too few. Cayley
// plans by the order of a map, so that the exact number differs from run to run.
func TestSteps(t *testing.T) {
	for store, qs := range stores(t, 40) {
		for name, p := range paths {
			t.Run(store+"/"+name, func(t *testing.T) {
				free := guard.New(t.Context(), qs, 0)
				if _, err := values(t.Context(), free, p); err != nil {
					t.Fatal(err)
				}
				need := free.Steps()

				enough := guard.New(t.Context(), qs, 100*need)
				if _, err := values(t.Context(), enough, p); err != nil || enough.Err() != nil {
					t.Errorf("%d steps are not enough: %v, %v", 100*need, err, enough.Err())
				}
				short := guard.New(t.Context(), qs, 1)
				_, _ = values(t.Context(), short, p) // some iterators drop the error, Err does not
				if !errors.Is(short.Err(), guard.ErrSteps) {
					t.Errorf("1 of %d steps was enough", need)
				}
			})
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

// TestDeadline ends the context, before and during scans that find nothing.
func TestDeadline(t *testing.T) {
	scans := map[string]*path.Path{
		"filter":    path.StartMorphism().RegexWithRefs(regexp.MustCompile("zz")),
		"hop":       path.StartMorphism().Out().RegexWithRefs(regexp.MustCompile("zz")),
		"predicate": path.StartMorphism().Out(iri("next")).RegexWithRefs(regexp.MustCompile("zz")),
	}
	for store, qs := range stores(t, 500) {
		for name, p := range scans {
			free := guard.New(t.Context(), qs, 0)
			if _, err := values(t.Context(), free, p); err != nil {
				t.Fatal(err)
			}
			for _, looks := range []int{0, 1, 3} {
				g := guard.New(&slowly{t.Context(), looks}, qs, 0)
				_, _ = values(t.Context(), g, p)
				if !errors.Is(g.Err(), context.DeadlineExceeded) {
					t.Errorf("%s: %s: %d looks: got %v, want the deadline", store, name, looks, g.Err())
				}
				if g.Steps() >= free.Steps() {
					t.Errorf("%s: %s: %d looks: all %d steps were taken", store, name, looks, g.Steps())
				}
			}
		}
	}
}

// TestReadOnly tries to write through a guarded store.
func TestReadOnly(t *testing.T) {
	for name, qs := range stores(t, 3) {
		g := guard.New(t.Context(), qs, 0)
		if err := g.ApplyDeltas(nil, graph.IgnoreOpts{}); err == nil {
			t.Errorf("%s: deltas were applied", name)
		}
		if _, err := g.NewQuadWriter(); err == nil {
			t.Errorf("%s: there is a writer", name)
		}
		if err := g.Close(); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if got, err := values(t.Context(), qs, paths["one step"]); err != nil || len(got) != 1 {
			t.Errorf("%s: after Close: %q, %v", name, got, err)
		}
	}
}

// TestNested guards a guarded store: the new limits replace the old ones.
func TestNested(t *testing.T) {
	qs := stores(t, 3)["bbolt"]
	g := guard.New(t.Context(), guard.New(t.Context(), qs, 1), 1000)
	if _, err := values(t.Context(), g, paths["two steps"]); err != nil {
		t.Error(err)
	}
}
