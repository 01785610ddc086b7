package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"rapporteur/internal/annotation"
	"rapporteur/internal/collect"
	"rapporteur/internal/pipeline"
	"rapporteur/internal/score"
)

func scoreCommand() *cobra.Command {
	var knowledge knowledgeFlags
	cmd := &cobra.Command{
		Use:   "score GOLD…",
		Short: "Compare what is read from records with gold written by hand",
		Long: `Read the record that each gold file names as its source and print precision,
recall and F1 by type, and every error. docs/quality.md says what counts as right.

` + statusHelp,
		Example: "  rapporteur score data/gold/*.json\n  rapporteur score --quiet --by era data/gold/*.json",
		Args:    atLeast(1, "at least one gold file"),
	}
	var o scoreOptions
	cmd.Flags().StringArrayVar(&o.records, "records", []string{"data/records", "data/gold/records"}, "folder that holds the records; may be repeated")
	cmd.Flags().StringVar(&o.by, "by", "", "print F1 with a column for each era (decade of the meeting) or body: era, body")
	cmd.Flags().BoolVar(&o.quiet, "quiet", false, "print the figures only")
	choices(cmd, "by", "era", "body")
	must(cmd.MarkFlagDirname("records"))
	knowledge.add(cmd)
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		p, err := knowledge.pipeline()
		if err != nil {
			return err
		}
		return o.run(cmd.OutOrStdout(), p, args)
	}
	return cmd
}

type scoreOptions struct {
	records []string // folders
	by      string   // "", "era", "body"
	quiet   bool
}

// run reads the records of the gold files and prints how well.
func (o scoreOptions) run(out io.Writer, p *pipeline.Pipeline, files []string) error {
	group := func(annotation.Header) string { return "" }
	if o.by != "" {
		var err error
		if group, err = score.By(o.by); err != nil {
			return usage(fmt.Errorf("--by: %w", err))
		}
	}
	gold, err := readAllGold(files)
	if err != nil {
		return err
	}
	topics := score.Topics{Known: p.MainTopic, Broader: p.Broader}
	var all score.Card
	groups := make(score.Groups)
	for _, g := range gold {
		got, err := annotate(p, collect.File(find(o.records, g.Source)))
		if err != nil {
			return err
		}
		card := score.Compare(g, got, topics)
		all.Add(card)
		groups.Add(group(g.Header), card)
	}
	if !o.quiet {
		if err := all.PrintErrors(out); err != nil {
			return err
		}
	}
	if o.by != "" {
		return groups.Table().Text(out)
	}
	return all.Table().Text(out)
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

func readAllGold(paths []string) (all []annotation.Record, err error) {
	for _, path := range paths {
		gold, err := readGold(path)
		if err != nil {
			return nil, err
		}
		all = append(all, gold)
	}
	return all, nil
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
