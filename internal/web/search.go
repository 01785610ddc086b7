package web

import (
	"context"
	"errors"
	"net/http"
	"net/url"
	"strconv"

	"github.com/gin-gonic/gin"

	"rapporteur/internal/names"
	"rapporteur/internal/search"
	"rapporteur/internal/web/cache"
	"rapporteur/internal/web/negotiate"
)

// A Searcher finds paragraphs by their words and entities by their names.
type Searcher interface {
	Search(ctx context.Context, q search.Query) (*search.Result, error)
	Suggest(ctx context.Context, text string, types ...string) (*search.Suggestions, error)
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
	f, err := parameters(c, "q", "kind", "body", "year", "state", "role", "type", "topic", "entity", "sort", "limit", "cursor", "format")
	if err != nil {
		return err
	}
	form, err := formOf(c, f, ofLists)
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
	}
	a, err := s.resultAnswer(form, result)
	if err != nil {
		return err
	}
	a.Header[entityTag] = tagOf(key(s.options.Version, "search", result.State, strconv.FormatBool(result.Updating), c.Request.URL.RawQuery, form.Name))
	sendUnlessKnown(c, a)
	return nil
}

// resultAnswer writes what was found in a form.
func (s *site) resultAnswer(form negotiate.Form, result *search.Result) (*cache.Answer, error) {
	w := window{next: result.Next}
	if form == asCSV {
		return tableAnswer(asCSV, rowsPage{result.Table(), w})
	}
	a, err := jsonAnswer(result)
	if err == nil {
		w.link(a.Header)
	}
	return a, err
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
	f, err := parameters(c, "q", "type", "format")
	if err != nil {
		return err
	}
	if _, err := formOf(c, f, onlyJSON); err != nil {
		return err
	}
	found, err := s.search.Suggest(c.Request.Context(), f["q"], f.names("type")...)
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
