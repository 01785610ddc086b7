package main

import (
	"bufio"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"rapporteur/queries"
)

func queriesCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "queries",
		Short: "List the named questions with their parameters",
		Args:  exactly(0, "no arguments"),
	}
	dir := queryFolderFlag(cmd)
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		set, _, err := loadQueries(*dir)
		if err != nil {
			return err
		}
		out := bufio.NewWriter(cmd.OutOrStdout())
		for _, q := range set.All() {
			listQuery(out, q)
		}
		if err := out.Flush(); err != nil {
			return fmt.Errorf("%w: %w", errOutput, err)
		}
		return nil
	}
	return cmd
}

func listQuery(w io.Writer, q *queries.Query) {
	fmt.Fprintf(w, "%s\n  %s\n", q.Name, q.Description)
	for _, p := range q.Parameters {
		fmt.Fprintf(w, "    %s=%s", p.Name, p.Type)
		for i, c := range p.Choices {
			fmt.Fprintf(w, "%s%s", map[bool]string{true: " ", false: "|"}[i == 0], c.Word)
		}
		switch {
		case p.Default != "":
			fmt.Fprintf(w, " (default %s)", p.Default)
		case p.Optional:
			fmt.Fprint(w, " (optional)")
		}
		if p.Many {
			fmt.Fprint(w, " (several, parted by commas)")
		}
		fmt.Fprintf(w, "  %s\n", p.Help)
	}
}
