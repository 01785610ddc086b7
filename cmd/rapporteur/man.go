package main

import (
	"errors"
	"fmt"
	"os"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/cobra/doc"
)

func manCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "man DIR",
		Short: "Write manual pages into a folder",
		Long: `Write a manual page (section 1) for each command into a folder, which is made
where there is none. The same program with the same date writes the same bytes.`,
		Example: "  rapporteur man --date 2026-05-02 /usr/local/share/man/man1",
		Args:    exactly(1, "one folder"),
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			return nil, cobra.ShellCompDirectiveFilterDirs
		},
	}
	date := cmd.Flags().String("date", "", "day in the pages (default that of the program's commit)")
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		day, err := manDate(*date, thisBuild())
		if err != nil {
			return usage(err)
		}
		if err := os.MkdirAll(args[0], 0o755); err != nil {
			return fmt.Errorf("making the folder: %w", err)
		}
		root := cmd.Root()
		root.DisableAutoGenTag = true
		header := &doc.GenManHeader{Section: "1", Date: &day, Source: "Rapporteur", Manual: "Rapporteur"}
		return doc.GenManTreeFromOpts(root, doc.GenManTreeOptions{Header: header, Path: args[0], CommandSeparator: "-"})
	}
	return cmd
}

// manDate is the day in the pages: what is given, or that of the build. It is
// never today, which would make the pages differ from day to day.
func manDate(given string, b build) (time.Time, error) {
	if given != "" {
		day, err := time.Parse(time.DateOnly, given)
		if err != nil {
			return day, fmt.Errorf("--date %q: not a day like 2026-05-02", given)
		}
		return day, nil
	}
	day, known := b.day()
	if !known {
		return day, errors.New("this program does not know of which day it is; give --date, a day like 2026-05-02")
	}
	return day, nil
}
