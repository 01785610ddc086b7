package export

import (
	"errors"
	"fmt"
	"regexp"
	"time"

	"rapporteur/graph"
)

// ErrNothing says that no record, or no paragraph of one, is selected.
var ErrNothing = errors.New("nothing in the store is selected; select less narrowly")

// A Selection is a part of the graph. What several fields ask for holds together;
// the zero value is the whole graph.
type Selection struct {
	// Entity selects the paragraphs that state anything of a thing: that name it,
	// cite it, are about it, are spoken by it or for it. Of a record, all of it.
	Entity graph.ID
	// State selects the records of meetings that reviewed a State, and of others
	// the paragraphs that are spoken for it or from it.
	State graph.ID
	// Body selects the records of a body.
	Body graph.ID
	// From and To are the first and the last date of meetings: a day, a month or a
	// year, as in ISO 8601.
	From, To string
}

// A SelectionError says which field of a selection cannot be.
type SelectionError struct {
	Field string // "from", "to"
	Err   error
}

func (e *SelectionError) Error() string { return e.Field + ": " + e.Err.Error() }
func (e *SelectionError) Unwrap() error { return e.Err }

// Check returns a [*SelectionError] where the dates are none.
func (s Selection) Check() error {
	for _, date := range []struct{ field, value string }{{"from", s.From}, {"to", s.To}} {
		if date.value != "" && !isDate(date.value) {
			return &SelectionError{date.field, fmt.Errorf("%q is no date; write 2012-04-17, 2012-04 or 2012", date.value)}
		}
	}
	if s.From != "" && s.To != "" && s.From > s.To && !within(s.From, s.To) {
		return &SelectionError{"to", fmt.Errorf("%s is before %s", s.To, s.From)}
	}
	return nil
}

// shapes are how a date may be written, by its length.
var shapes = map[int]string{4: "2006", 7: "2006-01", 10: time.DateOnly}

var digits = regexp.MustCompile(`^\d{4}(-\d{2}){0,2}$`)

func isDate(text string) bool {
	_, err := time.Parse(shapes[len(text)], text)
	return err == nil && digits.MatchString(text)
}

// holds reports whether the date of a record, which may be a month or a year, is
// between From and To.
func (s Selection) holds(date string) bool {
	if s.From == "" && s.To == "" {
		return true
	}
	if !isDate(date) {
		return false
	}
	return (date >= s.From || within(s.From, date)) && (s.To == "" || date <= s.To || within(date, s.To))
}

// within reports whether a date lies in a month or year.
func within(date, period string) bool {
	return len(date) >= len(period) && date[:len(period)] == period
}
