// Package stock runs Gizmo in Cayley's own session, with all of JavaScript: callbacks,
// loops, arithmetic.
//
// It is for the owner of a store at a command line and for nobody else. A session runs
// in a goroutine of its own, where a mistake in a query, such as g.V().Out({}), ends the
// whole process, and nothing limits the memory that a script takes. The deadline ends a
// script between its instructions and between the steps of a search, but not within a
// function of JavaScript itself: whoever calls [Run] sets an end to the process as well.
package stock

import (
	"context"
	"errors"
	"fmt"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/query"
	session "github.com/cayleygraph/cayley/query/gizmo"

	"rapporteur/graph/store/guard"
	"rapporteur/queries/gizmo"
)

// Run runs a script over qs. Its result is cut after the given number of rows and says
// so. All, GetLimit and Emit give rows as they do in [gizmo.Program.Run]; what Emit is
// given, and the value of the last statement, stands under its names or under "value".
// A text in it that looks like "<x>" is an IRI.
//
// Run returns once the script has stopped. Until then it alone uses qs.
func Run(ctx context.Context, qs graph.QuadStore, src string, rows int) (*gizmo.Result, error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	guarded := guard.New(ctx, qs, 0)
	it, err := session.NewSession(guarded).Execute(ctx, src, query.Options{Collation: query.Raw, Limit: -1})
	if err != nil {
		return nil, fmt.Errorf("the script cannot be read: %w", err)
	}
	found, cut, err := collect(ctx, it, rows, cancel)
	if guardErr := guarded.Err(); err == nil && !cut {
		err = guardErr
	}
	switch {
	case cut:
	case errors.Is(err, context.DeadlineExceeded):
		return nil, fmt.Errorf("the script ran out of time; allow more with a longer timeout: %w", err)
	case err != nil:
		return nil, fmt.Errorf("the script failed: %w", err)
	}
	t := tabler{name: qs.NameOf, result: &gizmo.Result{Truncated: cut}}
	for _, r := range found {
		if err := t.add(r); err != nil {
			return nil, err
		}
	}
	t.cut(rows)
	return t.result, nil
}

// collect takes what a script gives until it has stopped. Names are looked up only
// then, as the script reads the store meanwhile.
func collect(ctx context.Context, it query.Iterator, rows int, cancel func()) (found []*session.Result, cut bool, err error) {
	for !cut && it.Next(ctx) {
		if r, ok := it.Result().(*session.Result); ok {
			found = append(found, r)
		}
		cut = len(found) > rows
	}
	err = it.Err()
	cancel()
	if closing := it.Close(); err == nil {
		err = closing
	}
	for it.Next(context.Background()) { // until the session's goroutine is done
	}
	return found, cut, err
}
