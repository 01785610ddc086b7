package web_test

import (
	"context"
	"errors"
	"net/http"
	"strings"
	"testing"

	"rapporteur/internal/names"
	"rapporteur/internal/search"
	"rapporteur/internal/web"
)

// A searcher fails with an error.
type searcher struct{ err error }

func (s searcher) Search(context.Context, search.Query) (*search.Result, error) { return nil, s.err }

func (s searcher) Suggest(context.Context, string) (*search.Suggestions, error) { return nil, s.err }

// TestSearchFails tells apart whose fault it is, in no internal words.
func TestSearchFails(t *testing.T) {
	g, sch := open(t), must(loadSchema())(t)
	set := must(loadQueries())(t)
	for _, c := range []struct {
		searcher web.Searcher
		status   int
		detail   string
	}{
		{nil, http.StatusNotImplemented, "has no full-text search"},
		{searcher{search.ErrBuilding}, http.StatusServiceUnavailable, "still making its search index"},
		{searcher{errors.New("bad sector 77")}, http.StatusServiceUnavailable, "the store does not answer"},
		{searcher{&search.QueryError{Field: "q", Err: errors.New("too long")}}, http.StatusBadRequest, "too long"},
	} {
		h := must(web.New(web.Parts{Graph: g, Queries: set, Names: names.NewBook(g, sch), Schema: sch, Search: c.searcher}, web.Options{}))(t)
		for _, path := range []string{"/api/v1/search?q=oil", "/api/v1/suggest?q=oil"} {
			w := get(h, path)
			if _, detail := problem(t, w); w.Code != c.status || !strings.Contains(detail, c.detail) {
				t.Errorf("%s: %d %s", path, w.Code, w.Body)
			}
		}
	}
}

// TestSearchLinksToTheNextPage follows the Link header through all hits.
func TestSearchLinksToTheNextPage(t *testing.T) {
	h := fixed(t)
	pages := 0
	for path := "/api/v1/search?q=lamp&limit=2&state=Utopia"; path != ""; pages++ {
		w := get(h, path)
		if w.Code != http.StatusOK || pages > 10 {
			t.Fatalf("%s: %d %s", path, w.Code, w.Body)
		}
		path, _, _ = strings.Cut(strings.TrimPrefix(w.Header().Get("Link"), "<"), ">")
	}
	if pages != 2 {
		t.Errorf("%d pages", pages)
	}
}
