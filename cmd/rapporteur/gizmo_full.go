package main

import (
	"context"
	"fmt"
	"os"
	"time"

	"github.com/cayleygraph/cayley/graph"

	"rapporteur/graph/store"
	"rapporteur/queries/gizmo"
	"rapporteur/queries/gizmo/stock"
)

// lateness is how long a script of Cayley's session may go on after its time is over,
// before the program ends.
const lateness = 2 * time.Second

// unguarded asks in Cayley's own session.
func (v *gizmoRun) unguarded(src string) asker {
	return func(ctx context.Context, s *store.Store) (result *gizmo.Result, err error) {
		// A script within a function of JavaScript hears no deadline, and the store
		// cannot be closed while it reads.
		end := time.AfterFunc(v.timeout+lateness, func() {
			fmt.Fprintln(os.Stderr, "rapporteur: the script ran out of time and did not stop")
			os.Exit(statusError)
		})
		defer end.Stop()
		err = s.QuadStore(func(qs graph.QuadStore) error {
			result, err = stock.Run(ctx, qs, src, v.rows)
			return err
		})
		return result, err
	}
}
