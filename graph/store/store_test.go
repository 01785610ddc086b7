package store_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/cayleygraph/quad"
	"github.com/google/go-cmp/cmp"

	"rapporteur/graph"
	"rapporteur/graph/store"
	"rapporteur/queries/gizmo"
	"rapporteur/schema"
)

// conformance is what every kind of store must do.
var conformance = map[string]func(*testing.T, *store.Store){
	"replace twice":             testReplaceTwice,
	"replace with difference":   testReplaceDifference,
	"delete":                    testDelete,
	"shared lexicon quads":      testLexicon,
	"empty record":              testEmptyRecord,
	"readers during writes":     testConcurrentReaders,
	"invalid quads":             testInvalid,
	"cancelled write":           testCancelled,
	"export knows no order":     testOrder,
	"run":                       testRun,
	"state":                     testState,
	"reads end with their call": testEarlyEnd,
	"batch":                     testBatch,
	"batch that fails":          testBatchFails,
	"batch of many":             testBatchOfMany,
}

func TestMemory(t *testing.T) { conform(t, func(*testing.T) string { return store.Memory }) }

func TestFolder(t *testing.T) {
	conform(t, func(t *testing.T) string { return filepath.Join(t.TempDir(), "deep", "graph.db") })
}

func conform(t *testing.T, address func(*testing.T) string) {
	for name, test := range conformance {
		t.Run(name, func(t *testing.T) { test(t, open(t, address(t))) })
	}
}

