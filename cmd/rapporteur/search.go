package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"github.com/cayleygraph/quad"
	"github.com/spf13/cobra"

	"rapporteur/graph/store"
	"rapporteur/internal/names"
	"rapporteur/internal/search"
	"rapporteur/queries/table"
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
	return func(r *search.Result, w io.Writer) error { return write(hits(r), w) }, nil
}

// hits is a table of what was found.
func hits(r *search.Result) *table.Table {
	if r.Kind == search.Entities {
		t := &table.Table{Query: "search", Title: found(r, "entities"), Columns: []table.Column{
			{Name: "entity", Title: "Entity", Type: table.Entity}, {Name: "id", Title: "Id", Type: table.Text},
			{Name: "type", Title: "Type", Type: table.Text}, {Name: "other_names", Title: "Other names", Type: table.Text, Many: true},
		}}
		for _, e := range r.Entities {
			t.Rows = append(t.Rows, []table.Cell{
				{{Type: table.Entity, Value: quad.IRI(e.ID), Label: e.Label}}, words(e.ID), words(string(e.Type)), words(e.Matched...),
			})
		}
		return t
	}
	t := &table.Table{Query: "search", Title: found(r, "paragraphs"), Columns: []table.Column{
		{Name: "paragraph", Title: "Paragraph", Type: table.Paragraph}, {Name: "date", Title: "Date", Type: table.Date},
		{Name: "speaker", Title: "Speaker", Type: table.Text}, {Name: "text", Title: "Text", Type: table.Text},
	}}
	for _, p := range r.Paragraphs {
		t.Rows = append(t.Rows, []table.Cell{
			{{Type: table.Paragraph, Value: quad.IRI(p.ID), Label: p.CiteAs}}, maybe(p.Date), maybe(p.Speaker), words(p.Fragment.Text),
		})
	}
	return t
}

func found(r *search.Result, what string) string {
	shown := len(r.Paragraphs) + len(r.Entities)
	if shown == r.Total {
		return fmt.Sprintf("%d %s", r.Total, what)
	}
	return fmt.Sprintf("%d of %d %s", shown, r.Total, what)
}

func words(texts ...string) table.Cell {
	var cell table.Cell
	for _, text := range texts {
		cell = append(cell, table.Item{Type: table.Text, Value: quad.String(text), Label: text})
	}
	return cell
}

func maybe(text *string) table.Cell {
	if text == nil {
		return nil
	}
	return words(*text)
}
