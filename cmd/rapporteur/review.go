package main

import (
	"encoding/json"
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"rapporteur/graph/store"
	"rapporteur/internal/review"
	"rapporteur/schema"
)

func reviewCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "review",
		Short: "List likely duplicates and doubtful extractions as corrections to accept",
		Long: `List what in the store is likely wrong: entities that may be one under two ids,
and mentions that may mean nothing or something else. Each is a ready-made entry
for --corrections, as a comment, with the paragraphs and words that speak for it.
Nothing is changed.

` + statusHelp,
		Example: `  rapporteur review > corrections.yaml
  rapporteur ingest --corrections corrections.yaml data/records`,
		Args: exactly(0, "no arguments"),
	}
	address := storeFlag(cmd)
	format := cmd.Flags().String("format", "yaml", "yaml or json")
	choices(cmd, "format", "yaml", "json")
	limit := cmd.Flags().Int("limit", 0, "list at most this many of each kind (default all)")
	date := cmd.Flags().String("date", "", "day to put into the entries (default today)")
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		opts, err := reviewOptions(*format, *date, *limit)
		if err != nil {
			return usage(err)
		}
		sch, err := schema.Load()
		if err != nil {
			return err
		}
		return withStore(cmd.Context(), *address, store.Options{ReadOnly: true}, func(s *store.Store) error {
			report, err := review.Find(cmd.Context(), s, sch, opts)
			if err != nil {
				return err
			}
			if *format == "json" {
				enc := json.NewEncoder(cmd.OutOrStdout())
				enc.SetEscapeHTML(false)
				return enc.Encode(report)
			}
			return report.WriteYAML(cmd.OutOrStdout())
		})
	}
	return cmd
}

// reviewOptions checks what the flags of review say.
func reviewOptions(format, date string, limit int) (review.Options, error) {
	if format != "yaml" && format != "json" {
		return review.Options{}, fmt.Errorf("--format %q: not yaml or json", format)
	}
	if limit < 0 {
		return review.Options{}, fmt.Errorf("--limit %d: less than none", limit)
	}
	if date == "" {
		date = time.Now().Format(time.DateOnly)
	}
	if _, err := time.Parse(time.DateOnly, date); err != nil {
		return review.Options{}, fmt.Errorf("--date %q: not a day like 2026-05-02", date)
	}
	return review.Options{Date: date, Limit: limit}, nil
}
