package boltkv_test

import (
	"cmp"
	"encoding/binary"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"testing"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/refs"
	"github.com/cayleygraph/quad"
	gocmp "github.com/google/go-cmp/cmp"
	"go.etcd.io/bbolt"

	"rapporteur/graph/store/boltkv"
)

func openFile(t testing.TB) *bbolt.DB {
	t.Helper()
	db, err := bbolt.Open(filepath.Join(t.TempDir(), "test.bolt"), 0o600, &bbolt.Options{NoSync: true, InitialMmapSize: 1 << 28})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	if err := boltkv.Create(db); err != nil {
		t.Fatal(err)
	}
	if err := boltkv.Create(db); err != nil {
		t.Fatalf("a second time: %v", err)
	}
	return db
}

// write adds and removes quads in one session.
func write(t testing.TB, db *bbolt.DB, added, removed []quad.Quad, commit bool) {
	t.Helper()
	s, err := boltkv.Begin(db, true)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	qs, err := s.QuadStore()
	if err != nil {
		t.Fatal(err)
	}
	for _, part := range []struct {
		quads  []quad.Quad
		action graph.Procedure
	}{{added, graph.Add}, {removed, graph.Delete}} {
		var deltas []graph.Delta
		for _, q := range part.quads {
			deltas = append(deltas, graph.Delta{Quad: q, Action: part.action})
		}
		if err := qs.ApplyDeltas(deltas, graph.IgnoreOpts{}); err != nil {
			t.Fatal(err)
		}
	}
	if !commit {
		return
	}
	if err := s.Commit(); err != nil {
		t.Fatal(err)
	}
}

// find returns what a session finds for a pattern, sorted.
func find(t testing.TB, db *bbolt.DB, pattern quad.Quad) []quad.Quad {
	t.Helper()
	s, err := boltkv.Begin(db, false)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	qs, err := s.QuadStore()
	if err != nil {
		t.Fatal(err)
	}
	var found []quad.Quad
	err = boltkv.NewReader(qs).Match(t.Context(), pattern, func(q quad.Quad) error {
		found = append(found, q)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return sorted(found)
}

func sorted(quads []quad.Quad) []quad.Quad {
	slices.SortFunc(quads, func(a, b quad.Quad) int { return cmp.Compare(a.NQuad(), b.NQuad()) })
	return quads
}

// After any series of writes, every pattern finds what a plain list of the
// quads has, and the file counts the uses of every node right.
func TestAgainstList(t *testing.T) {
	for seed := range uint64(4) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			db, random, live := openFile(t), rand.New(rand.NewPCG(seed, 1)), map[quad.Quad]bool{}
			cache := boltkv.NewCache() // the same for all states of the file
			for range 12 {
				var added, removed []quad.Quad
				for q := range live {
					if random.IntN(3) == 0 {
						removed = append(removed, q)
					}
				}
				for range random.IntN(40) {
					if q := randomQuad(random); !live[q] && !slices.Contains(added, q) {
						added = append(added, q)
					}
				}
				commit := random.IntN(4) > 0
				write(t, db, added, removed, commit)
				if commit {
					for _, q := range added {
						live[q] = true
					}
					for _, q := range removed {
						delete(live, q)
					}
				}
				compare(t, db, cache, live, random)
			}
		})
	}
}

func randomQuad(random *rand.Rand) quad.Quad {
	term := func(kind string, n int) quad.Value { return quad.IRI(fmt.Sprint(kind, random.IntN(n))) }
	object := term("n", 6)
	if random.IntN(2) == 0 {
		object = quad.Int(random.IntN(6))
	}
	return quad.Quad{Subject: term("n", 6), Predicate: term("p", 3), Object: object, Label: term("l", 3)}
}

func compare(t *testing.T, db *bbolt.DB, cache *boltkv.Cache, live map[quad.Quad]bool, random *rand.Rand) {
	t.Helper()
	like := randomQuad(random)
	uses := map[quad.Value]uint64{}
	for q := range live {
		for _, d := range quad.Directions {
			uses[q.Get(d)]++
		}
	}
	for mask := range 16 {
		var pattern quad.Quad
		for i, d := range quad.Directions {
			if mask>>i&1 == 1 {
				pattern.Set(d, like.Get(d))
			}
		}
		var want []quad.Quad
		for q := range live {
			fits := true
			for _, d := range quad.Directions {
				fits = fits && (pattern.Get(d) == nil || pattern.Get(d) == q.Get(d))
			}
			if fits {
				want = append(want, q)
			}
		}
		if diff := gocmp.Diff(sorted(want), find(t, db, pattern)); diff != "" {
			t.Fatalf("pattern %v: %s", pattern, diff)
		}
		for range 2 { // from the file and from the cache
			if diff := gocmp.Diff(sorted(want), findDirectly(t, db, cache, pattern)); diff != "" {
				t.Fatalf("pattern %v, by a finder: %s", pattern, diff)
			}
		}
	}
	compareNodes(t, db, cache, uses)
	checkCounts(t, db, uses)
}

// checkCounts compares the counts of uses in the file.
func checkCounts(t *testing.T, db *bbolt.DB, uses map[quad.Value]uint64) {
	t.Helper()
	err := db.View(func(tx *bbolt.Tx) error {
		if n := tx.Bucket([]byte("n")).Stats().KeyN; n != len(uses) {
			t.Errorf("%d nodes; want %d", n, len(uses))
		}
		for v, want := range uses {
			h := refs.HashOf(v)
			got, _ := binary.Uvarint(tx.Bucket([]byte("n")).Get(h[:]))
			if got != want {
				t.Errorf("%v counts %d uses; want %d", v, got, want)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// A reading session sees the graph as it was when it began.
func TestReadersSeeOneState(t *testing.T) {
	db := openFile(t)
	one := quad.MakeIRI("a", "p", "b", "l")
	two := quad.MakeIRI("a", "p", "c", "l")
	write(t, db, []quad.Quad{one}, nil, true)
	s, err := boltkv.Begin(db, false)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	write(t, db, []quad.Quad{two}, []quad.Quad{one}, true)
	qs, err := s.QuadStore()
	if err != nil {
		t.Fatal(err)
	}
	var found []quad.Quad
	err = boltkv.NewReader(qs).Match(t.Context(), quad.Quad{Subject: quad.IRI("a")}, func(q quad.Quad) error {
		found = append(found, q)
		return nil
	})
	if diff := gocmp.Diff([]quad.Quad{one}, found); diff != "" || err != nil {
		t.Error(err, diff)
	}
	if err := qs.ApplyDeltas([]graph.Delta{{Quad: two, Action: graph.Add}}, graph.IgnoreOpts{}); err == nil {
		t.Error("a reading session writes")
	}
}

func TestBeginRefusesOtherFiles(t *testing.T) {
	db, err := bbolt.Open(filepath.Join(t.TempDir(), "other.bolt"), 0o600, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := boltkv.Begin(db, false); err == nil {
		t.Error("a session of a file without buckets begins")
	}
}
