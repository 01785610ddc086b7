package web_test

import (
	"context"
	"fmt"
	"io/fs"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"rapporteur/data"
	"rapporteur/graph/store"
	"rapporteur/internal/curation"
	"rapporteur/internal/library"
	"rapporteur/internal/names"
	"rapporteur/internal/pipeline"
	"rapporteur/internal/web"
)

// adminToken is that of the sites in tests.
const adminToken = "a-token-for-tests-and-nothing-else"

var pipelineOnce = sync.OnceValues(func() (*pipeline.Pipeline, error) {
	return pipeline.New(pipeline.Knowledge{Lexicons: []fs.FS{data.Lexicon()}, Rules: []fs.FS{data.Rules()}})
})

// writable returns a site with an empty store that can be written to.
func writable(t testing.TB, opts curation.Options, site web.Options) (http.Handler, *curation.Desk, *store.Store) {
	t.Helper()
	s := must(store.Open(t.Context(), store.Memory, store.Options{}))(t)
	t.Cleanup(func() { s.Close() })
	sch := must(loadSchema())(t)
	opts.Now = func() time.Time { return time.Date(2026, 5, 3, 9, 0, 0, 0, time.UTC) }
	book := names.NewBook(s, sch)
	t.Cleanup(book.Close)
	follow := func(ctx context.Context) error { _, err := book.Index(ctx); return err }
	desk := must(curation.New(t.Context(), curation.Parts{Follow: follow, Store: s, Library: library.New(filepath.Join(s.Folder(), library.Folder)), Schema: sch, Pipeline: must(pipelineOnce())(t)}, opts))(t)
	t.Cleanup(func() { desk.Close() })
	site.AdminToken = must(web.NewToken(adminToken))(t)
	set := must(loadQueries())(t)
	return must(web.New(web.Parts{Graph: s, Queries: set, Names: book, Schema: sch, Writer: desk}, site))(t), desk, s
}

// TestWriting is TestAnswers for a site that can be written to, in the order of
// each file of testdata/writing, beginning with an empty store. What needs the admin token has
// to be asked for with success.
func TestWriting(t *testing.T) {
	files := must(filepath.Glob("testdata/writing/*.txtar"))(t)
	if len(files) == 0 {
		t.Fatal("no testdata/writing/*.txtar")
	}
	h, _, _ := writable(t, curation.Options{}, web.Options{})
	api, read := contractOf(t, h), 0
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			read++
			h, _, _ := writable(t, curation.Options{}, web.Options{})
			archive := must(txtar.ParseFile(file))(t)
			said := dictionary{byID: map[string]string{}, count: map[string]int{}}
			want := map[string]string{}
			var files []txtar.File
			for _, f := range archive.Files {
				if name, ok := strings.CutPrefix(f.Name, "-> "); ok {
					want[name] = string(f.Data)
				}
			}
			for _, call := range archive.Files {
				if strings.HasPrefix(call.Name, "-> ") {
					continue
				}
				request := strings.ReplaceAll(said.ids(string(call.Data)), "{token}", adminToken)
				if head, body, _ := strings.Cut(request, "\n\n"); strings.Contains(head, "multipart/") {
					request = head + "\n\n" + strings.ReplaceAll(body, "\n", "\r\n")
				}
				got := said.names(api.answer(t, h, []byte(request)))
				if diff := cmp.Diff(want[call.Name], got); diff != "" && !*update {
					t.Errorf("%s (-want +got):\n%s", call.Name, diff)
				}
				files = append(files, call, txtar.File{Name: "-> " + call.Name, Data: []byte(got)})
			}
			if *update {
				archive.Files = files
				if err := os.WriteFile(file, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
	if read < len(files) { // some were left out with -run
		return
	}
	for _, o := range api.operations {
		if o.self["security"] != nil && !o.succeeded && o.canSucceed() {
			t.Errorf("%s: testdata/writing/*.txtar has no request that succeeds", o)
		}
	}
}

// A dictionary gives names to ids that are different each time.
type dictionary struct {
	byID  map[string]string
	count map[string]int
}

var idRE = map[string]*regexp.Regexp{"JOB": regexp.MustCompile(`\b[A-Z2-7]{26}\b`), "CORRECTION": regexp.MustCompile(`\b[0-9a-f]{16}\b`)}

func (d *dictionary) names(text string) string {
	for kind, re := range idRE {
		text = re.ReplaceAllStringFunc(text, func(id string) string {
			if d.byID[id] == "" {
				d.count[kind]++
				d.byID[id] = fmt.Sprintf("%s-%d", kind, d.count[kind])
			}
			return d.byID[id]
		})
	}
	return text
}

func (d *dictionary) ids(text string) string {
	for id, name := range d.byID {
		text = strings.ReplaceAll(text, name, id)
	}
	return text
}
