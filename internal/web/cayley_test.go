package web_test

import (
	"cmp"
	"context"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"slices"
	"strings"
	"testing"

	"github.com/cayleygraph/cayley/client"
	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/memstore"
	_ "github.com/cayleygraph/cayley/query/gizmo" // a language of Cayley's handler
	cayleyhttp "github.com/cayleygraph/cayley/server/http"
	"github.com/cayleygraph/cayley/writer"
	"github.com/cayleygraph/quad"
	diff "github.com/google/go-cmp/cmp"

	"rapporteur/internal/web"
)

// stock returns Cayley's own handler, read-only, on the quads of a store.
func stock(t *testing.T, quads []quad.Quad) http.Handler {
	t.Helper()
	qs := memstore.New(quads...)
	qw := must(writer.NewSingleReplication(qs, nil))(t)
	api := cayleyhttp.NewAPIv2(&graph.Handle{QuadStore: qs, QuadWriter: qw})
	api.SetReadOnly(true)
	return api
}

// allQuads returns what a store holds.
func allQuads(t *testing.T, s web.Quads) []quad.Quad {
	t.Helper()
	var quads []quad.Quad
	if err := s.Match(t.Context(), quad.Quad{}, func(q quad.Quad) error { quads = append(quads, q); return nil }); err != nil {
		t.Fatal(err)
	}
	return quads
}

