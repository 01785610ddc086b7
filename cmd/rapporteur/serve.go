package main

import (
	"strings"

	"github.com/spf13/cobra"

	"rapporteur/graph/store"
	"rapporteur/internal/metrics"
	"rapporteur/internal/names"
	"rapporteur/internal/pipeline"
	"rapporteur/internal/search"
	"rapporteur/internal/web"
	"rapporteur/queries"
)

// A serving is what the flags of serve say.
type serving struct {
	knowledge knowledgeFlags
	operation operationFlags
	question  string

	became map[pipeline.Outcome]int // of the files read before serving
}

func serveCommand() *cobra.Command {
	var v serving
	cmd := &cobra.Command{
		Use:   "serve [PATH…]",
		Short: "Serve the graph over HTTP, after reading the records given",
		Long: `Read the records given, if any, into the store and serve the graph over HTTP
until interrupted. With --ask a named question is answered first. While it
serves, other commands may read the store but not write to it.

` + statusHelp,
		Example: `  rapporteur serve --ask "agreements-cited country=Azerbaijan" data/records`,
	}
	address, dir := storeFlag(cmd), queryFolderFlag(cmd)
	v.knowledge.add(cmd)
	cmd.Flags().StringVar(&v.question, "ask", "", "a named question to answer on standard output before serving")
	v.operation.add(cmd)
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
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
			book := names.NewBook(s, sch)
			defer book.Close()
			if _, err := book.Index(cmd.Context()); err != nil { // no request shall wait for it
				return err
			}
			if err := question.print(cmd, set, s, book); err != nil {
				return err
			}
			index := search.Open(s, book, sch, search.Options{Folder: searchFolder(*address)})
			defer index.Close()
			go index.Ready(cmd.Context()) // the first search need not wait for it
			return v.serve(cmd, web.Parts{Graph: s, Queries: set, Names: book, Schema: sch, Quads: s, Export: s, Search: index}, newMetrics(s))
		})
	}
	return cmd
}

// serve serves a site of these parts, and the metrics of it.
func (v *serving) serve(cmd *cobra.Command, parts web.Parts, figures *metrics.Metrics) error {
	log, err := v.operation.logger(cmd)
	if err != nil {
		return err
	}
	tell(figures, v.became)
	parts.Meter = figures
	if v.operation.metricsListen == "" {
		parts.Metrics = figures
	}
	options, err := v.operation.options(log)
	if err != nil {
		return err
	}
	handler, err := web.New(parts, options)
	if err != nil {
		return err
	}
	return v.operation.listenAndServe(cmd.Context(), cmd.ErrOrStderr(), log, handler, figures)
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
	return withStore(cmd.Context(), address, store.Options{ReadOnly: true}, serve)
}

// ingest reads the records given. A bad file among them is reported and does
// not keep the others from being served.
func (v *serving) ingest(cmd *cobra.Command, s *store.Store, paths []string) error {
	if len(paths) == 0 {
		return nil
	}
	p, err := v.knowledge.pipeline()
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
