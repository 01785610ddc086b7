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
		Example: "  rapporteur score data/gold/*.json",
		Args:    atLeast(1, "at least one gold file"),
	}
	records := cmd.Flags().StringArray("records", []string{"data/records", "data/gold/records"}, "folder that holds the records; may be repeated")
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
			got, err := annotate(p, fileSource(find(*records, gold.Source)))
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

// find returns the path of a file in the first folder that has it.
func find(folders []string, name string) string {
	for _, dir := range folders {
		if path := filepath.Join(dir, name); exists(path) {
			return path
		}
	}
	return name
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
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
