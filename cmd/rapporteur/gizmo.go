package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/spf13/cobra"

	"rapporteur/graph/store"
	"rapporteur/queries/gizmo"
	"rapporteur/queries/gizmo/results"
	"rapporteur/schema"
)

// A gizmoRun is what the flags of gizmo say.
type gizmoRun struct {
	text    string
	timeout time.Duration
	rows    int
	format  string
	expand  bool
	full    bool
}

const gizmoHelp = `Run a query in Cayley's Gizmo language, from -e or from standard input (-).
docs/gizmo.md says what the language offers here.

The forms of the rows are lines (a JSON object a row), json (one object, cells with
their types), jsonld and csv.

--full runs the query in Cayley's own session, with all of JavaScript: callbacks,
loops, arithmetic. That session was not made for scripts that one does not know. A
mistake as small as g.V().Out({}) ends the program with a stack trace, a script may
take all memory, and a search from all nodes reads all of the store. The store itself
cannot be changed by it. What has not ended two seconds after --timeout is ended with
the program.
`

func gizmoCommand() *cobra.Command {
	var v gizmoRun
	cmd := &cobra.Command{
		Use:   "gizmo -e TEXT | -",
		Short: "Run a query in Cayley's Gizmo language",
		Long:  gizmoHelp + "\n" + statusHelp,
		Example: `  rapporteur gizmo -e 'g.V("<country:AZE>").Out("<rap:cites>").All()'
  rapporteur gizmo --full -e 'g.V("<country:AZE>").Out("<rap:cites>").ForEach(function(d) { g.Emit(d.id) })'`,
	}
	address := storeFlag(cmd)
	cmd.Flags().StringVarP(&v.text, "execute", "e", "", "the query")
	cmd.Flags().DurationVar(&v.timeout, "timeout", 30*time.Second, "give up after this time")
	cmd.Flags().IntVar(&v.rows, "limit", gizmo.DefaultRows, "print at most this many rows")
	cmd.Flags().StringVar(&v.format, "format", "lines", "form of the rows: lines, json, jsonld or csv")
	cmd.Flags().BoolVar(&v.expand, "expand", false, "write ids out as full IRIs")
	cmd.Flags().BoolVar(&v.full, "full", false, "use Cayley's own session, with all of JavaScript (see above)")
	cmd.RunE = func(cmd *cobra.Command, args []string) error { return v.run(cmd, *address, args) }
	return cmd
}

func (v *gizmoRun) run(cmd *cobra.Command, address string, args []string) error {
	write, known := resultForms[v.format]
	if !known {
		return usage(fmt.Errorf("%q is no form; there are lines, json, jsonld and csv", v.format))
	}
	if v.rows < 1 {
		return usage(errors.New("--limit is a whole number above 0"))
	}
	src, err := source(cmd, v.text, args)
	if err != nil {
		return err
	}
	ask, err := v.asker(src)
	if err != nil {
		return err
	}
	ctx, cancel := context.WithTimeout(cmd.Context(), v.timeout)
	defer cancel()
	return withStore(ctx, address, store.Options{ReadOnly: true}, func(s *store.Store) error {
		result, err := ask(ctx, s)
		if err != nil {
			return err
		}
		if err := write(cmd.OutOrStdout(), result, v.options()); err != nil {
			return fmt.Errorf("%w: %w", errOutput, err)
		}
		if result.Truncated {
			fmt.Fprintf(cmd.ErrOrStderr(), "cut after %d rows; see --limit\n", len(result.Rows))
		}
		return nil
	})
}

// An asker answers the query from a store.
type asker func(context.Context, *store.Store) (*gizmo.Result, error)

func (v *gizmoRun) asker(src string) (asker, error) {
	if v.full {
		return v.unguarded(src), nil
	}
	p, err := gizmo.Compile(src, nil)
	return func(ctx context.Context, s *store.Store) (*gizmo.Result, error) {
		return s.Run(ctx, p, gizmo.Limits{Rows: v.rows})
	}, err
}

// resultForms write the rows, by the name of the form.
var resultForms = map[string]func(io.Writer, *gizmo.Result, results.Options) error{
	"lines": results.WriteLines, "json": results.WriteJSON, "jsonld": results.WriteJSONLD, "csv": results.WriteCSV,
}

// options of the forms: JSON-LD carries its context along.
func (v *gizmoRun) options() results.Options {
	o := results.Options{Full: v.expand}
	var whole struct {
		Context json.RawMessage `json:"@context"`
	}
	var compact bytes.Buffer
	if json.Unmarshal([]byte(schema.Context()), &whole) == nil && json.Compact(&compact, whole.Context) == nil {
		o.Context = compact.Bytes()
	}
	return o
}
