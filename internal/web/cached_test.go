package web_test

import (
	"bytes"
	"context"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/cayleygraph/quad"
	"github.com/klauspost/compress/gzip"

	"rapporteur/graph"
	"rapporteur/graph/store"
	"rapporteur/internal/web"
	"rapporteur/queries/gizmo"
	"rapporteur/schema"
)

// with asks for a target with headers, "Name: value" each.
func with(h http.Handler, target string, headers ...string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(http.MethodGet, target, nil)
	for _, line := range headers {
		name, value, _ := strings.Cut(line, ": ")
		r.Header.Set(name, value)
	}
	return ask(h, r)
}

// A counted graph counts the programs that are run.
type counted struct {
	web.Graph
	runs *atomic.Int64
}

func (c counted) Run(ctx context.Context, p *gizmo.Program, lim gizmo.Limits) (*gizmo.Result, error) {
	c.runs.Add(1)
	return c.Graph.Run(ctx, p, lim)
}

// cacheable are addresses of every kind that answers from the graph.
var cacheable = []string{
	"/api/v1/queries/agreements-cited?country=Utopia",
	"/api/v1/queries/agreements-cited?country=Utopia&format=csv",
	"/api/v1/records", "/api/v1/records?format=csv", "/api/v1/records/LHK/C/SR.7", "/api/v1/records/LHK/C/SR.7/paragraphs/3",
	"/api/v1/entities?q=lamp", "/api/v1/entities/agreement:iclk", "/api/v1/graph?center=Utopia",
	"/api/v1/queries", "/api/v1/context.jsonld", "/api/v1/corpus", "/api/v1/examples",
}

// TestNotModified asks again with the tag of an answer: no program runs, and
// nothing is sent.
func TestNotModified(t *testing.T) {
	var runs atomic.Int64
	h := serve(t, counted{open(t), &runs}, web.Options{Cache: -1}) // nothing is remembered
	seen := map[string]string{}
	for _, target := range cacheable {
		first := get(h, target)
		tag := first.Header().Get("ETag")
		if first.Code != 200 || !strings.HasPrefix(tag, `W/"`) || first.Header().Get("Cache-Control") != "no-cache" {
			t.Fatalf("%s: %d %v", target, first.Code, first.Header())
		}
		if seen[tag] != "" {
			t.Errorf("%s has the tag of %s", target, seen[tag])
		}
		seen[tag] = target
		before := runs.Load()
		for _, known := range []string{tag, `"x", ` + tag, strings.TrimPrefix(tag, "W/")} {
			w := with(h, target, "If-None-Match: "+known)
			if w.Code != http.StatusNotModified || w.Body.Len() > 0 || w.Header().Get("ETag") != tag {
				t.Errorf("%s with %s: %d %v %s", target, known, w.Code, w.Header(), w.Body)
			}
		}
		if after := runs.Load(); after != before {
			t.Errorf("%s: %d programs ran to find that nothing has changed", target, after-before)
		}
		if w := with(h, target, `If-None-Match: "other"`); w.Code != 200 || w.Body.String() != first.Body.String() {
			t.Errorf("%s with another tag: %d", target, w.Code)
		}
		if w := with(h, target, "If-None-Match: *"); w.Code != http.StatusNotModified {
			t.Errorf("%s with *: %d", target, w.Code)
		}
	}
}

// TestWritesChangeTags writes to the store: what was true is asked for anew.
func TestWritesChangeTags(t *testing.T) {
	s := open(t)
	h := serve(t, s, web.Options{})
	const target = "/api/v1/records"
	first := get(h, target)
	addRecord(t, s, "LHK/C/SR.99")
	w := with(h, target, "If-None-Match: "+first.Header().Get("ETag"))
	if w.Code != 200 || !strings.Contains(w.Body.String(), "LHK/C/SR.99") {
		t.Errorf("%d %s", w.Code, w.Body)
	}
	if w.Header().Get("ETag") == first.Header().Get("ETag") {
		t.Error("the tag is as before")
	}
}

func addRecord(t *testing.T, s *store.Store, symbol string) {
	t.Helper()
	id := graph.RecordID(symbol)
	quads := must(graph.Quads([]graph.Statement{
		{Subject: id, Predicate: schema.Type, Object: graph.ClassRef(schema.ClassSummaryRecord), Label: id},
		{Subject: id, Predicate: schema.Identifier, Object: quad.String(symbol), Label: id},
	}))(t)
	if _, err := s.Replace(t.Context(), id, quads); err != nil {
		t.Fatal(err)
	}
}

