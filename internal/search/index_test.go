package search_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/cayleygraph/quad"

	"rapporteur/graph"
	"rapporteur/graph/store"
	"rapporteur/internal/search"
	"rapporteur/queries/gizmo"
	"rapporteur/schema"
)

// rewrite writes what LHK/C/SR.7 states anew, with one word in the place of another.
func rewrite(t testing.TB, s *store.Store, old, new string) {
	t.Helper()
	const record = graph.ID("record:LHK/C/SR.7")
	var quads []quad.Quad
	err := s.Quads(context.Background(), func(q quad.Quad) error {
		label := graph.ID(q.Label.(quad.IRI))
		if symbol, _, ok := label.Paragraph(); label == record || label == graph.Lexicon || ok && graph.RecordID(symbol) == record {
			if text, ok := q.Object.(quad.String); ok {
				q.Object = quad.String(strings.ReplaceAll(string(text), old, new))
			}
			quads = append(quads, q)
		}
		return nil
	})
	if err == nil {
		_, err = s.Replace(context.Background(), record, quads)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// total searches an index that has followed its store.
func total(t testing.TB, x *search.Index, q search.Query) int {
	t.Helper()
	waitFor(t, x)
	r, err := x.Search(context.Background(), q)
	if err != nil {
		t.Fatal(err)
	}
	return r.Total
}

func word(text string) search.Query { return search.Query{Text: text} }

// gone returns a context that is over.
func gone() context.Context {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	return ctx
}

// TestFollows changes and deletes a record.
func TestFollows(t *testing.T) {
	t.Parallel()
	for _, opts := range []search.Options{{}, {Folder: t.TempDir(), Own: true}, {Folder: t.TempDir()}} {
		x, s := open(t, opts)
		first := waitFor(t, x)
		if n := total(t, x, word("oil")); n != 4 {
			t.Fatalf("%d paragraphs with oil", n)
		}
		rewrite(t, s, "oil", "gas")
		if n, all := total(t, x, word("gas")), total(t, x, word("oil")); n != 1 || all != 3 {
			t.Errorf("after a change %d with gas, %d with oil, want 1 and 3", n, all)
		}
		if n := total(t, x, search.Query{Kind: search.Entities, Text: "gas"}); n != 1 {
			t.Errorf("%d entities with gas", n)
		}
		if _, err := s.Delete(context.Background(), "record:LHK/C/SR.7"); err != nil {
			t.Fatal(err)
		}
		if n := total(t, x, word("gas")) + total(t, x, search.Query{Kind: search.Entities, Text: "Lanterns"}); n != 0 {
			t.Errorf("%d hits of a record that is gone", n)
		}
		if last := waitFor(t, x); last.State == first.State || last.State != s.State() {
			t.Errorf("state %s, the store's is %s", last.State, s.State())
		}
	}
}

// A counted store counts programs, and lets none run while it is stuck.
type counted struct {
	*store.Store
	programs atomic.Int64
	fault    atomic.Pointer[error]
	gate     chan struct{} // nil, or closed to let programs run
}

func (c *counted) Run(ctx context.Context, p *gizmo.Program, lim gizmo.Limits) (*gizmo.Result, error) {
	c.programs.Add(1)
	if err := c.fault.Load(); err != nil {
		return nil, *err
	}
	if c.gate != nil {
		select {
		case <-c.gate:
		case <-ctx.Done():
			return nil, ctx.Err()
		}
	}
	return c.Store.Run(ctx, p, lim)
}

// hashed gives the records of a store content hashes, as ingest does.
func hashed(t *testing.T, s *store.Store) {
	t.Helper()
	ids, err := s.Records(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	for _, id := range ids {
		var quads []quad.Quad
		err := s.Quads(context.Background(), func(q quad.Quad) error {
			label := graph.ID(q.Label.(quad.IRI))
			if symbol, _, ok := label.Paragraph(); label == id || label == graph.Lexicon || ok && graph.RecordID(symbol) == id {
				quads = append(quads, q)
			}
			return nil
		})
		hash := graph.Statement{Subject: id, Predicate: schema.ContentHash, Object: graph.Text("hash of " + string(id)), Label: id}
		if err == nil {
			_, err = s.Replace(context.Background(), id, append(quads, hash.Quad()))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
}

// TestUnchangedRecordsAreNotRead opens an index that another run has made.
func TestUnchangedRecordsAreNotRead(t *testing.T) {
	t.Parallel()
	_, s := open(t, search.Options{})
	hashed(t, s)
	dir := t.TempDir()
	c := &counted{Store: s}
	x := over(t, c, search.Options{Folder: dir, Own: true})
	waitFor(t, x)
	made := c.programs.Load()
	if _, err := s.Delete(context.Background(), "record:LHK/C/SR.12"); err != nil {
		t.Fatal(err)
	}
	waitFor(t, x)
	if again := c.programs.Load() - made; again > made-3 {
		t.Errorf("%d programs to make the index, %d to follow a record that went; the other two were read", made, again)
	}
	if err := x.Close(); err != nil {
		t.Fatal(err)
	}
	c.programs.Store(0)
	reader := over(t, c, search.Options{Folder: dir})
	waitFor(t, reader)
	if n := c.programs.Load(); n > int64(len(classes(t))) {
		t.Errorf("%d programs to open an index that is up to date, want those of the names only", n)
	}
}

func classes(t *testing.T) []schema.ClassDef {
	t.Helper()
	sch, err := schema.Load()
	if err != nil {
		t.Fatal(err)
	}
	return sch.Classes()
}

// TestFolderIsShared opens several indexes on one folder at the same time, as
// processes do.
func TestFolderIsShared(t *testing.T) {
	t.Parallel()
	_, s := open(t, search.Options{})
	dir := t.TempDir()
	var all sync.WaitGroup
	for range 4 {
		x := over(t, s, search.Options{Folder: dir})
		all.Go(func() {
			if r, err := x.Search(context.Background(), word("oil")); err != nil || r.Total != 4 {
				t.Errorf("%+v, %v", r, err)
			}
		})
	}
	all.Wait()
	if _, err := os.Stat(filepath.Join(dir, "index")); err != nil {
		t.Error(err)
	}
	sch, err := schema.Load()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := search.Rebuild(context.Background(), s, sch, dir); !errors.Is(err, search.ErrLocked) {
		t.Errorf("error %v where others read the index", err)
	}
}

// TestDamage breaks the index in every way that a file can break.
func TestDamage(t *testing.T) {
	t.Parallel()
	_, s := open(t, search.Options{})
	dir := t.TempDir()
	make := over(t, s, search.Options{Folder: dir})
	waitFor(t, make)
	if err := make.Close(); err != nil {
		t.Fatal(err)
	}
	var files []string
	err := filepath.WalkDir(filepath.Join(dir, "index"), func(path string, d os.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			files = append(files, path)
		}
		return err
	})
	if err != nil || len(files) < 3 {
		t.Fatalf("files %q: %v", files, err)
	}
	for i := range files {
		for how, damage := range map[string]func([]byte) []byte{
			"empty": func([]byte) []byte { return nil },
			"short": func(b []byte) []byte { return b[:len(b)/2] },
			"other": func(b []byte) []byte { return slices.Repeat([]byte{'x'}, len(b)) },
			"bit":   func(b []byte) []byte { b[len(b)/2] ^= 1; return b },
		} {
			paths, err := filepath.Glob(filepath.Join(dir, "index", "store", "*"))
			if err != nil {
				t.Fatal(err)
			}
			paths = append(paths, filepath.Join(dir, "index", "index_meta.json"))
			path := paths[i%len(paths)]
			whole, err := os.ReadFile(path)
			if err == nil {
				err = os.WriteFile(path, damage(whole), 0o600)
			}
			if err != nil {
				t.Fatal(err)
			}
			x := over(t, s, search.Options{Folder: dir})
			if n := total(t, x, word("oil")); n != 4 {
				t.Errorf("%s, %s: %d hits", filepath.Base(path), how, n)
			}
			if err := x.Close(); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// TestFolderThatCannotBe gives a file for a folder.
func TestFolderThatCannotBe(t *testing.T) {
	t.Parallel()
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	x, _ := open(t, search.Options{Folder: file})
	if n := total(t, x, word("oil")); n != 4 {
		t.Errorf("%d hits", n)
	}
}

// TestNobodyWaitsForAnUpdate searches while the store does not answer.
func TestNobodyWaitsForAnUpdate(t *testing.T) {
	t.Parallel()
	_, s := open(t, search.Options{})
	c := &counted{Store: s}
	x := over(t, c, search.Options{Own: true})
	before := waitFor(t, x)
	c.gate = make(chan struct{})
	rewrite(t, s, "oil", "gas")
	r, err := x.Search(context.Background(), word("oil"))
	if err != nil || r.Total != 4 || !r.Updating || r.State != before.State {
		t.Errorf("%+v, %v", r, err)
	}
	close(c.gate)
	if n := total(t, x, word("gas")); n != 1 {
		t.Errorf("%d hits", n)
	}
}

// TestFaultsShowAndPass makes the store fail.
func TestFaultsShowAndPass(t *testing.T) {
	t.Parallel()
	_, s := open(t, search.Options{})
	c := &counted{Store: s}
	x := over(t, c, search.Options{Own: true})
	waitFor(t, x)
	fault := errors.New("bad sector")
	c.fault.Store(&fault)
	rewrite(t, s, "oil", "gas")
	var err error
	for err == nil { // until the update has failed
		_, err = x.Search(context.Background(), word("oil"))
	}
	if !errors.Is(err, fault) {
		t.Errorf("error %v", err)
	}
	c.fault.Store(nil)
	for err != nil { // until names and index are read again
		_, err = x.Search(context.Background(), word("oil"))
	}
	if n := total(t, x, word("gas")); n != 1 {
		t.Errorf("%d hits", n)
	}
}

func TestFirstSearchCanLeave(t *testing.T) {
	_, s := open(t, search.Options{})
	x := over(t, s, search.Options{})
	if err := x.Ready(gone()); !errors.Is(err, search.ErrBuilding) || !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
	if err := x.Ready(context.Background()); err != nil {
		t.Error(err)
	}
}

// TestCursors reads all pages of a search, which are the whole of it.
func TestCursors(t *testing.T) {
	x, s := open(t, search.Options{Own: true})
	for _, q := range []search.Query{word("lamp"), {}, {Kind: search.Entities}, {Text: "utopia", Sort: search.ByDate}} {
		whole, err := x.Search(context.Background(), q)
		if err != nil {
			t.Fatal(err)
		}
		want := ids(whole)
		var got []string
		for q.Limit = 2; ; {
			page, err := x.Search(context.Background(), q)
			if err != nil {
				t.Fatal(err)
			}
			got = append(got, ids(page)...)
			if q.Cursor = page.Next; q.Cursor == "" {
				break
			}
		}
		if len(got) != whole.Total || !slices.Equal(got[:len(want)], want) {
			t.Errorf("%+v: pages %q, want %d beginning %q", q, got, whole.Total, want)
		}
	}
	first, err := x.Search(context.Background(), search.Query{Text: "lamp", Limit: 1})
	if err != nil {
		t.Fatal(err)
	}
	altered := "B" + first.Next[1:]
	for _, q := range []search.Query{{Text: "oil", Cursor: first.Next}, {Text: "lamp", Cursor: first.Next + "x"}, {Text: "lamp", Cursor: altered}, {Text: "lamp", Cursor: "é"}} {
		if wrong, ok := errors.AsType[*search.QueryError](errorOf(x.Search(context.Background(), q))); !ok || wrong.Field != "cursor" {
			t.Errorf("%+v: no error of the cursor", q)
		}
	}
	rewrite(t, s, "oil", "gas")
	waitFor(t, x)
	_, err = x.Search(context.Background(), search.Query{Text: "lamp", Limit: 1, Cursor: first.Next})
	if err == nil || !strings.Contains(err.Error(), "has changed") {
		t.Errorf("error %v after a write", err)
	}
}

func errorOf(_ *search.Result, err error) error { return err }

func ids(r *search.Result) (out []string) {
	for _, p := range r.Paragraphs {
		out = append(out, p.ID)
	}
	for _, e := range r.Entities {
		out = append(out, e.ID)
	}
	return out
}

// TestSearchesDuringUpdates searches while records are written: each answer is
// that of one state or another.
func TestSearchesDuringUpdates(t *testing.T) {
	t.Parallel()
	x, s := open(t, search.Options{Own: true})
	waitFor(t, x)
	done := make(chan struct{})
	var all sync.WaitGroup
	for range 3 {
		all.Go(func() {
			for {
				select {
				case <-done:
					return
				default:
				}
				r, err := x.Search(context.Background(), word("oil"))
				if err != nil || r.Total != 4 && r.Total != 3 {
					t.Errorf("%+v, %v", r, err)
					return
				}
			}
		})
	}
	for range 3 {
		rewrite(t, s, "oil", "gas")
		waitFor(t, x)
		rewrite(t, s, "gas", "oil")
		waitFor(t, x)
	}
	close(done)
	all.Wait()
}