func open(t *testing.T, address string) *store.Store {
	t.Helper()
	s, err := store.Open(t.Context(), address, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

func replace(t *testing.T, s *store.Store, m made) store.Change {
	t.Helper()
	change, err := s.Replace(t.Context(), m.id(), m.quads(t))
	if err != nil {
		t.Fatal(err)
	}
	return change
}

func export(t *testing.T, s *store.Store) string {
	t.Helper()
	var b bytes.Buffer
	if err := s.Export(t.Context(), &b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// canonical is what a store with these quads must export.
func canonical(t *testing.T, quads ...[]quad.Quad) string {
	t.Helper()
	var b bytes.Buffer
	if err := graph.WriteNQuads(&b, slices.Concat(quads...)); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func same(t *testing.T, what, got, want string) {
	t.Helper()
	if got != want {
		t.Errorf("%s: %s", what, cmp.Diff(strings.Split(want, "\n"), strings.Split(got, "\n")))
	}
}

var (
	alpha = made{symbol: "CMW/C/SR.1", paragraphs: 5, mentions: 3, countries: []string{"XAA", "XBB"}, words: "alpha"}
	beta  = made{symbol: "CMW/C/SR.10", paragraphs: 4, mentions: 2, countries: []string{"XBB", "XCC"}, words: "beta"}
)

func testReplaceTwice(t *testing.T, s *store.Store) {
	quads := alpha.quads(t)
	if got, want := replace(t, s, alpha), (store.Change{Added: len(quads)}); got != want {
		t.Errorf("first time: %+v; want %+v", got, want)
	}
	first := export(t, s)
	same(t, "export", first, canonical(t, quads))
	if got := replace(t, s, alpha); got != (store.Change{}) {
		t.Errorf("second time: %+v; want no change", got)
	}
	same(t, "second export", export(t, s), first)
	stats, err := s.Stats(t.Context())
	if err != nil || stats.Records != 1 || stats.Quads != int64(len(quads)) || stats.Bytes == 0 {
		t.Errorf("stats %+v, %v; want 1 record of %d quads", stats, err, len(quads))
	}
}

// Fewer paragraphs, other words and other countries, then back again.
func testReplaceDifference(t *testing.T, s *store.Store) {
	replace(t, s, alpha)
	shorter := alpha
	shorter.paragraphs, shorter.words, shorter.countries = 3, "changed", []string{"XBB", "XDD"}
	change := replace(t, s, shorter)
	if change.Added == 0 || change.Removed <= change.Added || change.Removed >= len(alpha.quads(t)) {
		t.Errorf("change %+v; want some of the quads", change)
	}
	same(t, "shorter", export(t, s), canonical(t, shorter.quads(t)))
	replace(t, s, alpha)
	same(t, "back", export(t, s), canonical(t, alpha.quads(t)))
	hash, ok, err := s.ContentHash(t.Context(), alpha.id())
	if hash != "hash of alpha" || !ok || err != nil {
		t.Errorf("ContentHash = %q, %v, %v", hash, ok, err)
	}
}

func testDelete(t *testing.T, s *store.Store) {
	if _, err := s.Delete(t.Context(), alpha.id()); !errors.Is(err, store.ErrNotFound) {
		t.Errorf("deleting what is not there: %v", err)
	}
	replace(t, s, alpha)
	replace(t, s, beta)
	ids, err := s.Records(t.Context())
	if diff := cmp.Diff([]graph.ID{"record:CMW/C/SR.1", "record:CMW/C/SR.10"}, ids); diff != "" || err != nil {
		t.Error(err, diff)
	}
	if _, err := s.Delete(t.Context(), alpha.id()); err != nil {
		t.Fatal(err)
	}
	same(t, "without alpha", export(t, s), canonical(t, beta.quads(t)))
	if _, ok, err := s.ContentHash(t.Context(), alpha.id()); ok || err != nil {
		t.Errorf("the deleted record has a hash: %v", err)
	}
	if _, err := s.Delete(t.Context(), beta.id()); err != nil {
		t.Fatal(err)
	}
	same(t, "empty", export(t, s), "")
}

// testLexicon follows chains of lexicon quads: a topic that is used, its
// broader topic, and the one above that.
func testLexicon(t *testing.T, s *store.Store) {
	about := func(id graph.ID, broader ...graph.ID) []graph.Statement {
		all := []graph.Statement{{Subject: id, Predicate: schema.PrefLabel, Object: graph.Text(string(id)), Label: graph.Lexicon}}
		for _, b := range broader {
			all = append(all, graph.Statement{Subject: id, Predicate: schema.Broader, Object: graph.Ref(b), Label: graph.Lexicon})
		}
		return all
	}
	record := func(symbol string, topic graph.ID, lexicon ...[]graph.Statement) (graph.ID, []quad.Quad) {
		id, para := graph.RecordID(symbol), graph.ParagraphID(symbol, 1)
		all := append(slices.Concat(lexicon...),
			graph.Statement{Subject: id, Predicate: schema.Type, Object: graph.ClassRef(schema.ClassSummaryRecord), Label: id},
			graph.Statement{Subject: para, Predicate: schema.IsPartOf, Object: graph.Ref(id), Label: id},
			graph.Statement{Subject: para, Predicate: schema.Subject, Object: graph.Ref(topic), Label: para})
		quads, err := graph.Quads(all)
		if err != nil {
			t.Fatal(err)
		}
		return id, quads
	}
	put := func(id graph.ID, quads []quad.Quad) {
		t.Helper()
		if _, err := s.Replace(t.Context(), id, quads); err != nil {
			t.Fatal(err)
		}
	}
	// The three topics refer to each other in a ring, which must not keep them alive.
	low, mid, top := about("topic:low", "topic:mid"), about("topic:mid", "topic:top"), about("topic:top", "topic:low")
	a, fromLow := record("A/1", "topic:low", low, mid, top)
	b, fromMid := record("A/2", "topic:mid", mid, top, low)
	c, other := record("A/3", "topic:other", about("topic:other"))

	put(a, fromLow)
	put(b, fromMid)
	put(c, other)
	same(t, "all", export(t, s), canonical(t, fromLow, fromMid, other))
	if _, err := s.Delete(t.Context(), a); err != nil {
		t.Fatal(err)
	}
	same(t, "without the first", export(t, s), canonical(t, fromMid, other))
	_, changed := record("A/2", "topic:other", about("topic:other"))
	put(b, changed)
	same(t, "without the ring", export(t, s), canonical(t, changed, other))

	// What the lexicon says of something that nobody uses is not kept.
	put(b, slices.Concat(changed, lexiconOnly(t, about("topic:unused", "topic:unused-too"))))
	same(t, "unused", export(t, s), canonical(t, changed, other))

	// A broader topic stays for the narrower one of another record.
	line := []graph.Statement(about("topic:narrow", "topic:wide"))
	d, narrow := record("A/4", "topic:narrow", line, about("topic:wide"))
	e, wide := record("A/5", "topic:wide", about("topic:wide"))
	put(e, wide)
	put(d, narrow)
	if _, err := s.Delete(t.Context(), e); err != nil {
		t.Fatal(err)
	}
	same(t, "narrow", export(t, s), canonical(t, changed, other, narrow))

	// When the lexicon has changed, the record that is written last says how it is.
	_, moved := record("A/4", "topic:narrow", about("topic:narrow", "topic:other"), about("topic:other"))
	put(d, moved)
	same(t, "moved", export(t, s), canonical(t, changed, other, moved))
}

func lexiconOnly(t *testing.T, statements []graph.Statement) []quad.Quad {
	quads, err := graph.Quads(statements)
	if err != nil {
		t.Fatal(err)
	}
	return quads
}

func testEmptyRecord(t *testing.T, s *store.Store) {
	if change, err := s.Replace(t.Context(), alpha.id(), nil); err != nil || change != (store.Change{}) {
		t.Errorf("nothing by nothing: %+v, %v", change, err)
	}
	replace(t, s, alpha)
	if _, err := s.Replace(t.Context(), alpha.id(), nil); err != nil {
		t.Fatal(err)
	}
	same(t, "export", export(t, s), "")
	if ids, err := s.Records(t.Context()); len(ids) != 0 || err != nil {
		t.Errorf("records %v, %v", ids, err)
	}
}

// Every read sees the record whole, in one of its versions.
func testConcurrentReaders(t *testing.T, s *store.Store) {
	versions := []made{alpha, alpha}
	versions[1].words, versions[1].paragraphs = "omega", 2
	valid := map[string]bool{canonical(t, versions[0].quads(t)): true, canonical(t, versions[1].quads(t)): true}
	replace(t, s, versions[0])
	done := make(chan struct{})
	var readers sync.WaitGroup
	defer func() { close(done); readers.Wait() }()
	for range 3 {
		readers.Go(func() {
			for {
				var b bytes.Buffer
				if err := s.Export(t.Context(), &b); err != nil {
					t.Error(err)
				}
				if !valid[b.String()] {
					t.Errorf("a reader saw %d bytes of neither version", b.Len())
				}
				select {
				case <-done:
					return
				default:
				}
			}
		})
	}
	for i := range 8 {
		replace(t, s, versions[(i+1)%2])
	}
}

// Quads that the store refuses leave it as it was, and it takes others.
func testInvalid(t *testing.T, s *store.Store) {
	replace(t, s, alpha)
	before := export(t, s)
	record, para := alpha.id(), graph.ParagraphID(alpha.symbol, 1)
	good := graph.Statement{Subject: para, Predicate: schema.Capacity, Object: graph.Text("x"), Label: para}.Quad()
	with := func(change func(*quad.Quad)) []quad.Quad {
		bad := good
		change(&bad)
		return append(alpha.quads(t), bad)
	}
	for name, c := range map[string]struct {
		id    graph.ID
		quads []quad.Quad
		want  string
	}{
		"text not UTF-8":      {record, with(func(q *quad.Quad) { q.Object = quad.String("\xff") }), "not UTF-8"},
		"NUL":                 {record, with(func(q *quad.Quad) { q.Object = quad.IRI("topic:\x00") }), "cannot hold"},
		"no label":            {record, with(func(q *quad.Quad) { q.Label = nil }), "label: missing"},
		"foreign label":       {record, with(func(q *quad.Quad) { q.Label = quad.IRI("para:CMW/C/SR.2#1") }), "neither the record nor one of its paragraphs"},
		"no record":           {record, []quad.Quad{good}, "no quad says that it is a SummaryRecord"},
		"no symbol":           {graph.RecordID(""), alpha.quads(t), "is not the id of a record"},
		"not the id of one":   {para, alpha.quads(t), "is not the id of a record"},
		"unknown prefix":      {record, with(func(q *quad.Quad) { q.Subject = quad.IRI("nowhere:x") }), "no registered prefix"},
		"record of the other": {beta.id(), alpha.quads(t), "no quad says"},
	} {
		_, err := s.Replace(t.Context(), c.id, c.quads)
		if err == nil || !strings.Contains(err.Error(), c.want) || errors.Is(err, store.ErrPoisoned) {
			t.Errorf("%s: %v; want %q", name, err, c.want)
		}
	}
	same(t, "after refusals", export(t, s), before)
	replace(t, s, beta)
}

func testCancelled(t *testing.T, s *store.Store) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := s.Replace(ctx, alpha.id(), alpha.quads(t)); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled write: %v", err)
	}
	same(t, "export", export(t, s), "")
	replace(t, s, alpha)
	if err := s.Export(ctx, &bytes.Buffer{}); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled export: %v", err)
	}
}

// The same records in other orders, some twice, some first in another version.
func testOrder(t *testing.T, s *store.Store) {
	gamma := made{symbol: "A/C.3/76/SR.2", paragraphs: 3, mentions: 4, countries: []string{"XCC", "XAA"}, words: "gamma"}
	old := beta
	old.paragraphs, old.countries = 9, []string{"XEE", "XAA"}
	replace(t, s, alpha)
	replace(t, s, beta)
	replace(t, s, gamma)
	want := export(t, s)
	same(t, "in order", want, canonical(t, alpha.quads(t), beta.quads(t), gamma.quads(t)))

	other := open(t, store.Memory)
	for _, m := range []made{gamma, old, alpha, gamma, beta} {
		replace(t, other, m)
	}
	same(t, "other order", export(t, other), want)
}

func testRun(t *testing.T, s *store.Store) {
	replace(t, s, alpha)
	program, err := gizmo.Compile(`g.V(iri("record:CMW/C/SR.1")).In(iri("dcterms:isPartOf")).All()`, nil)
	if err != nil {
		t.Fatal(err)
	}
	result, err := s.Run(t.Context(), program, gizmo.Limits{})
	if err != nil || len(result.Rows) != alpha.paragraphs {
		t.Errorf("%+v, %v; want %d rows", result, err, alpha.paragraphs)
	}
}

func testState(t *testing.T, s *store.Store) {
	seen := map[string]bool{s.State(): true}
	step := func(what string, change bool) {
		t.Helper()
		if seen[s.State()] == change {
			t.Errorf("%s: state %s", what, s.State())
		}
		seen[s.State()] = true
	}
	replace(t, s, alpha)
	step("a record", true)
	replace(t, s, alpha)
	step("the same", false)
	if _, err := s.Delete(t.Context(), alpha.id()); err != nil {
		t.Fatal(err)
	}
	step("deleted", true)
	replace(t, s, alpha)
	step("back", true)
}

func testEarlyEnd(t *testing.T, s *store.Store) {
	replace(t, s, alpha)
	stop := errors.New("enough")
	n := 0
	err := s.Quads(t.Context(), func(quad.Quad) error {
		if n++; n == 3 {
			return stop
		}
		return nil
	})
	if err != stop || n != 3 {
		t.Errorf("%d quads, %v", n, err)
	}
	replace(t, s, beta) // a read left open would not matter, but Close would wait for it
}

func TestReopen(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "db")
	s := open(t, dir)
	replace(t, s, alpha)
	want, state := export(t, s), s.State()
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	again := open(t, dir)
	same(t, "reopened", export(t, again), want)
	if again.State() != state {
		t.Errorf("state %s; want %s", again.State(), state)
	}
}

func TestLocked(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "db")
	s := open(t, dir)
	for _, opts := range []store.Options{{LockTimeout: time.Millisecond}, {LockTimeout: time.Millisecond, ReadOnly: true}} {
		_, err := store.Open(t.Context(), dir, opts)
		if !errors.Is(err, store.ErrLocked) || !strings.Contains(err.Error(), dir) {
			t.Errorf("second open with %+v: %v", opts, err)
		}
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	open(t, dir)
}

func TestReadOnly(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "db")
	if _, err := store.Open(t.Context(), dir, store.Options{ReadOnly: true}); !errors.Is(err, store.ErrNotStore) {
		t.Errorf("reading where there is nothing: %v", err)
	}
	if _, err := os.Stat(dir); !errors.Is(err, os.ErrNotExist) {
		t.Error("reading made a folder")
	}
	s := open(t, dir)
	replace(t, s, alpha)
	want := export(t, s)
	s.Close()
	for range 2 { // several at once
		r, err := store.Open(t.Context(), dir, store.Options{ReadOnly: true})
		if err != nil {
			t.Fatal(err)
		}
		defer r.Close()
		same(t, "read only", export(t, r), want)
		if _, err := r.Replace(t.Context(), beta.id(), beta.quads(t)); !errors.Is(err, store.ErrReadOnly) {
			t.Errorf("writing: %v", err)
		}
	}
}

