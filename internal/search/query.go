package search

import (
	"errors"
	"fmt"
	"unicode/utf8"
)

// A Kind is what is searched for.
type Kind string

// The kinds.
const (
	Paragraphs Kind = "paragraph"
	Entities   Kind = "entity"
)

// A Sort is an order of hits.
type Sort string

// The orders. Entities have no date.
const (
	ByRelevance Sort = "relevance"
	ByDate      Sort = "date" // newest first, undated last; then by symbol and number
)

// A Query is what is searched for. Its zero fields do not narrow it. Bodies,
// States, topics and entities are given by id or by any name, acronym or code.
type Query struct {
	Text string // words, "phrases", -not, begin*
	Kind Kind   // default Paragraphs

	Type string // class of the entity, or of one that the paragraph names: "Agreement"

	// For paragraphs only.
	Body   string
	Year   string // "2019", or from and to: "2015-2019"
	State  string // for which somebody speaks; else the State under review
	Role   string // of the speaker: chair, member, delegation, institution or secretariat
	Topic  string // with all narrower topics
	Entity string // that the paragraph names

	Sort   Sort   // default ByRelevance
	Limit  int    // hits in the result; default DefaultLimit, at most MaxLimit
	Cursor string // Result.Next of the page before, "" for the first page
}

// DefaultLimit and MaxLimit are how many hits are in a result.
const (
	DefaultLimit = 20
	MaxLimit     = 100
)

// Limits of queries.
const (
	maxText  = 500 // code points
	maxWords = 32
	maxDepth = 10_000 // hits that paging reaches
)

// A QueryError says which field of a query is wrong, by the name that it has in
// the API: "q", "state", …
type QueryError struct {
	Field string
	Err   error
}

func (e *QueryError) Error() string { return e.Field + ": " + e.Err.Error() }
func (e *QueryError) Unwrap() error { return e.Err }

// orDefault fills in defaults and refuses what no store could answer.
func (q Query) orDefault() (Query, error) {
	if q.Kind == "" {
		q.Kind = Paragraphs
	}
	if q.Sort == "" {
		q.Sort = ByRelevance
	}
	if q.Limit == 0 {
		q.Limit = DefaultLimit
	}
	switch {
	case q.Kind != Paragraphs && q.Kind != Entities:
		return q, &QueryError{"kind", fmt.Errorf("there is no kind %q; there are %s and %s", q.Kind, Paragraphs, Entities)}
	case q.Sort != ByRelevance && q.Sort != ByDate:
		return q, &QueryError{"sort", fmt.Errorf("there is no order %q; there are %s and %s", q.Sort, ByRelevance, ByDate)}
	case q.Sort == ByDate && q.Kind == Entities:
		return q, &QueryError{"sort", errors.New("entities have no date")}
	case q.Limit < 0 || q.Limit > MaxLimit:
		return q, &QueryError{"limit", fmt.Errorf("%d is not a whole number from 1 to %d", q.Limit, MaxLimit)}
	case !utf8.ValidString(q.Text):
		return q, &QueryError{"q", errors.New("it is not text in UTF-8")}
	case utf8.RuneCountInString(q.Text) > maxText:
		return q, &QueryError{"q", fmt.Errorf("it is longer than %d characters", maxText)}
	}
	return q, q.onlyParagraphs()
}

// onlyParagraphs refuses for entities what only paragraphs have.
func (q Query) onlyParagraphs() error {
	if q.Kind != Entities {
		return nil
	}
	for _, f := range []struct{ name, value string }{
		{"body", q.Body}, {"year", q.Year}, {"state", q.State}, {"role", q.Role}, {"topic", q.Topic}, {"entity", q.Entity},
	} {
		if f.value != "" {
			return &QueryError{f.name, fmt.Errorf("only for kind=%s", Paragraphs)}
		}
	}
	return nil
}