// TestAsCayleyAnswers sends requests to Cayley's own handler as well: status, type and
// body must be the same, whatever the order of rows and lines.
func TestAsCayleyAnswers(t *testing.T) {
	s := open(t)
	own, theirs := serve(t, s, web.Options{}), stock(t, allQuads(t, s))
	calls := []struct{ method, target, accept, body string }{
		{"GET", "/api/v2/query?lang=gizmo&qu=" + url.QueryEscape(`g.V("<country:UTO>").Out("<rap:cites>").All()`), "", ""},
		{"GET", "/api/v2/query?lang=gizmo&qu=" + url.QueryEscape(`g.V("<country:UTO>").Out(null, "p").All()`), "application/json", ""},
		{"POST", "/api/v2/query?lang=gizmo", "", `g.V("<meeting:LHK/7>").Tag("m").Out(null, "p").All()`},
		{"POST", "/api/v2/query?lang=gizmo", "application/ld+json", `g.V("<meeting:LHK/7>").Tag("m").Out(null, "p").All()`},
		{"POST", "/api/v2/query?lang=gizmo", "application/ld+json;q=0.5, application/json", `g.V("<country:UTO>").Save("<rdfs:label>", "name").All()`},
		{"POST", "/api/v2/query?lang=gizmo", "", `g.V("<nobody>").All()`},
		{"POST", "/api/v2/query?lang=gizmo", "", `g.V().getLimit(10)`},
		{"POST", "/api/v2/query?lang=gizmo", "", `g.V("<para:LHK/C/SR.7#3>").Out("<schema:mentions>").GetLimit(2)`},
		{"POST", "/api/v2/query?lang=gizmo", "", `g.Emit(g.V("<country:UTO>").Out().Count())`},
		{"POST", "/api/v2/query?lang=gizmo", "", `g.Emit(g.V("<country:UTO>").Out("<rdfs:label>").ToArray())`},
		{"POST", "/api/v2/query?lang=gizmo", "", `g.Emit(g.V("<country:UTO>").Tag("x").Out("<rdfs:label>").TagArray())`},
		{"POST", "/api/v2/query?lang=gizmo", "", `g.Emit(g.V("<country:UTO>").Out("<rdfs:label>").ToValue())`},
		{"POST", "/api/v2/query?lang=gizmo", "", `g.Emit({name: "bob", n: 1.5, yes: true}); g.Emit([1, "a"]); g.Emit("x")`},
		{"POST", "/api/v2/query?lang=gizmo", "", `g.Emit(g.V().Out().Count()); g.V().Out().All()`}, // cut at Cayley's limit
		{"POST", "/api/v2/query", "", `g.V().All()`},
		{"POST", "/api/v2/query?lang=klingon", "", `g.V().All()`},
		{"POST", "/api/v2/query?lang=gizmo", "", ""},
		{"GET", "/api/v2/query?lang=gizmo", "", ""},
		{"GET", "/api/v2/read", "", ""},
		{"GET", "/api/v2/read", "application/n-quads", ""},
		{"GET", "/api/v2/read", "text/html, application/json", ""},
		{"GET", "/api/v2/read?format=json&sub=" + url.QueryEscape("<country:UTO>"), "", ""},
		{"GET", "/api/v2/read?format=json-stream&pred=" + url.QueryEscape("<rap:party>,<rap:cites>"), "", ""},
		{"GET", "/api/v2/read?format=no-such&obj=" + url.QueryEscape("<country:UTO>") + "&label=" + url.QueryEscape("<graph:lexicon>"), "", ""},
		{"GET", "/api/v2/read?obj=" + url.QueryEscape(`"Utopia"`), "", ""},
		{"GET", "/api/v2/read?iri=short&sub=" + url.QueryEscape("<country:UTO>"), "", ""},
		{"POST", "/api/v2/read?sub=" + url.QueryEscape("<country:UTO>"), "", ""},
		{"POST", "/api/v2/write", "", "<a> <b> <c> ."},
		{"POST", "/api/v2/delete", "", "<a> <b> <c> ."},
		{"POST", "/api/v2/node/delete", "", "<a>"},
	}
	for _, call := range calls {
		t.Run(call.method+" "+call.target+" "+call.body, func(t *testing.T) {
			send := func(h http.Handler) *httptest.ResponseRecorder {
				r := httptest.NewRequest(call.method, call.target, strings.NewReader(call.body))
				if call.accept != "" {
					r.Header.Set("Accept", call.accept)
				}
				return ask(h, r)
			}
			got, want := send(own), send(theirs)
			if got.Code != want.Code || got.Header().Get("Content-Type") != want.Header().Get("Content-Type") {
				t.Errorf("%d %s, Cayley has %d %s", got.Code, got.Header().Get("Content-Type"), want.Code, want.Header().Get("Content-Type"))
			}
			if want.Code == 200 && strings.Contains(call.body, "V().") && strings.Contains(call.body, "All()") || want.Code == 200 && strings.Contains(call.body, "etLimit") {
				compareSize(t, got, want) // which rows come first is not said
			} else if d := diff.Diff(inAnyOrder(want.Body.Bytes()), inAnyOrder(got.Body.Bytes())); d != "" {
				t.Errorf("(-Cayley +here):\n%s", d)
			}
		})
	}
}

// inAnyOrder returns an answer in a form that does not depend on the order of its rows
// or lines.
func inAnyOrder(body []byte) any {
	var v any
	if json.Unmarshal(body, &v) == nil {
		return sorted(v)
	}
	lines := strings.Split(string(body), "\n")
	slices.Sort(lines)
	return lines
}

// sorted sorts the lists of an answer by their elements' JSON.
func sorted(v any) any {
	switch v := v.(type) {
	case []any:
		for i := range v {
			v[i] = sorted(v[i])
		}
		slices.SortFunc(v, func(a, b any) int {
			x, _ := json.Marshal(a)
			y, _ := json.Marshal(b)
			return cmp.Compare(string(x), string(y))
		})
	case map[string]any:
		for k := range v {
			v[k] = sorted(v[k])
		}
	}
	return v
}

func compareSize(t *testing.T, got, want *httptest.ResponseRecorder) {
	t.Helper()
	var a, b struct{ Result []any }
	if err := json.Unmarshal(got.Body.Bytes(), &a); err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(want.Body.Bytes(), &b); err != nil {
		t.Fatal(err)
	}
	if len(a.Result) != len(b.Result) || len(a.Result) == 0 {
		t.Errorf("%d results, Cayley has %d", len(a.Result), len(b.Result))
	}
}

