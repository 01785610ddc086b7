package web_test

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"golang.org/x/net/html"

	"rapporteur/internal/web"
)

// FuzzRequests sends anything to every route: the answer is never a failure of
// the server, JSON is JSON, problems are problems, and no page has an element
// that only a parameter could have brought.
func FuzzRequests(f *testing.F) {
	paths := []string{
		"/api/v1/queries/agreements-cited", "/api/v1/queries/raised-and-answered", "/api/v1/queries/paragraph-mentions",
		"/api/v1/entities", "/api/v1/entities/", "/api/v1/records", "/api/v1/records/", "/api/v1/graph",
		"/records/", "/entities/", "/static/", "/assets/", "/api/v1/paths", "/api/v1/search", "/api/v1/suggest",
	}
	for i := range paths {
		f.Add(uint8(i), "country:UTO", "country", "Utopia", "by", "anyone")
		f.Add(uint8(i), "LHK/C/SR.7/paragraphs/3", "center", "night work", "depth", "3")
		f.Add(uint8(i), "../\x00%2f#\"<script>", "q", "\xff", "limit", "-9223372036854775808")
		f.Add(uint8(i), "country:UTO/timeline", "cursor", "AXx-_", "sort", "-date,-date,-")
		f.Add(uint8(i), "LHK/C/SR.7/paragraphs/3", "fields", "id,,text,\u202e", "format", "turtle")
		f.Add(uint8(i), "agreement:iclk/co-mentions", "from", "Utopia", "to", "agreement:iclk")
		f.Add(uint8(i), "para:LHK/C/SR.7#999999999", "paragraph", "LHK/C/SR.7, para. 99999999999999999999", "format", "csv")
	}
	h := serve(f, open(f), web.Options{Timeout: time.Minute})
	f.Fuzz(func(t *testing.T, route uint8, rest, name, value, name2, value2 string) {
		path := paths[int(route)%len(paths)]
		target := &url.URL{Path: path, RawQuery: url.Values{name: {value}, name2: {value2}}.Encode()}
		if strings.HasSuffix(path, "/") {
			target.Path += rest
		}
		r := httptest.NewRequest(http.MethodGet, "/", nil)
		r.URL = target
		w := ask(h, r)
		check(t, target.String(), w)
	})
}

// FuzzGizmo sends anything as a query.
func FuzzGizmo(f *testing.F) {
	for _, query := range []string{everywhere, "g.V().All()", `g.V("<country:UTO>").Out(null, "p").LabelTag("l").All()`, "g.V({})", "while(1){}", "\x00", "g.Emit(1)"} {
		f.Add(query, "")
		f.Add(query, "application/json")
	}
	opts := web.Options{Timeout: time.Minute}
	opts.Limits.Steps, opts.Limits.Rows = 20_000, 100
	h := serve(f, open(f), opts)
	f.Fuzz(func(t *testing.T, query, media string) {
		r := httptest.NewRequest(http.MethodPost, "/api/v1/gizmo", strings.NewReader(query))
		r.Header["Content-Type"] = []string{media}
		check(t, query, ask(h, r))
		for _, target := range []string{"/api/v1/gizmo", "/api/v2/query?lang=gizmo"} {
			r := httptest.NewRequest(http.MethodGet, target, nil)
			values := r.URL.Query()
			values.Set("query", query)
			values.Set("qu", query)
			if target == "/api/v1/gizmo" {
				values.Del("qu")
				values.Set("format", []string{"json", "csv", "jsonld"}[len(query)%3])
			}
			r.URL.RawQuery = values.Encode()
			r.Header["Accept"] = []string{media}
			check(t, query, ask(h, r))
		}
	})
}

// FuzzCayleyRead sends anything as the parameters of a read in Cayley's API.
func FuzzCayleyRead(f *testing.F) {
	f.Add("<country:UTO>", "", "", "", "nquads", "full", "2", "")
	f.Add("<country:UTO>,,<country:UTO>", "<rdf:type>", `"Utopia"@en`, "_:b", "jsonld", "short", "", "application/json")
	f.Add("", "", "", "", "pquads", "", "", "a/b;q=x")
	f.Add("", "", "", "", "graphml", "x", "-1", "")
	f.Add("\xff", "<>", "\"1\"^^<xsd:integer>", "\x00", "gml", "full", "9", "")
	h := serve(f, open(f), web.Options{Timeout: time.Minute, ReadQuads: 500})
	f.Fuzz(func(t *testing.T, sub, pred, obj, label, format, iri, limit, accept string) {
		values := url.Values{"sub": {sub}, "pred": {pred}, "obj": {obj}, "label": {label}, "format": {format}, "iri": {iri}, "limit": {limit}}
		r := httptest.NewRequest(http.MethodGet, "/api/v2/read?"+values.Encode(), nil)
		r.Header["Accept"] = []string{accept}
		w := ask(h, r)
		if w.Code >= 500 {
			t.Fatalf("%q: %d %s", values, w.Code, w.Body)
		}
	})
}

func check(t *testing.T, what string, w *httptest.ResponseRecorder) {
	t.Helper()
	if w.Code >= 500 {
		t.Fatalf("%q: %d %s", what, w.Code, w.Body)
	}
	switch media, _, _ := strings.Cut(w.Header().Get("Content-Type"), ";"); media {
	case "application/json", "application/problem+json":
		if !json.Valid(w.Body.Bytes()) {
			t.Errorf("%q: not JSON: %s", what, w.Body)
		}
	case "text/html":
		loaded(t, w.Body.String())
		if _, err := html.Parse(w.Body); err != nil {
			t.Errorf("%q: %v", what, err)
		}
	case "text/csv", "text/plain":
		if !utf8.Valid(w.Body.Bytes()) {
			t.Errorf("%q: not UTF-8", what)
		}
	}
}
