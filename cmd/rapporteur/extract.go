package main

import (
	"bufio"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"rapporteur/internal/annotation"
	"rapporteur/internal/archive"
	"rapporteur/internal/collect"
	"rapporteur/internal/pipeline"
)

func extractCommand() *cobra.Command {
	var knowledge knowledgeFlags
	cmd := &cobra.Command{
		Use:     "extract PATH…",
		Short:   "Print what records hold as JSON, one record a line, without a store",
		Long:    "Print what records hold as JSON, one record a line, without a store.\n\n" + statusHelp,
		Example: "  rapporteur extract data/records > records.jsonl",
		Args:    atLeast(1, "at least one file or folder"),
	}
	knowledge.add(cmd)
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		p, err := knowledge.pipeline()
		if err != nil {
			return err
		}
		out := bufio.NewWriter(cmd.OutOrStdout())
		bad := 0
		for _, s := range collect.Sources(args, archive.Limits{}) {
			err := printRecord(out, p, s)
			if errors.Is(err, errOutput) {
				return err
			}
			if err != nil {
				bad++
				fmt.Fprintf(cmd.ErrOrStderr(), "%s: failed: %v\n", s.Path, err)
			}
		}
		if err := out.Flush(); err != nil {
			return fmt.Errorf("%w: %w", errOutput, err)
		}
		reportUnmatched(cmd.ErrOrStderr(), p)
		if bad > 0 {
			return fmt.Errorf("%w: %d", errSomeBad, bad)
		}
		return nil
	}
	return cmd
}

var errOutput = errors.New("writing the output")

func printRecord(out *bufio.Writer, p *pipeline.Pipeline, s pipeline.Source) error {
	a, err := annotate(p, s)
	if err != nil {
		return err
	}
	if err := annotation.Write(out, a); err != nil {
		return fmt.Errorf("%w: %w", errOutput, err)
	}
	return nil
}

func annotate(p *pipeline.Pipeline, s pipeline.Source) (annotation.Record, error) {
	found, err := p.ReadSource(s)
	if err != nil {
		return annotation.Record{}, err
	}
	a := annotation.From(found)
	a.Report.Rejected = len(p.Refused(s.Path, found))
	return a, nil
}
