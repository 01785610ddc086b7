package main

import (
	"strings"

	"github.com/spf13/cobra"

	"rapporteur/graph/store"
	"rapporteur/internal/names"
	"rapporteur/internal/pipeline"
	"rapporteur/internal/web"
	"rapporteur/queries"
)

// A serving is what the flags of serve say.
type serving struct {
	knowledge knowledgeFlags
	operation operationFlags
	question  string
	writing   writingFlags
	token     *web.Token // nil for reading only

	became map[pipeline.Outcome]int // of the files read before serving
}

func serveCommand() *cobra.Command {
	var v serving
	cmd := &cobra.Command{
		Use:   "serve [PATH…]",
		Short: "Serve the graph over HTTP, after reading the records given",
		Long: `Read the records given, if any, into the store and serve the graph over HTTP
until interrupted. With --ask a named question is answered first. While it
serves, other commands may read the store but not write to it; with an admin
token records and corrections can be written over HTTP, and other commands can
not even read the store.

` + statusHelp,
		Example: `  rapporteur serve --ask "agreements-cited country=Azerbaijan" data/records`,
	}
	address, dir := storeFlag(cmd), queryFolderFlag(cmd)
	v.knowledge.add(cmd)
	cmd.Flags().StringVar(&v.question, "ask", "", "a named question to answer on standard output before serving")
	v.operation.add(cmd)
	v.writing.add(cmd)
	cmd.RunE = func(cmd *cobra.Command, args []string) (err error) {
		if v.token, err = v.writing.token(); err != nil {
			return err
		}
		if err := v.writing.check(); err != nil {
			return err
		}
		if err := v.operation.check(); err != nil {
			return err
		}
		set, sch, err := loadQueries(*dir)
		if err != nil {
			return err
		}
		question, err := v.ask()
		if err != nil {
			return err
		}
		return v.withRecords(cmd, *address, args, func(s *store.Store) error {
			return v.open(cmd, s, set, sch, question, searchFolder(*address))
		})
	}
	return cmd
}

// withRecords reads the records at paths into the store and opens it for
// reading, as other processes then may do. A store that is thrown away is
// opened once.
func (v *serving) withRecords(cmd *cobra.Command, address string, paths []string, serve func(*store.Store) error) error {
	read := func(s *store.Store) error { return v.ingest(cmd, s, paths) }
	if address == store.Memory {
		return withStore(cmd.Context(), address, store.Options{}, func(s *store.Store) error {
			if err := read(s); err != nil {
				return err
			}
			return serve(s)
		})
	}
	if len(paths) > 0 {
		if err := withStore(cmd.Context(), address, store.Options{}, read); err != nil {
			return err
		}
	}
	return withStore(cmd.Context(), address, store.Options{ReadOnly: v.token == nil}, serve)
}

// ingest reads the records given. A bad file among them is reported and does
// not keep the others from being served.
func (v *serving) ingest(cmd *cobra.Command, s *store.Store, paths []string) error {
	if len(paths) == 0 {
		return nil
	}
	p, err := v.knowledge.pipeline()
	if err == nil {
		p, err = v.knowledge.ofStore(p, s)
	}
	if err != nil {
		return err
	}
	v.became, err = ingest(cmd.Context(), p, s, paths, cmd.ErrOrStderr())
	if err != nil && statusOf(err) != statusSomeBad {
		return err
	}
	return nil
}

// ask is the question given, nil where there is none.
func (v *serving) ask() (*ask, error) {
	words := askWords(v.question)
	if len(words) == 0 {
		return nil, nil
	}
	a, err := parseAsk(words)
	return &a, err
}

// print answers a question, if there is one, on standard output.
func (a *ask) print(cmd *cobra.Command, set *queries.Set, s *store.Store, book *names.Book) error {
	if a == nil {
		return nil
	}
	t, err := a.run(cmd.Context(), set, s, book)
	if err != nil {
		return err
	}
	return t.WriteText(cmd.OutOrStdout(), widthOf(cmd.OutOrStdout()))
}

// askWords parts a question on one line: a word without "=" goes on with the
// value before it, so that "institution=State Migration Service" needs no quotes.
func askWords(question string) []string {
	var words []string
	for _, w := range strings.Fields(question) {
		if n := len(words); n > 1 && !strings.Contains(w, "=") {
			words[n-1] += " " + w
			continue
		}
		words = append(words, w)
	}
	return words
}
