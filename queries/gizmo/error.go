package gizmo

import (
	"errors"
	"fmt"
	"strings"
)

// ErrBudget says that a query reached one of its [Limits]; the error that wraps
// it says which.
var ErrBudget = errors.New("the query is over its budget")

// An Error is a refusal of [Compile]: where it stands in the source, what stands
// there, what is wrong and what to write instead.
type Error struct {
	Line      int    // from 1; 0 where no place is to blame
	Column    int    // from 1, in characters
	Construct string // what was refused: "Out", "assignment", "parameter country"
	Message   string // what is wrong with it
	Hint      string // what to write instead, may be empty
}

// Error returns "line 2, column 5: Out: an object is no predicate; write …".
func (e *Error) Error() string {
	var b strings.Builder
	if e.Line > 0 {
		fmt.Fprintf(&b, "line %d, column %d: ", e.Line, e.Column)
	}
	if e.Construct != "" {
		b.WriteString(e.Construct + ": ")
	}
	b.WriteString(e.Message)
	if e.Hint != "" {
		b.WriteString("; " + e.Hint)
	}
	return b.String()
}
