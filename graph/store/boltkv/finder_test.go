package boltkv_test

import (
	"context"
	"errors"
	"slices"
	"testing"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"
	gocmp "github.com/google/go-cmp/cmp"
	"go.etcd.io/bbolt"

	"rapporteur/graph/store/boltkv"
)

func finder(t testing.TB, db *bbolt.DB, cache *boltkv.Cache) *boltkv.Finder {
	t.Helper()
	s, err := boltkv.Begin(db, false)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	f, err := s.Finder(cache)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// nodes returns the nodes of a pattern; ok is false where a term is not stored.
func nodes(t testing.TB, f *boltkv.Finder, pattern quad.Quad) (out [4]graph.Ref, ok bool) {
	t.Helper()
	for i, d := range quad.Directions {
		if pattern.Get(d) == nil {
			continue
		}
		n, err := f.ValueOf(pattern.Get(d))
		if err != nil {
			t.Fatal(err)
		}
		if n == nil {
			return out, false
		}
		out[i] = n
	}
	return out, true
}

// findDirectly is find by a Finder.
func findDirectly(t testing.TB, db *bbolt.DB, cache *boltkv.Cache, pattern quad.Quad) []quad.Quad {
	t.Helper()
	f := finder(t, db, cache)
	want, ok := nodes(t, f, pattern)
	if !ok {
		return nil
	}
	var found []quad.Quad
	steps := 0
	err := f.Quads(t.Context(), want, func() error { steps++; return nil }, func(ref graph.Ref) error {
		var q quad.Quad
		for _, d := range quad.Directions {
			n, err := f.QuadDirection(ref, d)
			if err != nil {
				return err
			}
			name, err := f.NameOf(n)
			if err != nil {
				return err
			}
			q.Set(d, name)
		}
		found = append(found, q)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if steps < len(found) {
		t.Errorf("%d steps for %d quads", steps, len(found))
	}
	return sorted(found)
}

// compareNodes compares the nodes of the file with those that are in use.
func compareNodes(t *testing.T, db *bbolt.DB, cache *boltkv.Cache, uses map[quad.Value]uint64) {
	t.Helper()
	f, n := finder(t, db, cache), 0
	err := f.Nodes(t.Context(), func() error { return nil }, func(ref graph.Ref) error {
		name, err := f.NameOf(ref)
		if uses[name] == 0 {
			t.Errorf("%v is no node", name)
		}
		n++
		return err
	})
	if err != nil || n != len(uses) {
		t.Errorf("%d nodes, %v; want %d", n, err, len(uses))
	}
}

// many returns quads with one object, in one file.
func many(t *testing.T, n int) *bbolt.DB {
	db := openFile(t)
	var quads []quad.Quad
	for i := range n {
		quads = append(quads, quad.Quad{Subject: quad.Int(i), Predicate: quad.IRI("p"), Object: quad.IRI("o"), Label: quad.IRI("l")})
	}
	write(t, db, quads, nil, true)
	return db
}

// A walk ends with the error of its step, with that of its receiver, and with its
// context also where nothing is found.
func TestFinderEnds(t *testing.T) {
	f := finder(t, many(t, 500), boltkv.NewCache())
	object, _ := nodes(t, f, quad.Quad{Object: quad.IRI("o")})
	predicate, _ := nodes(t, f, quad.Quad{Predicate: quad.IRI("p")})
	stop := errors.New("enough")
	for name, pattern := range map[string][4]graph.Ref{"index": object, "log": {}, "predicate": {1: predicate[1]}} {
		steps := 0
		step := func() error {
			if steps++; steps == 7 {
				return stop
			}
			return nil
		}
		if err := f.Quads(t.Context(), pattern, step, func(graph.Ref) error { return nil }); err != stop || steps != 7 {
			t.Errorf("%s: %v after %d steps", name, err, steps)
		}
	}
	free := func() error { return nil }
	if err := f.Quads(t.Context(), object, free, func(graph.Ref) error { return stop }); err != stop {
		t.Errorf("got %v, want the error of the receiver", err)
	}
	ended, cancel := context.WithCancel(t.Context())
	cancel()
	if err := f.Nodes(ended, free, func(graph.Ref) error { return nil }); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v, want the end of the context", err)
	}
}

// Sizes are exact where an index has the pattern, and never too small to be told
// from none.
func TestFinderSizes(t *testing.T) {
	f := finder(t, many(t, 500), boltkv.NewCache())
	p, o := quad.IRI("p"), quad.IRI("o")
	var got []int64
	for _, pattern := range []quad.Quad{{}, {Object: o}, {Object: o, Predicate: p}, {Subject: quad.Int(3), Predicate: p}, {Object: p, Predicate: p}, {Label: quad.IRI("l")}} {
		want, _ := nodes(t, f, pattern)
		n, err := f.Size(want)
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, n)
	}
	if want := []int64{500, 251, 500, 1, 0, 500}; !slices.Equal(got, want) {
		t.Errorf("sizes %v, want %v", got, want)
	}
}

// A session that began before a write and one that began after it share a cache, and
// each sees its own state.
func TestCacheOfTwoStates(t *testing.T) {
	db, cache := openFile(t), boltkv.NewCache()
	one, two := quad.MakeIRI("a", "p", "b", "l"), quad.MakeIRI("a", "p", "c", "l")
	write(t, db, []quad.Quad{one, two}, nil, true)
	before := finder(t, db, cache)
	pattern, _ := nodes(t, before, quad.Quad{Subject: quad.IRI("a"), Predicate: quad.IRI("p")})
	number := func(f *boltkv.Finder) (n int) {
		if err := f.Quads(t.Context(), pattern, func() error { return nil }, func(graph.Ref) error { n++; return nil }); err != nil {
			t.Fatal(err)
		}
		return n
	}
	if n := number(before); n != 2 {
		t.Fatalf("%d quads, want 2", n)
	}
	write(t, db, nil, []quad.Quad{one}, true)
	after := finder(t, db, cache)
	for range 2 {
		if diff := gocmp.Diff([]int{2, 1}, []int{number(before), number(after)}); diff != "" {
			t.Error(diff)
		}
	}
}

func TestFinderOnlyReads(t *testing.T) {
	s, err := boltkv.Begin(openFile(t), true)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if _, err := s.Finder(boltkv.NewCache()); err == nil {
		t.Error("a finder in a session that writes")
	}
}
