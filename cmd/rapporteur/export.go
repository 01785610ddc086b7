package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"rapporteur/graph/store"
)

func exportCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:     "export",
		Short:   "Print the whole graph as canonical N-Quads",
		Long:    "Print the whole graph as canonical N-Quads: sorted, one fact a line, the graph\nlabel naming the paragraph that states it. The same records give the same bytes.\n\n" + statusHelp,
		Example: "  rapporteur export --format nquads > graph.nq",
		Args:    exactly(0, "no arguments"),
	}
	address := storeFlag(cmd)
	format := cmd.Flags().String("format", "nquads", "nquads")
	choices(cmd, "format", "nquads")
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		if *format != "nquads" {
			return usage(fmt.Errorf("unknown --format %q; there is nquads", *format))
		}
		return withStore(cmd.Context(), *address, store.Options{ReadOnly: true}, func(s *store.Store) error {
			return s.Export(cmd.Context(), cmd.OutOrStdout())
		})
	}
	return cmd
}
