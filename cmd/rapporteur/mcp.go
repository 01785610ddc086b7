package main

import (
	"context"
	"errors"
	"io"
	"time"

	sdk "github.com/modelcontextprotocol/go-sdk/mcp"
	"github.com/spf13/cobra"

	"rapporteur/graph/store"
	"rapporteur/internal/mcp"
	"rapporteur/internal/names"
	"rapporteur/internal/search"
	"rapporteur/queries/gizmo"
)

func mcpCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "mcp",
		Short: "Let a program with a language model ask the graph, by the Model Context Protocol",
		Long: `Answer the Model Context Protocol on standard input and output, for programs that
work with language models. Its tools read the graph and never write. A server that
runs already offers the same at /mcp.

` + statusHelp,
		Example: `  rapporteur mcp --store rapporteur.db`,
		Args:    exactly(0, "no arguments"),
	}
	address, dir := storeFlag(cmd), queryFolderFlag(cmd)
	timeout := cmd.Flags().Duration("query-timeout", 30*time.Second, "longest time that a question may take")
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		set, sch, err := loadQueries(*dir)
		if err != nil {
			return err
		}
		return withStore(cmd.Context(), *address, store.Options{ReadOnly: true}, func(s *store.Store) error {
			book := names.NewBook(s, sch)
			defer book.Close()
			index := search.Open(s, book, sch, search.Options{Folder: searchFolder(*address)})
			defer index.Close()
			server, err := mcp.New(mcp.Parts{Search: index, Store: patient{s, *timeout}, Queries: set, Names: book, Schema: sch, Version: thisBuild().Version})
			if err != nil {
				return err
			}
			in, out := io.NopCloser(cmd.InOrStdin()), nopCloser{cmd.OutOrStdout()}
			err = server.Run(cmd.Context(), &sdk.IOTransport{Reader: in, Writer: out})
			if errors.Is(err, context.Canceled) || errors.Is(err, io.EOF) {
				return nil // interrupted, or the client is gone
			}
			return err
		})
	}
	return cmd
}

// A patient store gives each program a deadline.
type patient struct {
	*store.Store
	most time.Duration
}

func (p patient) Run(ctx context.Context, program *gizmo.Program, lim gizmo.Limits) (*gizmo.Result, error) {
	ctx, cancel := context.WithTimeout(ctx, p.most)
	defer cancel()
	return p.Store.Run(ctx, program, lim)
}

type nopCloser struct{ io.Writer }

func (nopCloser) Close() error { return nil }
