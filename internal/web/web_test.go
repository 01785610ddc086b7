package web_test

import (
	"bufio"
	"flag"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"rapporteur/graph/store"
	"rapporteur/graph/store/storetest"
	"rapporteur/internal/export"
	"rapporteur/internal/names"
	"rapporteur/internal/search"
	"rapporteur/internal/web"
	"rapporteur/queries"
	"rapporteur/schema"
)

var update = flag.Bool("update", false, "rewrite the expected answers in testdata/*.txtar")

// The invented graphs that are served: that of the queries' own tests, and a
// record that attacks the pages.
var fixtures = []string{"../../queries/testdata/lighthouse.nq", "testdata/hostile.nq"}

// open fills a throw-away store with the fixtures.
func open(t testing.TB) *store.Store {
	t.Helper()
	return storetest.Open(t, fixtures...)
}

// What all tests share, as it does not change.
var (
	loadSchema  = sync.OnceValues(schema.Load)
	loadQueries = sync.OnceValues(func() (*queries.Set, error) {
		sch, err := loadSchema()
		if err != nil {
			return nil, err
		}
		return queries.Load(sch, queries.Builtin())
	})
	shared struct {
		sync.Once
		handler http.Handler
	}
)

// lasting keeps what a test opens for the tests that follow.
type lasting struct{ testing.TB }

func (lasting) Cleanup(func()) {}

// fixed returns the handler on the fixtures with the default options, the same
// one for all tests that neither write nor look at what the process remembers.
func fixed(t testing.TB) http.Handler {
	t.Helper()
	shared.Do(func() { shared.handler = serve(lasting{t}, open(lasting{t}), web.Options{}) })
	if shared.handler == nil {
		t.Fatal("the fixtures cannot be served, as the first test said")
	}
	return shared.handler
}

// serve returns the handler on a graph.
func serve(t testing.TB, g web.Graph, opts web.Options) http.Handler {
	t.Helper()
	sch, set := must(loadSchema())(t), must(loadQueries())(t)
	book := names.NewBook(g, sch)
	x := search.Open(g, book, sch, search.Options{})
	t.Cleanup(func() { x.Close() })
	parts := web.Parts{Graph: g, Queries: set, Names: book, Schema: sch, Search: x, Metrics: figures}
	parts.Quads, _ = g.(web.Quads)
	if s, ok := g.(export.Store); ok {
		parts.Export = s
	}
	return must(web.New(parts, opts))(t)
}

func must[T any](v T, err error) func(testing.TB) T {
	return func(t testing.TB) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}

// ask answers a request.
func ask(h http.Handler, r *http.Request) *httptest.ResponseRecorder {
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}

// get answers a GET request.
func get(h http.Handler, target string) *httptest.ResponseRecorder {
	return ask(h, httptest.NewRequest(http.MethodGet, target, nil))
}

// TestAnswers sends what testdata/*.txtar says. Each call is a file of the
// archive, an HTTP request without version; the file after it, named "-> NAME",
// is the answer: status, type and body. {types} stands for the types of entities
// that the schema has. Each answer is held to the OpenAPI document, each operation of
// which has to be asked for with success and without.
func TestAnswers(t *testing.T) {
	h := fixed(t)
	files := must(filepath.Glob("testdata/*.txtar"))(t)
	if len(files) == 0 {
		t.Fatal("no testdata/*.txtar")
	}
	api, read := contractOf(t, h), 0
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			archive := must(txtar.ParseFile(file))(t)
			want := map[string]string{}
			var calls []txtar.File
			for _, f := range archive.Files {
				if name, ok := strings.CutPrefix(f.Name, "-> "); ok {
					want[name] = string(f.Data)
				} else {
					calls = append(calls, f)
				}
			}
			if len(calls) == 0 {
				t.Fatal("no calls")
			}
			archive.Files = nil
			read++
			for _, call := range calls {
				got := api.answer(t, h, call.Data)
				if diff := cmp.Diff(want[call.Name], got); diff != "" && !*update {
					t.Errorf("%s (-want +got):\n%s", call.Name, diff)
				}
				archive.Files = append(archive.Files, call, txtar.File{Name: "-> " + call.Name, Data: []byte(got)})
			}
			if *update {
				if err := os.WriteFile(file, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
	if read == len(files) { // none was left out with -run
		api.askLong(t, h)
		api.askQueries(t, h)
		api.complete(t)
	}
}

// changing are what each store has its own of: its state, and cursors of searches, which name it.
var changing = regexp.MustCompile(`("state": "|/search\?cursor=)[0-9A-Za-z_]{16,}[^"&]*`)

func masked(answer string) string { return changing.ReplaceAllString(answer, `$1…`) }

// types lists the types of entities, as answers do.
func types(t *testing.T) string {
	t.Helper()
	var names []string
	for _, class := range must(loadSchema())(t).Classes() {
		if class.ID != schema.ClassMention && class.ID != schema.ClassParagraph {
			names = append(names, string(class.ID))
		}
	}
	return strings.Join(names, ", ")
}

// answer answers a call as the archives have it, and holds the answer to the document.
func (c *contract) answer(t *testing.T, h http.Handler, call []byte) string {
	t.Helper()
	r := request(t, call)
	w := ask(h, r)
	if err := c.check(r, w); err != nil {
		t.Errorf("%s %s: not as the document says: %v", r.Method, r.URL, err)
	}
	return shownAnswer(t, w)
}

// request reads a call.
func request(t *testing.T, call []byte) *http.Request {
	t.Helper()
	head, body, _ := strings.Cut(string(call), "\n\n")
	line, headers, _ := strings.Cut(strings.TrimRight(head, "\n"), "\n")
	if headers != "" {
		headers += "\n"
	}
	text := fmt.Sprintf("%s HTTP/1.1\nHost: test\nX-Request-Id: test\nContent-Length: %d\n%s\n%s", line, len(body), headers, body)
	return must(http.ReadRequest(bufio.NewReader(strings.NewReader(text))))(t)
}

// shownAnswer writes an answer as the archives have it.
func shownAnswer(t *testing.T, w *httptest.ResponseRecorder) string {
	t.Helper()
	answer := fmt.Sprintf("%d %s\n", w.Code, w.Header().Get("Content-Type"))
	for _, name := range []string{"Location", "Allow"} {
		if v := w.Header().Get(name); v != "" {
			answer += name + ": " + v + "\n"
		}
	}
	if answer += "\n" + masked(strings.ReplaceAll(w.Body.String(), types(t), "{types}")); !strings.HasSuffix(answer, "\n") {
		answer += "\n"
	}
	return answer
}
