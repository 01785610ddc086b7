package main

import (
	"context"
	"fmt"
	"log/slog"
	"net"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"rapporteur/graph/store"
	"rapporteur/internal/names"
	"rapporteur/internal/web"
	"rapporteur/queries"
)

// grace is how long requests under way may take to end when the server stops.
const grace = 10 * time.Second

// A serving is what the flags of serve say.
type serving struct {
	knowledge knowledgeFlags
	listen    string
	question  string
	timeout   time.Duration
	logJSON   bool
	writing   writingFlags
	token     *web.Token // nil for reading only
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
	cmd.Flags().StringVar(&v.listen, "listen", "127.0.0.1:8080", "address to listen on")
	cmd.Flags().StringVar(&v.question, "ask", "", "a named question to answer on standard output before serving")
	cmd.Flags().DurationVar(&v.timeout, "query-timeout", 5*time.Second, "longest time that a query may take")
	cmd.Flags().BoolVar(&v.logJSON, "log-json", false, "log in JSON")
	v.writing.add(cmd)
	cmd.RunE = func(cmd *cobra.Command, args []string) (err error) {
		if v.token, err = v.writing.token(); err != nil {
			return err
		}
		if err := v.writing.check(); err != nil {
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
			parts := web.Parts{Graph: s, Queries: set, Names: book, Schema: sch}
			if v.token != nil {
				desk, err := v.desk(cmd.Context(), s, sch, v.logger(cmd), func(ctx context.Context) error {
					_, err := book.Index(ctx)
					return err
				})
				if err != nil {
					return err
				}
				defer desk.Close()
				defer context.AfterFunc(cmd.Context(), desk.Jobs().Close)() // who watches a job keeps the server from ending
				parts.Writer = desk
			}
			if _, err := book.Index(cmd.Context()); err != nil { // no request shall wait for it
				return err
			}
			if err := question.print(cmd, set, s, book); err != nil {
				return err
			}
			handler, err := web.New(parts, web.Options{Log: v.logger(cmd), Timeout: v.timeout, AdminToken: v.token})
			if err != nil {
				return err
			}
			listener, err := net.Listen("tcp", v.listen)
			if err != nil {
				return fmt.Errorf("cannot listen on %s (choose another with --listen): %w", v.listen, err)
			}
			fmt.Fprintf(cmd.ErrOrStderr(), "serving on http://%s/ until interrupted\n", listener.Addr())
			return web.Serve(cmd.Context(), listener, web.Server(v.listen, handler), grace)
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
	if err := ingest(cmd.Context(), p, s, paths, cmd.ErrOrStderr()); err != nil && statusOf(err) != statusSomeBad {
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

func (v *serving) logger(cmd *cobra.Command) *slog.Logger {
	if v.logJSON {
		return slog.New(slog.NewJSONHandler(cmd.ErrOrStderr(), nil))
	}
	return slog.New(slog.NewTextHandler(cmd.ErrOrStderr(), nil))
}
