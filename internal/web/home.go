package web

import (
	"context"
	"errors"
	"fmt"
	"net/http"

	"github.com/gin-gonic/gin"

	"rapporteur/internal/answer"
	"rapporteur/queries"
	"rapporteur/queries/gizmo"
)

// counts keeps what the store holds as long as the store does not change. One
// request counts at a time, and who waits for it can leave.
type counts struct {
	turn  chan struct{} // holds an element while somebody reads or sets the rest
	state string
	known answer.Counts
}

// count returns what the store holds.
func (s *site) count(ctx context.Context) (answer.Counts, error) {
	reader, err := s.reader(ctx)
	if err != nil {
		return answer.Counts{}, err
	}
	select {
	case s.counts.turn <- struct{}{}:
		defer func() { <-s.counts.turn }()
	case <-ctx.Done():
		return answer.Counts{}, fmt.Errorf("%w: %w", errBusy, ctx.Err())
	}
	state := s.graph.State()
	if s.counts.state != state {
		n, err := reader.Counts(ctx)
		if err != nil {
			return answer.Counts{}, fmt.Errorf("counting what the store holds: %w", err)
		}
		s.counts.known, s.counts.state = n, state
	}
	n := s.counts.known
	n.Entities = reader.Names.Len() // names may follow later than the state
	return n, nil
}

type homePage struct {
	Title   string
	Counts  *answer.Counts // nil where there is too much to count
	Problem *problem       // of the store, nil where it answers
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
	for _, q := range s.queries.All() {
		page.Queries = append(page.Queries, queryForm{q, nil})
	}
	status := http.StatusOK
	switch n, err := s.count(c.Request.Context()); {
	case err == nil:
		page.Counts = &n
	case !errors.Is(err, gizmo.ErrBudget):
		p := s.problem(c, unavailable{err})
		page.Problem, status = &p, p.Status
	}
	return writePage(c, status, s.pages.home, page)
}
