package web

import (
	"context"
	"errors"
	"net/http"
	"net/url"

	"github.com/gin-gonic/gin"

	"rapporteur/internal/names"
	"rapporteur/internal/search"
)

// A Searcher finds paragraphs by their words and entities by their names.
type Searcher interface {
	Search(ctx context.Context, q search.Query) (*search.Result, error)
	Suggest(ctx context.Context, text string) (*search.Suggestions, error)
}

// errNoSearch says that the site was made without a Searcher.
var errNoSearch = errors.New("this server has no full-text search")

func (s *site) routeSearch(r router) {
	r.get("/api/v1/search", s.searchText)
	r.get("/api/v1/suggest", s.suggest)
}

// searchText answers a search with hits, facets and the cursor of the next page,
// whose address is in the Link header too.
func (s *site) searchText(c *gin.Context) error {
	if s.search == nil {
		return errNoSearch
	}
	f, err := parameters(c, "q", "kind", "body", "year", "state", "role", "type", "topic", "entity", "sort", "limit", "cursor")
	if err != nil {
		return err
	}
	limit, err := f.number("limit", search.DefaultLimit, 1, search.MaxLimit)
	if err != nil {
		return err
	}
	result, err := s.search.Search(c.Request.Context(), search.Query{
		Text: f["q"], Kind: search.Kind(f["kind"]), Type: f["type"],
		Body: f["body"], Year: f["year"], State: f["state"], Role: f["role"], Topic: f["topic"], Entity: f["entity"],
		Sort: search.Sort(f["sort"]), Limit: limit, Cursor: f["cursor"],
	})
	if err != nil {
		return searchError(err)
	}
	if result.Next != "" {
		result.Next = c.Request.URL.Path + "?" + nextPage(f, result.Next)
		c.Header("Link", "<"+result.Next+`>; rel="next"`)
	}
	return writeJSON(c, http.StatusOK, result)
}

// nextPage is the query of the address of the page that a cursor begins.
func nextPage(f form, cursor string) string {
	values := url.Values{}
	for name, value := range f {
		values.Set(name, value)
	}
	values.Set("cursor", cursor)
	return values.Encode()
}

// suggest answers while somebody types.
func (s *site) suggest(c *gin.Context) error {
	if s.search == nil {
		return errNoSearch
	}
	f, err := parameters(c, "q")
	if err != nil {
		return err
	}
	found, err := s.search.Suggest(c.Request.Context(), f["q"])
	if err != nil {
		return searchError(err)
	}
	return writeJSON(c, http.StatusOK, found)
}

// searchError tells what is wrong with a query from a fault of the index.
func searchError(err error) error {
	if wrong, ok := errors.AsType[*search.QueryError](err); ok {
		return badRequest{wrong.Field, wrong.Err}
	}
	for _, known := range []error{search.ErrBuilding, names.ErrReading, errGreedy, errBusy, context.Canceled, context.DeadlineExceeded} {
		if errors.Is(err, known) {
			return err
		}
	}
	return unavailable{err}
}
