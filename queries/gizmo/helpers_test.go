package gizmo_test

import (
	"context"
	"flag"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/kv"
	"github.com/cayleygraph/cayley/graph/memstore"
	"github.com/cayleygraph/quad"
	"github.com/cayleygraph/quad/nquads"
	hbolt "github.com/hidal-go/hidalgo/kv/bbolt"
	"go.etcd.io/bbolt"
	"golang.org/x/tools/txtar"

	"rapporteur/graph/store/boltkv"
	"rapporteur/queries/gizmo"
)

var update = flag.Bool("update", false, "rewrite what the test data expects")

// TestMain sets the indexes of every key-value store, a package variable of Cayley.
func TestMain(m *testing.M) {
	s, p, o, l := quad.Subject, quad.Predicate, quad.Object, quad.Label
	kv.DefaultQuadIndexes = []kv.QuadIndex{{Dirs: []quad.Direction{s, p}}, {Dirs: []quad.Direction{o, p}},
		{Dirs: []quad.Direction{o, p, s}}, {Dirs: []quad.Direction{l}}}
	os.Exit(m.Run())
}

// stores opens a store that holds the quads of a file in testdata.
var stores = map[string]func(t testing.TB, name string) graph.QuadStore{
	"memory": func(t testing.TB, name string) graph.QuadStore { return memory(t, readQuads(t, name)) },
	"bbolt":  func(t testing.TB, name string) graph.QuadStore { return bolt(t, readQuads(t, name)) },
	"finder": func(t testing.TB, name string) graph.QuadStore { return finder(t, readQuads(t, name)) },
}

func memory(t testing.TB, quads []quad.Quad) graph.QuadStore {
	qs := memstore.New()
	load(t, qs, quads)
	return qs
}

