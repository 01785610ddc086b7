package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"rapporteur/graph"
	"rapporteur/graph/store"
	"rapporteur/internal/curation"
)

func deleteCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:     "delete SYMBOL…",
		Short:   "Remove records, and what only they stated, from the store",
		Long:    "Remove records, and what only they stated, from the store.\n\n" + statusHelp,
		Example: "  rapporteur delete CMW/C/SR.464",
		Args:    atLeast(1, "at least one symbol"),
	}
	address := storeFlag(cmd)
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		return withStore(cmd.Context(), *address, store.Options{}, func(s *store.Store) error {
			for _, symbol := range args {
				change, err := s.Delete(cmd.Context(), graph.RecordID(symbol))
				if err != nil {
					return err
				}
				fmt.Fprintf(cmd.ErrOrStderr(), "%s: deleted, %d facts\n", symbol, change.Removed)
			}
			return curation.Sweep(cmd.Context(), s, libraryOf(s))
		})
	}
	return cmd
}
