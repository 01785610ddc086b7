package web_test

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/gin-gonic/gin"
	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"rapporteur/internal/names"
	"rapporteur/internal/web"
	"rapporteur/queries"
)

// pagesAt are where people look and programs do not: the document leaves them out. One that
// ends in a slash stands for all below it.
var pagesAt = []string{
	"/", "/docs", "/static/", "/assets/", "/search", "/queries", "/queries/", "/records", "/records/", "/entities", "/entities/",
	"/network", "/agreements", "/topics", "/console", "/corrections",
}

// undocumented are routes that the document leaves out for now.
var undocumented = []string{}

func isPage(path string) bool {
	return slices.ContainsFunc(pagesAt, func(p string) bool {
		return path == p || len(p) > 1 && strings.HasSuffix(p, "/") && strings.HasPrefix(path, p)
	})
}

// routesOf lists what a server takes, HEAD apart.
func routesOf(t *testing.T, h http.Handler) gin.RoutesInfo {
	t.Helper()
	told, ok := h.(interface{ Routes() gin.RoutesInfo })
	if !ok {
		t.Fatalf("a %T does not tell its routes", h)
	}
	return slices.DeleteFunc(told.Routes(), func(r gin.RouteInfo) bool { return r.Method == http.MethodHead || isPage(r.Path) })
}

// takes reports whether a route of gin's takes a path of the document.
func takes(route gin.RouteInfo, o *operation) bool {
	want, got := strings.Split(route.Path, "/"), strings.Split(o.path, "/")
	for i, part := range want {
		switch {
		case strings.HasPrefix(part, "*"):
			return len(got) > i && route.Method == o.method
		case i >= len(got):
			return false
		case strings.HasPrefix(part, ":"):
		case part != got[i]:
			return false
		}
	}
	return len(want) == len(got) && route.Method == o.method
}

// TestHeadGoesWithGet checks that whatever can be read can be asked for without its body.
func TestHeadGoesWithGet(t *testing.T) {
	routes := fixed(t).(interface{ Routes() gin.RoutesInfo }).Routes()
	taken := map[string]bool{}
	for _, r := range routes {
		taken[r.Method+" "+r.Path] = true
	}
	for _, r := range routes {
		if r.Method == http.MethodGet && !taken[http.MethodHead+" "+r.Path] {
			t.Errorf("HEAD %s is not taken", r.Path)
		}
	}
}

// TestDocumentHasAllRoutes compares what the server takes with what its document says.
func TestDocumentHasAllRoutes(t *testing.T) {
	h := fixed(t)
	c := contractOf(t, h)
	routes := routesOf(t, h)
	for _, route := range routes {
		known := slices.ContainsFunc(c.operations, func(o *operation) bool { return takes(route, o) })
		left := slices.Contains(undocumented, route.Method+" "+route.Path)
		if known == left {
			t.Errorf("%s %s: in the document is %v; is on the list of those left out: %v", route.Method, route.Path, known, left)
		}
	}
	for _, o := range c.operations {
		if !slices.ContainsFunc(routes, func(r gin.RouteInfo) bool { return takes(r, o) }) {
			t.Errorf("%s: the document has it, the server does not", o)
		}
	}
}

// foreign are addresses that follow the protocol of another program: it says how errors look,
// which parameters are passed over, and what is always refused or never.
var foreign = []string{"/api/v2/", "/mcp"}

func isForeign(o *operation) bool {
	return slices.ContainsFunc(foreign, func(p string) bool { return strings.HasPrefix(o.path, p) })
}

// TestErrorsAreProblems checks that the document lets nothing else be answered to what is
// wrong.
func TestErrorsAreProblems(t *testing.T) {
	c := contractOf(t, fixed(t))
	for _, o := range c.operations {
		if isForeign(o) {
			continue
		}
		for status, r := range o.self["responses"].(map[string]any) {
			response, _ := c.follow(r.(map[string]any), nil)
			content, _ := response["content"].(map[string]any)
			if _, ok := content[problemType]; status >= "4" && (!ok || len(content) != 1) {
				t.Errorf("%s: %s is no problem document alone: %v", o, status, response)
			}
		}
	}
}