func bolt(t testing.TB, quads []quad.Quad) graph.QuadStore {
	t.Helper()
	db, err := hbolt.Open(filepath.Join(t.TempDir(), "test.db"), &bbolt.Options{NoSync: true, InitialMmapSize: 1 << 30})
	if err != nil {
		t.Fatal(err)
	}
	if err := kv.Init(db, nil); err != nil {
		t.Fatal(err)
	}
	qs, err := kv.New(db, graph.Options{"no_bloom": true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { qs.Close() })
	load(t, qs, quads)
	return qs
}

// finding is a store that programs read by its Finder, and Cayley's session, which
// reads in several goroutines, as a store of its own with the same quads.
type finding struct {
	graph.QuadStore
	gizmo.Finder
}

func (f finding) ValueOf(v quad.Value) (graph.Ref, error) { return f.QuadStore.ValueOf(v) }
func (f finding) NameOf(n graph.Ref) (quad.Value, error)  { return f.QuadStore.NameOf(n) }
func (f finding) QuadDirection(q graph.Ref, d quad.Direction) (graph.Ref, error) {
	return f.QuadStore.QuadDirection(q, d)
}

// finder opens a file of our own and a session of it.
func finder(t testing.TB, quads []quad.Quad) graph.QuadStore {
	t.Helper()
	db, err := bbolt.Open(filepath.Join(t.TempDir(), "test.bolt"), 0o600, &bbolt.Options{NoSync: true, InitialMmapSize: 1 << 30})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	if err := boltkv.Create(db); err != nil {
		t.Fatal(err)
	}
	w := session(t, db, true)
	qs, err := w.QuadStore()
	if err != nil {
		t.Fatal(err)
	}
	load(t, qs, quads)
	if err := w.Commit(); err != nil {
		t.Fatal(err)
	}
	f, err := session(t, db, false).Finder(boltkv.NewCache())
	if err != nil {
		t.Fatal(err)
	}
	return finding{bolt(t, quads), f}
}

func session(t testing.TB, db *bbolt.DB, writable bool) *boltkv.Session {
	t.Helper()
	s, err := boltkv.Begin(db, writable)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

// run runs a program on a store in the way that the store is read.
func run(ctx context.Context, p *gizmo.Program, qs graph.QuadStore, lim gizmo.Limits) (*gizmo.Result, error) {
	if f, ok := qs.(finding); ok {
		return p.RunOn(ctx, f.Finder, lim)
	}
	return p.Run(ctx, qs, lim)
}

func load(t testing.TB, qs graph.QuadStore, quads []quad.Quad) {
	t.Helper()
	for part := range slices.Chunk(quads, 10_000) {
		tx := graph.NewTransaction()
		for _, q := range part {
			tx.AddQuad(q)
		}
		if err := qs.ApplyDeltas(tx.Deltas, graph.IgnoreOpts{IgnoreDup: true, IgnoreMissing: true}); err != nil {
			t.Fatal(err)
		}
	}
}

func readQuads(t testing.TB, name string) []quad.Quad {
	t.Helper()
	f, err := os.Open(filepath.Join("testdata", name+".nq"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	quads, err := quad.ReadAll(nquads.NewReader(f, false))
	if err != nil && err != io.EOF {
		t.Fatal(err)
	}
	return quads
}

// A testCase is a member of an archive in testdata.
type testCase struct {
	title, graph, query string
	want                []string
}

func cases(t *testing.T, file string) []testCase {
	t.Helper()
	archive, err := txtar.ParseFile(filepath.Join("testdata", file))
	if err != nil {
		t.Fatal(err)
	}
	if len(archive.Files) == 0 {
		t.Fatalf("%s holds no query", file)
	}
	var out []testCase
	for _, f := range archive.Files {
		graph, _, _ := strings.Cut(f.Name, ":")
		query, rest, _ := strings.Cut(string(f.Data), "\n=> ")
		c := testCase{title: f.Name, graph: graph, query: strings.TrimSpace(query)}
		if rest != "" {
			c.want = strings.Split(strings.TrimSpace(rest), "\n=> ")
		}
		out = append(out, c)
	}
	return out
}

// rewrite puts what was got into an archive of testdata.
func rewrite(t *testing.T, file string, got map[string][]string) {
	t.Helper()
	name := filepath.Join("testdata", file)
	archive, err := txtar.ParseFile(name)
	if err != nil {
		t.Fatal(err)
	}
	for i, f := range archive.Files {
		query, _, _ := strings.Cut(string(f.Data), "\n=> ")
		archive.Files[i].Data = []byte(strings.TrimSpace(query) + "\n=> " + strings.Join(got[f.Name], "\n=> ") + "\n")
	}
	if err := os.WriteFile(name, txtar.Format(archive), 0o666); err != nil {
		t.Fatal(err)
	}
}

// rows returns the rows of a query, sorted.
func rows(t testing.TB, qs graph.QuadStore, src string) []string {
	t.Helper()
	out := rowsInOrder(t, qs, src)
	slices.Sort(out)
	return out
}

func rowsInOrder(t testing.TB, qs graph.QuadStore, src string) []string {
	t.Helper()
	res := ask(t, qs, src, nil)
	var out []string
	for _, r := range res.Rows {
		out = append(out, rowText(r))
	}
	return out
}

func ask(t testing.TB, qs graph.QuadStore, src string, params map[string]any) *gizmo.Result {
	t.Helper()
	p, err := gizmo.Compile(src, params)
	if err != nil {
		t.Fatalf("%s\n%v", src, err)
	}
	res, err := run(context.Background(), p, qs, gizmo.Limits{})
	if err != nil {
		t.Fatalf("%s\n%v", src, err)
	}
	return res
}

// rowText writes a row as "tag=value tag=value".
func rowText(r gizmo.Row) string {
	var out []string
	for _, tag := range slices.Sorted(maps.Keys(r)) {
		out = append(out, fmt.Sprintf("%s=%s", tag, quad.StringOf(r[tag])))
	}
	return strings.Join(out, " ")
}
