package web_test

import (
	"bufio"
	"flag"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"rapporteur/graph/store"
	"rapporteur/graph/store/storetest"
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

// serve returns the handler on a graph.
func serve(t testing.TB, g web.Graph, opts web.Options) http.Handler {
	t.Helper()
	sch := must(schema.Load())(t)
	set := must(queries.Load(sch, queries.Builtin()))(t)
	book := names.NewBook(g, sch)
	x := search.Open(g, book, sch, search.Options{})
	t.Cleanup(func() { x.Close() })
	return must(web.New(web.Parts{Graph: g, Queries: set, Names: book, Schema: sch, Search: x}, opts))(t)
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
// that the schema has.
func TestAnswers(t *testing.T) {
	h := serve(t, open(t), web.Options{})
	files := must(filepath.Glob("testdata/*.txtar"))(t)
	if len(files) == 0 {
		t.Fatal("no testdata/*.txtar")
	}
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
			for _, call := range calls {
				got := answerTo(t, h, call.Data)
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
}

// changing are what each store has its own of: its state, and cursors that name it.
var changing = regexp.MustCompile(`("state"|"next_cursor"): "[^"]*"`)

func masked(answer string) string { return changing.ReplaceAllString(answer, `$1: "…"`) }

// types lists the types of entities, as answers do.
func types(t *testing.T) string {
	t.Helper()
	var names []string
	for _, class := range must(schema.Load())(t).Classes() {
		if class.ID != schema.ClassMention && class.ID != schema.ClassParagraph {
			names = append(names, string(class.ID))
		}
	}
	return strings.Join(names, ", ")
}

func answerTo(t *testing.T, h http.Handler, call []byte) string {
	t.Helper()
	head, body, _ := strings.Cut(string(call), "\n\n")
	line, headers, _ := strings.Cut(strings.TrimRight(head, "\n"), "\n")
	if headers != "" {
		headers += "\n"
	}
	request := fmt.Sprintf("%s HTTP/1.1\nHost: test\nX-Request-Id: test\nContent-Length: %d\n%s\n%s", line, len(body), headers, body)
	r := must(http.ReadRequest(bufio.NewReader(strings.NewReader(request))))(t)
	w := ask(h, r)
	answer := fmt.Sprintf("%d %s\n", w.Code, w.Header().Get("Content-Type"))
	for _, name := range []string{"Location", "Allow"} {
		if v := w.Header().Get(name); v != "" {
			answer += name + ": " + v + "\n"
		}
	}
	all := must(io.ReadAll(w.Body))(t)
	if answer += "\n" + masked(strings.ReplaceAll(string(all), types(t), "{types}")); !strings.HasSuffix(answer, "\n") {
		answer += "\n"
	}
	return answer
}
