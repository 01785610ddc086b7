package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"rapporteur/internal/annotation"
	"rapporteur/internal/score"
)

func scoreCommand() *cobra.Command {
	var knowledge knowledgeFlags
	cmd := &cobra.Command{
		Use:   "score GOLD…",
		Short: "Compare what is read from records with gold written by hand",
		Long: `Read the record that each gold file names as its source and print precision,
recall and F1 by type, and every error.

` + statusHelp,
		Example: "  rapporteur score data/gold/*.json --records data/records",
		Args:    atLeast(1, "at least one gold file"),
	}
	records := cmd.Flags().String("records", "data/records", "folder that holds the records")
	quiet := cmd.Flags().Bool("quiet", false, "print the figures only")
	knowledge.add(cmd)
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		p, err := knowledge.pipeline()
		if err != nil {
			return err
		}
		var card score.Card
		for _, path := range args {
			gold, err := readGold(path)
			if err != nil {
				return err
			}
			got, err := annotate(p, fileSource(filepath.Join(*records, gold.Source)))
			if err != nil {
				return err
			}
			card.Compare(gold, got)
		}
		if !*quiet {
			if err := card.PrintErrors(cmd.OutOrStdout()); err != nil {
				return err
			}
		}
		return card.Print(cmd.OutOrStdout())
	}
	return cmd
}

func readGold(path string) (gold annotation.Record, err error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return gold, err
	}
	if err := json.Unmarshal(data, &gold); err != nil {
		return gold, fmt.Errorf("%s: %w", path, err)
	}
	return gold, nil
}
