package web_test

import (
	"context"
	"errors"
	"net/http"
	"strings"
	"sync"
	"testing"
	"time"

	"rapporteur/internal/names"
	"rapporteur/internal/search"
	"rapporteur/internal/web"
)

// A searcher fails with an error.
type searcher struct{ err error }

func (s searcher) Search(context.Context, search.Query) (*search.Result, error) { return nil, s.err }

func (s searcher) Suggest(context.Context, string, ...string) (*search.Suggestions, error) {
	return nil, s.err
}

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

// TestSearchIsNotSentTwice asks again with the tag of an answer, which differs by
// form and page.
func TestSearchIsNotSentTwice(t *testing.T) {
	h := serve(t, open(t), web.Options{})
	seen := map[string]string{}
	for _, target := range []string{"/api/v1/search?q=lamp", "/api/v1/search?q=lamp&format=csv", "/api/v1/search?q=lamp&limit=1"} {
		tag := get(h, target).Header().Get("ETag")
		if tag == "" || seen[tag] != "" {
			t.Errorf("%s has the tag %q, as %q", target, tag, seen[tag])
		}
		seen[tag] = target
		for sent, want := range map[string]int{tag: http.StatusNotModified, `"other"`: http.StatusOK} {
			if w := with(h, target, "If-None-Match: "+sent); w.Code != want {
				t.Errorf("%s with %s: %d", target, sent, w.Code)
			}
		}
	}
}

// A heldSearcher searches until it is let go.
type heldSearcher struct{ running, release chan struct{} }

func (s heldSearcher) Search(context.Context, search.Query) (*search.Result, error) {
	s.running <- struct{}{}
	<-s.release
	return &search.Result{}, nil
}

func (s heldSearcher) Suggest(context.Context, string, ...string) (*search.Suggestions, error) {
	return &search.Suggestions{}, nil
}

// Searches wait for one another, in a line of their own: queries go on meanwhile.
func TestSearchesWaitTheirTurn(t *testing.T) {
	g, sch := open(t), must(loadSchema())(t)
	set := must(loadQueries())(t)
	s := heldSearcher{make(chan struct{}, 1), make(chan struct{})}
	h := must(web.New(web.Parts{Graph: g, Queries: set, Names: names.NewBook(g, sch), Schema: sch, Search: s},
		web.Options{Concurrent: 1, WaitingOfOne: 1, Timeout: time.Minute}))(t)
	var all sync.WaitGroup
	all.Go(func() { get(h, "/api/v1/search?q=oil") })
	<-s.running
	codes := make(chan int, 2)
	for range cap(codes) {
		all.Go(func() { codes <- get(h, "/api/v1/suggest?q=oil").Code })
	}
	if code := <-codes; code != http.StatusTooManyRequests {
		t.Errorf("status %d, want 429 as another of the client waits", code)
	}
	if w := get(h, "/reconcile?query=oil"); w.Code != http.StatusTooManyRequests {
		t.Errorf("reconciliation: %d", w.Code)
	}
	if w := post(h, "g.V().Limit(1).All()"); w.Code != http.StatusOK {
		t.Errorf("a query: %d %s", w.Code, w.Body)
	}
	close(s.release)
	if code := <-codes; code != http.StatusOK {
		t.Errorf("status %d, want 200 in its turn", code)
	}
	all.Wait()
}
