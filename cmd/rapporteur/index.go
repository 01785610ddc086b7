package main

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"rapporteur/graph/store"
	"rapporteur/internal/search"
	"rapporteur/schema"
)

func indexCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "index",
		Short: "Make the search index of the store anew",
		Long: `Make the search index of the store anew. That is seldom needed: a search brings
the index up to date, and makes a damaged one anew, by itself.

` + statusHelp,
		Args: exactly(0, "no arguments"),
	}
	address := storeFlag(cmd)
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		if *address == store.Memory {
			return usage(errors.New("a store that is thrown away keeps no search index; give a folder with --store"))
		}
		sch, err := schema.Load()
		if err != nil {
			return err
		}
		return withStore(cmd.Context(), *address, store.Options{ReadOnly: true}, func(s *store.Store) error {
			f, err := search.Rebuild(cmd.Context(), s, sch, searchFolder(*address))
			if err != nil {
				return err
			}
			fmt.Fprintf(cmd.ErrOrStderr(), "%d records, %d paragraphs and %d entities can be searched\n", f.Records, f.Paragraphs, f.Entities)
			return nil
		})
	}
	return cmd
}
