package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/spf13/cobra"

	"rapporteur/graph/store"
	"rapporteur/queries/gizmo"
)

func gizmoCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:     "gizmo -e TEXT | -",
		Short:   "Run a query in Cayley's Gizmo language",
		Long:    "Run a query in Cayley's Gizmo language, from -e or from standard input (-).\nEach row is a JSON object a line.\n\n" + statusHelp,
		Example: `  rapporteur gizmo -e 'g.V("<country:AZE>").Out("<rap:cites>").All()'`,
	}
	address := storeFlag(cmd)
	text := cmd.Flags().StringP("execute", "e", "", "the query")
	timeout := cmd.Flags().Duration("timeout", 30*time.Second, "give up after this time")
	rows := cmd.Flags().Int("limit", gizmo.DefaultRows, "print at most this many rows")
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		src, err := source(cmd, *text, args)
		if err != nil {
			return err
		}
		p, err := gizmo.Compile(src, nil)
		if err != nil {
			return err
		}
		ctx, cancel := context.WithTimeout(cmd.Context(), *timeout)
		defer cancel()
		return withStore(ctx, *address, store.Options{ReadOnly: true}, func(s *store.Store) error {
			result, err := s.Run(ctx, p, gizmo.Limits{Rows: *rows})
			if err != nil {
				return err
			}
			if err := result.WriteJSONLines(cmd.OutOrStdout()); err != nil {
				return err
			}
			if result.Truncated {
				fmt.Fprintf(cmd.ErrOrStderr(), "cut after %d rows; see --limit\n", len(result.Rows))
			}
			return nil
		})
	}
	return cmd
}

// source is the text of the query: of -e, or of standard input.
func source(cmd *cobra.Command, text string, args []string) (string, error) {
	switch {
	case text != "" && len(args) == 0:
		return text, nil
	case text == "" && len(args) == 1 && args[0] == "-":
		return readAll(cmd.Context(), cmd.InOrStdin())
	}
	return "", usage(errors.New("give the query by -e TEXT, or - for standard input"))
}

// readAll reads standard input until it or ctx ends; a read that never returns
// is left to the end of the program.
func readAll(ctx context.Context, in io.Reader) (string, error) {
	type input struct {
		text []byte
		err  error
	}
	done := make(chan input, 1)
	go func() {
		text, err := io.ReadAll(in)
		done <- input{text, err}
	}()
	select {
	case got := <-done:
		if got.err != nil {
			return "", fmt.Errorf("reading standard input: %w", got.err)
		}
		return string(got.text), nil
	case <-ctx.Done():
		return "", fmt.Errorf("reading standard input: %w", ctx.Err())
	}
}
