package gizmo

import (
	"context"
	"errors"
	"fmt"

	"github.com/cayleygraph/quad"

	"rapporteur/graph/store/guard"
)

// Estimates of what Go needs for things that a run keeps.
const (
	rowBytes   = 256 // a row's map
	entryBytes = 64  // an entry of a map from a node
	refBytes   = 16  // a node
)

func valueBytes(v quad.Value) int64 {
	switch v := v.(type) {
	case quad.IRI:
		return refBytes + int64(len(v))
	case quad.String:
		return refBytes + int64(len(v))
	case nil:
		return 0
	}
	return refBytes + int64(len(quad.StringOf(v)))
}

// hold counts memory that the run keeps.
func (r *run) hold(bytes int64) error {
	if r.bytes += bytes; r.bytes > r.lim.Bytes {
		return fmt.Errorf("%w: its rows take more than %d bytes of memory; ask for less at a time with Limit and Skip", ErrBudget, r.lim.Bytes)
	}
	return nil
}

// explain says what to do about the end of a run.
func (r *run) explain(err error) error {
	// What stopped the store comes first: other errors may only follow from it.
	if stopped := r.budget.Err(); stopped != nil {
		err = stopped
	}
	switch {
	case errors.Is(err, guard.ErrSteps):
		return fmt.Errorf("%w: it needs more than %d steps; start from a named node, or give In, Out and Has a predicate", ErrBudget, r.lim.Steps)
	case errors.Is(err, context.DeadlineExceeded):
		return fmt.Errorf("the query ran out of time; start from a named node, give In, Out and Has a predicate, or allow more time: %w", err)
	case errors.Is(err, context.Canceled):
		return fmt.Errorf("the query was called off: %w", err)
	case errors.Is(err, ErrBudget):
		return err
	}
	return fmt.Errorf("running the query: %w", err)
}
