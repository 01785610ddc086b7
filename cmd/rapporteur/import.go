package main

import (
	"errors"
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"rapporteur/graph/store"
	"rapporteur/internal/load"
)

func importCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "import FILE…",
		Short: "Put exported N-Quads back into the store",
		Long: `Put N-Quads, as export writes them, into the store; "-" is the standard input,
and files may be compressed by gzip. Everything is checked before anything is
written: what a store may not hold is refused with file and line. Records are
then written one by one, and a record that is there is replaced. After a failure
run the command again.

` + statusHelp,
		Example: `  rapporteur export | gzip > graph.nq.gz
  rapporteur import --store copy.db graph.nq.gz`,
		Args: atLeast(1, `at least one file, or "-"`),
	}
	address := storeFlag(cmd)
	cmd.RunE = func(cmd *cobra.Command, args []string) (err error) {
		loader := load.New()
		defer func() { err = errors.Join(err, loader.Close()) }()
		for _, path := range args {
			if err := readQuads(cmd, loader, path); err != nil {
				return err
			}
		}
		return withStore(cmd.Context(), *address, store.Options{}, func(s *store.Store) error {
			sum, err := loader.Write(cmd.Context(), recordStore{s, libraryOf(s)})
			if err != nil && sum.Records > 0 {
				return fmt.Errorf("%w; %d records were imported before; run the command again to go on", err, sum.Records)
			}
			if err == nil {
				fmt.Fprintf(cmd.ErrOrStderr(), "%d records imported, %d facts\n", sum.Records, sum.Quads)
			}
			return err
		})
	}
	return cmd
}

// readQuads reads a file, or the standard input.
func readQuads(cmd *cobra.Command, loader *load.Loader, path string) error {
	if path == "-" {
		return loader.Read("standard input", cmd.InOrStdin())
	}
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer file.Close()
	return loader.Read(path, file)
}