// TestContractNotices gives answers that break the document, each in one way.
func TestContractNotices(t *testing.T) {
	c := contractOf(t, fixed(t))
	const json, problem = "application/json", problemType
	tests := []struct {
		name, method, target string
		status               int
		media, body, says    string // says "" where all is well
	}{
		{"as it should be", "GET", "/healthz", 200, json, `{"status":"alive"}`, ""},
		{"a problem", "GET", "/healthz", 400, problem, `{"type":"about:blank","title":"x","status":400}`, ""},
		{"a page", "GET", "/docs", 200, "text/html", "<p>", ""},
		{"another word", "GET", "/healthz", 200, json, `{"status":"dead"}`, "alive"},
		{"a member more", "GET", "/healthz", 200, json, `{"status":"alive","x":1}`, "'x' not allowed"},
		{"a member less", "GET", "/healthz", 200, json, `{}`, "missing"},
		{"no JSON", "GET", "/healthz", 200, json, `{`, "EOF"},
		{"another type", "GET", "/healthz", 200, "text/plain", "alive", `"text/plain"`},
		{"another status", "GET", "/healthz", 418, problem, `{}`, "status 418"},
		{"a problem of another status", "GET", "/healthz", 400, problem, `{"type":"about:blank","title":"x","status":404}`, "404"},
		{"a problem without title", "GET", "/healthz", 400, problem, `{"type":"about:blank","status":400}`, "title"},
		{"another operation", "GET", "/api/v1/none", 200, json, `{}`, "does not have"},
		{"another operation, refused in JSON", "GET", "/api/v1/none", 404, json, `{}`, "not with a problem"},
		{"a parameter", "GET", "/healthz?x=1", 200, json, `{"status":"alive"}`, `"x"`},
		{"of a paragraph", "GET", "/api/v1/records/A/B/paragraphs/1", 200, json, `{}`, "/paragraphs/{number}"},
		{"of a query", "GET", "/api/v1/queries/records", 200, json, `{"query":"roles","title":"x","columns":[{"name":"a","title":"A","type":"text"}],"rows":[],"truncated":false}`, "records"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			w := httptest.NewRecorder()
			w.Header().Set("Content-Type", tt.media)
			w.WriteHeader(tt.status)
			w.WriteString(tt.body)
			err := c.check(httptest.NewRequest(tt.method, tt.target, nil), w)
			if (err == nil) != (tt.says == "") || err != nil && !strings.Contains(err.Error(), tt.says) {
				t.Errorf("error %v does not say %q", err, tt.says)
			}
		})
	}
}

// long are addresses whose answers are too long to be written down in testdata.
var long = []string{"/api/v1/queries", "/api/v1/schema", "/api/v1/gizmo/methods", "/api/v1/context.jsonld", "/openapi.json", "/openapi.yaml"}

func (c *contract) askLong(t *testing.T, h http.Handler) {
	t.Helper()
	for _, target := range long {
		c.holds(t, h, target, http.StatusOK)
		c.holds(t, h, target+"?colour=red", http.StatusBadRequest)
	}
}

// askQueries asks every named query what its own tests ask, which know the answers, and
// one that makes no sense.
func (c *contract) askQueries(t *testing.T, h http.Handler) {
	t.Helper()
	files := must(filepath.Glob("../../queries/testdata/*.txtar"))(t)
	if len(files) == 0 {
		t.Fatal("no queries/testdata/*.txtar")
	}
	for _, file := range files {
		path := "/api/v1/queries/" + strings.TrimSuffix(filepath.Base(file), ".txtar")
		c.holds(t, h, path+"?colour=red", http.StatusBadRequest)
		for _, example := range must(txtar.ParseFile(file))(t).Files {
			call, _, _ := strings.Cut(string(example.Data), "\n\n")
			args := url.Values{}
			for line := range strings.Lines(call) {
				name, value, _ := strings.Cut(strings.TrimSpace(line), "=")
				args.Set(name, value)
			}
			if w := c.holds(t, h, path+"?"+args.Encode(), 0); w.Code == http.StatusOK {
				args.Set("format", "csv")
				c.heading(t, path, c.holds(t, h, path+"?"+args.Encode(), http.StatusOK).Body.String())
			}
		}
	}
}

// holds sends a request and holds the answer to the document. A status of 0 is any.
func (c *contract) holds(t *testing.T, h http.Handler, target string, status int) *httptest.ResponseRecorder {
	t.Helper()
	r := httptest.NewRequest(http.MethodGet, target, nil)
	w := ask(h, r)
	if err := c.check(r, w); err != nil || status != 0 && w.Code != status {
		t.Errorf("%s: status %d, want %d; %v", target, w.Code, status, err)
	}
	return w
}

// heading checks that the document tells the first line of the CSV of a query.
func (c *contract) heading(t *testing.T, path, csv string) {
	t.Helper()
	line, _, _ := strings.Cut(csv, "\n")
	at := append(c.find(http.MethodGet, path).at, "responses", "200", "content", "text/csv", "schema")
	m := c.document
	for _, key := range at {
		m = m[key].(map[string]any)
	}
	if says, _ := m["description"].(string); !strings.Contains(says, " "+strings.TrimRight(line, "\r")+".") {
		t.Errorf("%s: the document says %q, the CSV begins %q", path, says, line)
	}
}

// canSucceed reports whether the document has an answer that is no error.
func (o *operation) canSucceed() bool {
	for status := range o.self["responses"].(map[string]any) {
		if status < "4" {
			return true
		}
	}
	return false
}