// TestProgramsHaveTagsOfTheirOwn serves one store by two programs: neither takes
// the other's tags, unless they say that they are the same.
func TestProgramsHaveTagsOfTheirOwn(t *testing.T) {
	s := open(t)
	tag := func(o web.Options) string { return get(serve(t, s, o), "/api/v1/records").Header().Get("ETag") }
	if one, other := tag(web.Options{}), tag(web.Options{}); one == other {
		t.Error("programs that may differ have the same tag")
	}
	if one, again := tag(web.Options{Version: "1"}), tag(web.Options{Version: "1"}); one != again {
		t.Errorf("the same program gives the tags %s and %s", one, again)
	}
}

// TestAskedOnce asks the same question in several ways: it is run once.
func TestAskedOnce(t *testing.T) {
	var runs atomic.Int64
	h := serve(t, counted{open(t), &runs}, web.Options{})
	get(h, "/api/v1/entities") // the names are read
	before := runs.Load()
	want := ""
	for _, target := range []string{
		"?country=Utopia", "?country=UTO", "?country=country:UTO&by=delegation", "?country=+utopia", "?by=&country=Republic+of+Utopia", "?country=Utopia&format=json",
	} {
		w := get(h, "/api/v1/queries/agreements-cited"+target)
		if want == "" {
			want = w.Body.String()
		}
		if w.Code != 200 || w.Body.String() != want {
			t.Errorf("%s: %d %s", target, w.Code, w.Body)
		}
	}
	if n := runs.Load() - before; n != 1 {
		t.Errorf("%d programs ran", n)
	}
}

// TestColdQuestionRunsOnce lets many ask a question that nobody asked before.
func TestColdQuestionRunsOnce(t *testing.T) {
	g := slow{open(t), make(chan struct{}, 16), make(chan struct{})}
	h := serve(t, g, web.Options{Limits: gizmo.Limits{Rows: slowRows}})
	get(h, "/api/v1/entities")
	var all sync.WaitGroup
	ask := func() {
		if w := get(h, "/api/v1/queries/agreements-cited?country=Utopia"); w.Code != 200 {
			t.Errorf("%d %s", w.Code, w.Body)
		}
	}
	all.Go(ask)
	<-g.running
	for range 15 {
		all.Go(ask)
	}
	close(g.release)
	all.Wait()
	if n := len(g.running); n != 0 {
		t.Errorf("it ran %d times more", n)
	}
}

// TestFailuresAreAskedAgain lets a query fail: the next one is run.
func TestFailuresAreAskedAgain(t *testing.T) {
	h := serve(t, open(t), web.Options{Limits: gizmo.Limits{Steps: 1}})
	for range 2 {
		w := get(h, "/api/v1/queries/agreements-cited?country=Utopia")
		if w.Code != http.StatusUnprocessableEntity || w.Header().Get("ETag") != "" || w.Header().Get("Cache-Control") != "no-store" {
			t.Errorf("%d %v", w.Code, w.Header())
		}
	}
}

// TestCompression asks for what is long enough to compress, cold and again.
func TestCompression(t *testing.T) {
	h := fixed(t)
	for _, target := range append([]string{"/", "/static/style.css"}, cacheable...) {
		plain := get(h, target).Body.Bytes()
		for range 2 {
			w := with(h, target, "Accept-Encoding: gzip, br")
			body := w.Body.Bytes()
			if coding := w.Header().Get("Content-Encoding"); coding == "gzip" {
				r := must(gzip.NewReader(bytes.NewReader(body)))(t)
				body = must(io.ReadAll(r))(t)
			} else if len(plain) > 4<<10 || coding != "" {
				t.Errorf("%s: %d bytes, coding %q", target, len(plain), coding)
			}
			if !bytes.Equal(body, plain) {
				t.Errorf("%s: the bodies differ", target)
			}
			if vary := strings.Join(w.Header().Values("Vary"), ", "); !strings.Contains(vary, "Accept-Encoding") {
				t.Errorf("%s: varies by %s", target, vary)
			}
		}
		for _, other := range []string{"gzip;q=0", "br, zstd", "identity"} {
			if w := with(h, target, "Accept-Encoding: "+other); w.Header().Get("Content-Encoding") != "" {
				t.Errorf("%s: %s for who takes %s", target, w.Header().Get("Content-Encoding"), other)
			}
		}
	}
}
