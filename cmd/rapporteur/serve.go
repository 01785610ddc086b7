package main

import (
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
}

func serveCommand() *cobra.Command {
	var v serving
	cmd := &cobra.Command{
		Use:   "serve [PATH…]",
		Short: "Serve the graph over HTTP, after reading the records given",
		Long: `Read the records given, if any, into the store and serve the graph over HTTP
until interrupted. With --ask a named question is answered first.

` + statusHelp,
		Example: `  rapporteur serve --ask "agreements-cited country=Azerbaijan" data/records`,
	}
	address, dir := storeFlag(cmd), queryFolderFlag(cmd)
	v.knowledge.add(cmd)
	cmd.Flags().StringVar(&v.listen, "listen", "127.0.0.1:8080", "address to listen on")
	cmd.Flags().StringVar(&v.question, "ask", "", "a named question to answer on standard output before serving")
	cmd.Flags().DurationVar(&v.timeout, "query-timeout", 5*time.Second, "longest time that a query may take")
	cmd.Flags().BoolVar(&v.logJSON, "log-json", false, "log in JSON")
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		set, sch, err := loadQueries(*dir)
		if err != nil {
			return err
		}
		return withStore(cmd.Context(), *address, store.Options{}, func(s *store.Store) error {
			book := names.NewBook(s, sch)
			if err := v.prepare(cmd, args, s, set, book); err != nil {
				return err
			}
			handler, err := web.New(s, set, book, sch, web.Options{Log: v.logger(cmd), Timeout: v.timeout})
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

// prepare reads the records given and answers the question given. A bad file
// among the records is reported and does not keep the others from being served.
func (v *serving) prepare(cmd *cobra.Command, paths []string, s *store.Store, set *queries.Set, book *names.Book) error {
	if len(paths) > 0 {
		p, err := v.knowledge.pipeline()
		if err != nil {
			return err
		}
		if err := ingest(cmd.Context(), p, s, paths, cmd.ErrOrStderr()); err != nil && statusOf(err) != statusSomeBad {
			return err
		}
	}
	words := askWords(v.question)
	if len(words) == 0 {
		return nil
	}
	a, err := parseAsk(words)
	if err != nil {
		return err
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
