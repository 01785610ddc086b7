package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"rapporteur/graph/store"
	"rapporteur/internal/names"
	"rapporteur/queries"
	"rapporteur/queries/table"
	"rapporteur/schema"
)

// queryFolderFlag is the user's own folder of queries.
func queryFolderFlag(cmd *cobra.Command) *string {
	dir := cmd.Flags().String("queries", "", "folder of named queries (*.js) to use beside the built-in ones")
	must(cmd.MarkFlagDirname("queries"))
	return dir
}

func loadQueries(dir string) (*queries.Set, *schema.Schema, error) {
	sch, err := schema.Load()
	if err != nil {
		return nil, nil, err
	}
	folders := []queries.Folder{queries.Builtin()}
	if dir != "" {
		f, err := folder("--queries", dir)
		if err != nil {
			return nil, nil, err
		}
		folders = append(folders, queries.Folder{Name: dir, Files: f})
	}
	set, err := queries.Load(sch, folders...)
	return set, sch, err
}

func queryCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "query NAME [PARAMETER=VALUE…]",
		Short: "Ask a named question; `rapporteur queries` lists them",
		Long: `Ask a named question. A value may be an id, a name, another name, an acronym or
an ISO code; one that could mean several things is refused with the candidates.

A parameter that is missing, unknown or malformed is a fault of the command line
(2); a name that the store does not know, or knows twice, is not (1).

` + statusHelp,
		Example: "  rapporteur query agreements-cited country=Azerbaijan",
		Args:    atLeast(1, "the name of a question"),

		ValidArgsFunction: completeAsk,
	}
	address, dir := storeFlag(cmd), queryFolderFlag(cmd)
	format := cmd.Flags().String("format", "table", "table, json or csv")
	choices(cmd, "format", "table", "json", "csv")
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		write, err := tableWriter(*format)
		if err != nil {
			return err
		}
		ask, err := parseAsk(args)
		if err != nil {
			return err
		}
		set, sch, err := loadQueries(*dir)
		if err != nil {
			return err
		}
		return withStore(cmd.Context(), *address, store.Options{ReadOnly: true}, func(s *store.Store) error {
			book := names.NewBook(s, sch)
			defer book.Close()
			t, err := ask.run(cmd.Context(), set, s, book)
			if err != nil {
				return err
			}
			return write(t, cmd.OutOrStdout())
		})
	}
	return cmd
}

// An ask is a named question with its arguments.
type ask struct {
	name string
	args map[string]string
}

// parseAsk reads "NAME key=value…".
func parseAsk(words []string) (ask, error) {
	a := ask{name: words[0], args: make(map[string]string)}
	for _, w := range words[1:] {
		key, value, ok := strings.Cut(w, "=")
		if !ok {
			return a, usage(fmt.Errorf("%q is not PARAMETER=VALUE", w))
		}
		if _, twice := a.args[key]; twice {
			return a, usage(fmt.Errorf("%s is given twice", key))
		}
		a.args[key] = value
	}
	return a, nil
}

func (a ask) run(ctx context.Context, set *queries.Set, s *store.Store, book *names.Book) (*table.Table, error) {
	q, err := set.Get(a.name)
	if err != nil {
		return nil, usage(err)
	}
	index, err := book.Index(ctx)
	if err != nil {
		return nil, err
	}
	t, err := queries.Run(ctx, s, index, q, a.args)
	if isMistake(err) {
		err = usage(err)
	}
	return t, err
}

// isMistake reports whether an argument is wrong whatever the store holds:
// missing, unknown or malformed, but no name that means nothing or several things.
func isMistake(err error) bool {
	_, argument := errors.AsType[*queries.ArgumentError](err)
	return argument && !isName(err)
}

// isName reports whether an error is about a name that means nothing in the store,
// or several things.
func isName(err error) bool {
	_, unknown := errors.AsType[*names.UnknownError](err)
	_, ambiguous := errors.AsType[*names.AmbiguousError](err)
	return unknown || ambiguous
}

// tableWriter prints an answer in the format asked for.
func tableWriter(format string) (func(*table.Table, io.Writer) error, error) {
	switch format {
	case "table":
		return func(t *table.Table, w io.Writer) error { return t.WriteText(w, widthOf(w)) }, nil
	case "json":
		return (*table.Table).WriteJSON, nil
	case "csv":
		return (*table.Table).WriteCSV, nil
	}
	return nil, usage(fmt.Errorf("unknown --format %q; there are table, json and csv", format))
}

// defaultWidth is for output that is no terminal.
const defaultWidth = 120

func widthOf(w io.Writer) int {
	if f, ok := w.(*os.File); ok {
		if width, _, err := term.GetSize(int(f.Fd())); err == nil && width > 0 {
			return width
		}
	}
	return defaultWidth
}
