package main

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"rapporteur/graph/store"
	"rapporteur/internal/export"
	"rapporteur/internal/names"
	"rapporteur/schema"
)

func exportCommand() *cobra.Command {
	var asked export.Asked
	cmd := &cobra.Command{
		Use:   "export",
		Short: "Write the graph, or a part of it, for other programs",
		Long: `Write the graph in a format that other programs read. N-Quads, the default, is
canonical: sorted, one fact a line, the graph label naming the paragraph that
states it; the same records give the same bytes, and import takes it back.

The flags --entity, --state, --body, --from and --to select a part; what several
ask for holds together. The formats are

` + formatHelp() + "\n" + statusHelp,
		Example: `  rapporteur export > graph.nq
  rapporteur export --format gexf --state Azerbaijan --from 2010 -o azerbaijan.gexf`,
		Args: exactly(0, "no arguments"),
	}
	address := storeFlag(cmd)
	name := cmd.Flags().String("format", "nquads", strings.Join(export.FormatNames(), ", "))
	output := cmd.Flags().StringP("output", "o", "-", `file to write; "-" is the standard output`)
	cmd.Flags().StringVar(&asked.Entity, "entity", "", "what is stated of a thing, by id or name")
	cmd.Flags().StringVar(&asked.State, "state", "", "meetings that reviewed a State, and what is said for it")
	cmd.Flags().StringVar(&asked.Body, "body", "", "meetings of a body")
	cmd.Flags().StringVar(&asked.From, "from", "", "meetings from a day, month or year on")
	cmd.Flags().StringVar(&asked.To, "to", "", "meetings up to a day, month or year")
	choices(cmd, "format", export.FormatNames()...)
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		format, err := export.FormatNamed(*name)
		if err != nil {
			return usage(fmt.Errorf("--format: %w", err))
		}
		return withStore(cmd.Context(), *address, store.Options{ReadOnly: true}, func(s *store.Store) error {
			e, sel, err := selection(cmd, s, asked)
			if err != nil {
				return err
			}
			return withOutput(cmd, *output, func(w io.Writer) error { return e.Write(cmd.Context(), w, format, sel) })
		})
	}
	return cmd
}

func formatHelp() string {
	var b strings.Builder
	for _, f := range export.Formats() {
		fmt.Fprintf(&b, "  %-10s %s\n", f.Name, f.Title)
	}
	return b.String()
}

// selection returns what exports a store, and what is to be exported of it.
func selection(cmd *cobra.Command, s *store.Store, asked export.Asked) (export.Exporter, export.Selection, error) {
	sch, err := schema.Load()
	if err != nil {
		return export.Exporter{}, export.Selection{}, err
	}
	var index *names.Index
	if asked.ByName() {
		if index, err = names.Build(cmd.Context(), s, sch); err != nil {
			return export.Exporter{}, export.Selection{}, err
		}
	}
	sel, err := asked.Selection(index)
	if wrong, ok := errors.AsType[*export.SelectionError](err); ok {
		err = fmt.Errorf("--%w", wrong)
		if !isName(err) {
			err = usage(err)
		}
	}
	return export.Exporter{Store: s, Schema: sch}, sel, err
}
