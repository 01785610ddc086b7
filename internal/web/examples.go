package web

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/gin-gonic/gin"

	"rapporteur/internal/answer"
	"rapporteur/queries"
	"rapporteur/queries/gizmo"
)

// Bounds of the work for examples.
const (
	maxExamples = 14
	maxTries    = 3 // arguments for one query
)

// examples answers with questions that what is loaded answers.
func (s *site) examples(c *gin.Context) error {
	return s.summary(c, "examples", func(ctx context.Context, reader answer.Reader) (any, error) {
		list, err := s.findExamples(ctx, reader)
		return map[string][]example{"examples": list}, err
	})
}

// findExamples asks queries about what the latest records are about, and keeps those
// that have rows, in the order of the queries. Where half the time of a request does not
// do for more, a few are enough.
func (s *site) findExamples(ctx context.Context, reader answer.Reader) ([]example, error) {
	salient, err := reader.Salient(ctx)
	if err != nil {
		return nil, err
	}
	ctx, cancel := context.WithTimeout(ctx, s.options.Timeout/2)
	defer cancel()
	found := []example{}
	for _, q := range mixed(s.queries.All()) {
		e, err := s.findExample(ctx, reader, q, salient)
		if errors.Is(err, context.DeadlineExceeded) && len(found) > 0 {
			break
		}
		if err != nil {
			return nil, err
		}
		if e != nil {
			found = append(found, *e)
		}
		if len(found) == maxExamples {
			break
		}
	}
	slices.SortFunc(found, func(a, b example) int { return cmp.Compare(a.Query, b.Query) })
	return found, nil
}

// mixed returns the queries that have a question, those about different kinds of
// things in turn: the few that are shown should not all be about States.
func mixed(all []*queries.Query) []*queries.Query {
	var out []*queries.Query
	place, taken := map[string]int{}, map[string]int{}
	for _, q := range all {
		if q.Asks == "" {
			continue
		}
		about := ""
		for _, p := range q.Placeholders() {
			about += fmt.Sprint(p.Type, p.Classes)
		}
		place[q.Name] = taken[about]
		taken[about]++
		out = append(out, q)
	}
	slices.SortStableFunc(out, func(a, b *queries.Query) int { return cmp.Compare(place[a.Name], place[b.Name]) })
	return out
}

// findExample returns the first of a few examples that has rows, nil for none. A query
// that is too much for the limits is no good example.
func (s *site) findExample(ctx context.Context, reader answer.Reader, q *queries.Query, salient []string) (*example, error) {
	for try := range maxTries {
		e := exampleOf(reader, q, salient, try)
		if e == nil {
			return nil, nil
		}
		t, err := queries.Run(ctx, s.graph.named(), reader.Names, q, e.ids())
		switch {
		case errors.Is(err, gizmo.ErrBudget):
			return nil, nil
		case err != nil:
			return nil, fmt.Errorf("looking for an example: %w", err)
		case len(t.Rows) > 0:
			return e, nil
		}
	}
	return nil, nil
}