// TestFormatsAsCayley compares the list of formats, whatever its order.
func TestFormatsAsCayley(t *testing.T) {
	s := open(t)
	got, want := get(serve(t, s, web.Options{}), "/api/v2/formats"), get(stock(t, nil), "/api/v2/formats")
	if d := diff.Diff(inAnyOrder(want.Body.Bytes()), inAnyOrder(got.Body.Bytes())); d != "" {
		t.Errorf("(-Cayley +here):\n%s", d)
	}
}

// TestCayleysClient reads the graph with Cayley's own client, and is told that it
// cannot write.
func TestCayleysClient(t *testing.T) {
	s := open(t)
	server := httptest.NewServer(serve(t, s, web.Options{}))
	defer server.Close()
	c := client.New(server.URL)
	r := must(c.QuadReader())(t)
	defer r.Close()
	got, err := quad.ReadAll(r)
	if err != nil && err != io.EOF {
		t.Fatal(err)
	}
	want := allQuads(t, s)
	slices.SortFunc(got, compareQuads)
	slices.SortFunc(want, compareQuads)
	if d := diff.Diff(want, got); d != "" || len(got) == 0 {
		t.Errorf("%d quads (-store +client):\n%s", len(got), d)
	}
	w := must(c.QuadWriter())(t)
	if _, err := w.WriteQuads([]quad.Quad{quad.MakeIRI("a", "b", "c", "")}); err == nil {
		err = w.Close()
		if err == nil || !strings.Contains(err.Error(), "403") {
			t.Errorf("writing: %v, want 403", err)
		}
	}
}

func compareQuads(a, b quad.Quad) int { return cmp.Compare(a.String(), b.String()) }

// An endless graph repeats a quad for ever.
type endless struct{ web.Graph }

func (endless) Match(_ context.Context, _ quad.Quad, yield func(quad.Quad) error) error {
	for {
		if err := yield(quad.MakeIRI("a", "b", "c", "d")); err != nil {
			return err
		}
	}
}

// TestReadIsBounded cuts a connection rather than to end an answer early, and refuses
// what has not begun.
func TestReadIsBounded(t *testing.T) {
	s := open(t)
	h := serve(t, s, web.Options{ReadQuads: 3})
	for _, format := range []string{"nquads", "jsonld", "pquads"} {
		w := get(h, "/api/v2/read?format="+format)
		if w.Code != http.StatusUnprocessableEntity || !strings.Contains(w.Body.String(), "more quads") {
			t.Errorf("%s: %d %s", format, w.Code, w.Body)
		}
	}
	if w := get(h, "/api/v2/read?limit=3"); w.Code != 200 || strings.Count(w.Body.String(), "\n") != 3 {
		t.Errorf("%d %s", w.Code, w.Body)
	}
	server := httptest.NewServer(serve(t, endless{s}, web.Options{ReadQuads: 10_000}))
	defer server.Close()
	request := must(http.NewRequest(http.MethodGet, server.URL+"/api/v2/read", nil))(t)
	request.Header.Set("Accept-Encoding", "identity") // compression holds back the beginning
	r := must(http.DefaultClient.Do(request))(t)
	defer r.Body.Close()
	if n, err := io.Copy(io.Discard, r.Body); err == nil || n == 0 {
		t.Errorf("%d bytes and %v, want an answer that breaks off", n, err)
	}
}

// TestWithoutQuads asks a site that has none to give.
func TestWithoutQuads(t *testing.T) {
	h := serve(t, struct{ web.Graph }{open(t)}, web.Options{})
	if w := get(h, "/api/v2/read"); w.Code != http.StatusNotImplemented {
		t.Errorf("%d %s", w.Code, w.Body)
	}
}
