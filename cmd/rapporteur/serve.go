package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"rapporteur/graph/store"
	"rapporteur/internal/names"
)

func serveCommand() *cobra.Command {
	var knowledge knowledgeFlags
	cmd := &cobra.Command{
		Use:   "serve [PATH…]",
		Short: "Serve the graph over HTTP, after reading the records given",
		Long: `Read the records given, if any, into the store and serve the graph over HTTP
until interrupted. With --ask a named question is answered first.

` + statusHelp,
		Example: "  rapporteur serve --ask 'agreements-cited country=Azerbaijan' data/records",
	}
	address, dir := storeFlag(cmd), queryFolderFlag(cmd)
	listen := cmd.Flags().String("listen", "127.0.0.1:8080", "address to listen on")
	question := cmd.Flags().String("ask", "", "a named question to answer on standard output before serving")
	timeout := cmd.Flags().Duration("query-timeout", 5*time.Second, "longest time that a query may take")
	knowledge.add(cmd)
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		return withStore(cmd.Context(), *address, store.Options{}, func(s *store.Store) error {
			v := server{cmd: cmd, store: s, knowledge: &knowledge, queries: *dir, listen: *listen, question: *question, timeout: *timeout}
			return v.run(cmd.Context(), args)
		})
	}
	return cmd
}
