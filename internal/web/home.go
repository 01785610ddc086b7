package web

import (
	"context"
	"net/http"
	"sync"

	"github.com/gin-gonic/gin"

	"rapporteur/internal/web/answer"
	"rapporteur/queries"
)

// counts keeps what the store holds as long as the store does not change.
type counts struct {
	mu    sync.Mutex
	state string
	known answer.Counts
}

// count returns what the store holds, or false where counting takes too long.
func (s *site) count(ctx context.Context) (answer.Counts, bool) {
	state := s.graph.State()
	s.counts.mu.Lock()
	defer s.counts.mu.Unlock()
	if s.counts.state == state {
		return s.counts.known, true
	}
	reader, err := s.reader(ctx)
	if err != nil {
		return answer.Counts{}, false
	}
	n, err := reader.Counts(ctx)
	if err != nil {
		return answer.Counts{}, false
	}
	s.counts.known, s.counts.state = n, state
	return n, true
}

type homePage struct {
	Title   string
	Counted bool
	Counts  answer.Counts
	Queries []queryForm
}

// A queryForm is a named query with what was entered.
type queryForm struct {
	*queries.Query
	Entered form
}

// Value is what a field of the form shows.
func (f queryForm) Value(p queries.Parameter) string {
	if v, ok := f.Entered[p.Name]; ok {
		return v
	}
	return p.Default
}

func (s *site) home(c *gin.Context) error {
	page := homePage{Title: "Rapporteur"}
	page.Counts, page.Counted = s.count(c.Request.Context())
	for _, q := range s.queries.All() {
		page.Queries = append(page.Queries, queryForm{q, nil})
	}
	return writePage(c, http.StatusOK, s.pages.home, page)
}