// complete checks that every operation was asked for with success and without. Any named
// query stands for the one that stands for all of them. What needs the admin token has no
// success without it.
func (c *contract) complete(t *testing.T) {
	t.Helper()
	for _, o := range c.operations {
		if isForeign(o) && (o.succeeded || o.refused) {
			continue
		}
		if o.path != "/api/v1/queries/{name}" && o.self["security"] == nil && !o.succeeded || !o.refused {
			t.Errorf("%s: testdata/*.txtar has a request that succeeds: %v; one that is refused: %v", o, o.succeeded, o.refused)
		}
	}
}

// TestDocumentIsSentOnce asks again with the tag of the answer before.
func TestDocumentIsSentOnce(t *testing.T) {
	h := fixed(t)
	for _, target := range []string{"/openapi.json", "/openapi.yaml"} {
		tag := get(h, target).Header().Get("ETag")
		for sent, want := range map[string]int{
			tag: 304, "W/" + tag: 304, `"other", ` + tag: 304, "*": 304, `"other"`: 200, strings.Trim(tag, `"`): 200, "": 200,
		} {
			r := httptest.NewRequest(http.MethodGet, target, nil)
			r.Header.Set("If-None-Match", sent)
			if w := ask(h, r); w.Code != want || (w.Body.Len() == 0) != (want == 304) || w.Header().Get("ETag") != tag {
				t.Errorf("%s with If-None-Match %s: %d, %d bytes; want %d", target, sent, w.Code, w.Body.Len(), want)
			}
		}
	}
}

// TestDocsShowAll checks that the page has each operation and schema of the document, and
// that its links lead somewhere.
func TestDocsShowAll(t *testing.T) {
	h := fixed(t)
	c := contractOf(t, h)
	page := get(h, "/docs").Body.String()
	ids := map[string]bool{}
	for _, m := range regexp.MustCompile(` id="([^"]*)"`).FindAllStringSubmatch(page, -1) {
		if ids[m[1]] {
			t.Errorf("two elements have the id %s", m[1])
		}
		ids[m[1]] = true
	}
	for _, o := range c.operations {
		if id := o.self["operationId"].(string); !ids[id] {
			t.Errorf("%s: the page has no element %s", o, id)
		}
	}
	for _, m := range regexp.MustCompile(` href="#([^"]*)"`).FindAllStringSubmatch(page, -1) {
		if !ids[m[1]] {
			t.Errorf("nothing is at #%s", m[1])
		}
	}
	if strings.Contains(page, "ZgotmplZ") || strings.Contains(page, "<nil>") || strings.Contains(page, "%!") {
		t.Error("the page shows what a template could not write")
	}
}

// TestOwnQueriesAreDescribed serves a folder of queries beside those that come with the
// program.
func TestOwnQueriesAreDescribed(t *testing.T) {
	const mine = `// title: Mine
// description: A question of my own.
// parameters:
//   - {name: what, type: entity, class: [Country, Person], help: Whose name.}
//   - {name: how, type: choice, choices: [short, long], default: long, filters: label, help: How.}
// columns:
//   - {name: thing, title: Thing, type: entity, tag: id}
//   - {name: label, title: Label, type: text}
g.V(what).Save("<rdfs:label>", "label").All()
`
	sch := must(loadSchema())(t)
	set := must(queries.Load(sch, queries.Folder{Name: "mine", Files: fstest.MapFS{
		"my-own.js": {Data: []byte(mine)}, "my own é.js": {Data: []byte(mine)}, "records.js": {Data: []byte(strings.Replace(mine, "Mine", "Records", 1))},
	}}))(t)
	g := open(t)
	h := must(web.New(web.Parts{Graph: g, Queries: set, Names: names.NewBook(g, sch), Schema: sch}, web.Options{}))(t)
	c := contractOf(t, h)
	o := c.find(http.MethodGet, "/api/v1/queries/my-own")
	want := []map[string]any{
		{"name": "what", "in": "query", "required": true, "description": "Whose name. An id or a name of type Country or Person.", "schema": map[string]any{"type": "string"}, "example": "Azerbaijan"},
		{"name": "how", "in": "query", "description": "How.", "schema": map[string]any{"type": "string", "enum": []any{"short", "long"}, "default": "long"}},
	}
	if diff := cmp.Diff(want, o.parameters[:2]); diff != "" {
		t.Errorf("parameters (-want +got):\n%s", diff)
	}
	c.holds(t, h, "/api/v1/queries/my-own?what=Utopia", http.StatusOK)
	if w := get(h, "/docs"); w.Code != http.StatusOK || !strings.Contains(w.Body.String(), "/api/v1/queries/my%20own%20%C3%A9") {
		t.Errorf("/docs: %d", w.Code)
	}
}