// thisVersion is what a store of this version says of itself.
var thisVersion = fmt.Sprintf(`{"kind":"rapporteur store","format":1,"ids":%d,"store":"00"}`, graph.IDVersion)

// Folders that are no store of this version are refused and left alone.
func TestForeignFolders(t *testing.T) {
	manifest := func(text string) map[string]string { return map[string]string{"rapporteur.json": text} }
	good := thisVersion
	for name, c := range map[string]struct {
		files map[string]string
		want  error
	}{
		"photographs":  {map[string]string{"a.jpg": "x"}, store.ErrNotStore},
		"no JSON":      {manifest("format 1"), store.ErrNotStore},
		"other JSON":   {manifest(`{"name":"x"}`), store.ErrNotStore},
		"later format": {manifest(`{"kind":"rapporteur store","format":99,"ids":1}`), store.ErrVersion},
		"other ids":    {manifest(`{"kind":"rapporteur store","format":1,"ids":99}`), store.ErrVersion},
		"no bolt file": {map[string]string{"rapporteur.json": good, "graph.bolt": strings.Repeat("not bolt ", 2000)}, store.ErrDamaged},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			for file, text := range c.files {
				if err := os.WriteFile(filepath.Join(dir, file), []byte(text), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			_, err := store.Open(t.Context(), dir, store.Options{})
			if !errors.Is(err, c.want) || !strings.Contains(err.Error(), dir) {
				t.Errorf("error %v; want %v and the folder", err, c.want)
			}
			entries, _ := os.ReadDir(dir)
			if len(entries) != len(c.files) {
				t.Errorf("the folder was changed: %v", entries)
			}
			for file, text := range c.files {
				if got, _ := os.ReadFile(filepath.Join(dir, file)); string(got) != text {
					t.Errorf("%s was changed", file)
				}
			}
		})
	}
}

func TestAddressIsAFile(t *testing.T) {
	file := filepath.Join(t.TempDir(), "notes.txt")
	if err := os.WriteFile(file, []byte("x"), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, address := range []string{file, filepath.Join(file, "db")} {
		if _, err := store.Open(t.Context(), address, store.Options{}); err == nil {
			t.Errorf("%s opens", address)
		}
	}
}

// A copy that was cut short is refused instead of ending the program later.
func TestCutShort(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "db")
	s := open(t, dir)
	replace(t, s, alpha)
	s.Close()
	if err := os.Truncate(filepath.Join(dir, "graph.bolt"), 1<<14); err != nil {
		t.Fatal(err)
	}
	if _, err := store.Open(t.Context(), dir, store.Options{}); !errors.Is(err, store.ErrDamaged) {
		t.Errorf("error %v; want %v", err, store.ErrDamaged)
	}
}

// A folder whose making was interrupted is an empty store.
func TestHalfMade(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "rapporteur.json"), []byte(thisVersion), 0o644); err != nil {
		t.Fatal(err)
	}
	s := open(t, dir)
	replace(t, s, alpha)
	same(t, "export", export(t, s), canonical(t, alpha.quads(t)))
}
