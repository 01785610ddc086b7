package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"rapporteur/graph/store"
	"rapporteur/internal/names"
	"rapporteur/internal/search"
	"rapporteur/schema"
)

// searchFolder is where the search index of a store lives; "" for one that is
// thrown away.
func searchFolder(address string) string {
	if address == store.Memory {
		return ""
	}
	return filepath.Join(address, "search")
}

func searchCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "search WORDS…",
		Short: "Find paragraphs by their words, or entities by their names",
		Long: `Find paragraphs that have all the words, or entities by their names. A "phrase"
in quotation marks must stand as it is, -word must not be there, begin* finds words
that begin so. Give a query with quotation marks or a leading "-" as one argument.
The filters take ids and names; without words they list all that they let through.

` + statusHelp,
		Example: "  rapporteur search 'birth registration' --state Azerbaijan --role delegation\n  rapporteur search --kind entity 'migration service'",
	}
	address := storeFlag(cmd)
	var q search.Query
	flags := cmd.Flags()
	flags.StringVar((*string)(&q.Kind), "kind", string(search.Paragraphs), "paragraph or entity")
	flags.StringVar(&q.Body, "body", "", "only of this body")
	flags.StringVar(&q.Year, "year", "", "only of this year, or from and to: 2015-2019")
	flags.StringVar(&q.State, "state", "", "only said for this State, or in its review")
	flags.StringVar(&q.Role, "role", "", "only by speakers of this role: chair, member, delegation, institution or secretariat")
	flags.StringVar(&q.Type, "type", "", "only that name something of this type; entities of this type")
	flags.StringVar(&q.Topic, "topic", "", "only on this topic and narrower ones")
	flags.StringVar(&q.Entity, "entity", "", "only that name this")
	flags.StringVar((*string)(&q.Sort), "sort", string(search.ByRelevance), "relevance or date")
	flags.IntVar(&q.Limit, "limit", search.DefaultLimit, "show at most this many")
	flags.StringVar(&q.Cursor, "cursor", "", "go on where next of --format json says")
	format := flags.String("format", "table", "table, json or csv")
	choices(cmd, "kind", "paragraph", "entity")
	choices(cmd, "role", "chair", "member", "delegation", "institution", "secretariat")
	choices(cmd, "sort", "relevance", "date")
	choices(cmd, "format", "table", "json", "csv")
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		write, err := resultWriter(*format)
		if err != nil {
			return err
		}
		if flags.Changed("limit") && q.Limit < 1 {
			return usage(fmt.Errorf("--limit %d is not a whole number from 1 to %d", q.Limit, search.MaxLimit))
		}
		q.Text = strings.Join(args, " ")
		sch, err := schema.Load()
		if err != nil {
			return err
		}
		return withStore(cmd.Context(), *address, store.Options{ReadOnly: true}, func(s *store.Store) (err error) {
			book := names.NewBook(s, sch)
			defer book.Close()
			x := search.Open(s, book, sch, search.Options{Folder: searchFolder(*address)})
			defer func() { err = errors.Join(err, x.Close()) }()
			result, err := x.Search(cmd.Context(), q)
			if err != nil {
				return searchMistake(err)
			}
			return write(result, cmd.OutOrStdout())
		})
	}
	return cmd
}

// searchMistake names the flag that is wrong. That a name means nothing in the
// store, or several things, is no fault of the command line.
func searchMistake(err error) error {
	wrong, ok := errors.AsType[*search.QueryError](err)
	if !ok {
		return err
	}
	named := fmt.Errorf("--%s: %w", wrong.Field, wrong.Err)
	if wrong.Field == "q" {
		named = wrong.Err
	}
	if isUnknown(wrong.Err) {
		return named
	}
	return usage(named)
}

func isUnknown(err error) bool {
	_, unknown := errors.AsType[*names.UnknownError](err)
	_, ambiguous := errors.AsType[*names.AmbiguousError](err)
	return unknown || ambiguous
}

// resultWriter prints what was found in the format asked for; JSON is the API's.
func resultWriter(format string) (func(*search.Result, io.Writer) error, error) {
	if format == "json" {
		return func(r *search.Result, w io.Writer) error {
			enc := json.NewEncoder(w)
			enc.SetEscapeHTML(false)
			enc.SetIndent("", " ")
			return enc.Encode(r)
		}, nil
	}
	write, err := tableWriter(format)
	if err != nil {
		return nil, err
	}
	return func(r *search.Result, w io.Writer) error { return write(r.Table(), w) }, nil
}
