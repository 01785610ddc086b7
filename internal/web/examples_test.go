package web_test

import (
	"context"
	"encoding/json"
	"io"
	"io/fs"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/cayleygraph/quad"

	"rapporteur/data"
	"rapporteur/graph"
	"rapporteur/graph/store"
	"rapporteur/internal/pipeline"
	"rapporteur/internal/web"
	"rapporteur/internal/web/openapi"
)

// A filled store is one that records are ingested into.
type filled struct{ *store.Store }

func (f filled) Replace(ctx context.Context, id graph.ID, quads []quad.Quad) error {
	_, err := f.Store.Replace(ctx, id, quads)
	return err
}

// samples fills a store with the sample records of the project.
func samples(t *testing.T) *store.Store {
	t.Helper()
	p := must(pipeline.New(pipeline.Knowledge{Lexicons: []fs.FS{data.Lexicon()}, Rules: []fs.FS{data.Rules()}}))(t)
	files := must(filepath.Glob("../../data/records/*"))(t)
	if len(files) == 0 {
		t.Fatal("no data/records")
	}
	var sources []pipeline.Source
	for _, file := range files {
		sources = append(sources, pipeline.Source{Path: file, Open: func() (io.ReadCloser, error) { return os.Open(file) }})
	}
	s := must(store.Open(t.Context(), store.Memory, store.Options{}))(t)
	t.Cleanup(func() { s.Close() })
	if err := p.Ingest(t.Context(), sources, filled{s}, func(pipeline.Result) {}); err != nil {
		t.Fatal(err)
	}
	return s
}

// inCurl finds the address in an example request.
var inCurl = regexp.MustCompile(`'http://127\.0\.0\.1:8080(/[^']*)'$`)

// TestExamplesHaveAnswers asks what /docs shows as example requests, on the sample
// records: each finds something.
func TestExamplesHaveAnswers(t *testing.T) {
	h := serve(t, samples(t), web.Options{})
	set := must(loadQueries())(t)
	asked := 0
	for _, g := range must(openapi.Load(set))(t).Reference().Groups {
		for _, op := range slices.Concat(g.Operations, g.Queries) {
			m := inCurl.FindStringSubmatch(op.Curl)
			if m == nil {
				t.Errorf("%s: no address in %s", op.ID, op.Curl)
				continue
			}
			if op.Method != http.MethodGet || op.Admin || strings.Contains(op.Curl, " -H ") {
				continue
			}
			asked++
			w := get(h, m[1])
			if w.Code != http.StatusOK {
				t.Errorf("%s: %s: %d %s", op.ID, m[1], w.Code, w.Body)
			}
			var answer struct{ Rows []json.RawMessage }
			if err := json.Unmarshal(w.Body.Bytes(), &answer); op.Query != "" && (err != nil || len(answer.Rows) == 0) {
				t.Errorf("%s: %s: no rows (%v)", op.ID, m[1], err)
			}
		}
	}
	if asked == 0 {
		t.Error("no example was asked")
	}
}
