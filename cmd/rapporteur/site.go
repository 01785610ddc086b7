package main

import (
	"context"
	"log/slog"

	"github.com/spf13/cobra"

	"rapporteur/graph/store"
	"rapporteur/internal/metrics"
	"rapporteur/internal/names"
	"rapporteur/internal/search"
	"rapporteur/internal/web"
	"rapporteur/queries"
	"rapporteur/schema"
)

// open puts together what is served of a store, answers the question given first,
// and serves until the command is interrupted.
func (v *serving) open(cmd *cobra.Command, s *store.Store, set *queries.Set, sch *schema.Schema, question *ask, folder string) error {
	ctx := cmd.Context()
	log, err := v.operation.logger(cmd)
	if err != nil {
		return err
	}
	book := names.NewBook(s, sch)
	defer book.Close()
	index := search.Open(s, book, sch, search.Options{Folder: folder, Own: v.token != nil})
	defer index.Close()
	figures := newMetrics(s)
	tell(figures, v.became)

	parts := web.Parts{Graph: s, Queries: set, Names: book, Schema: sch, Quads: s, Export: s, Search: index, Meter: figures}
	if v.token != nil {
		desk, err := v.desk(ctx, s, sch, log, figures, func(ctx context.Context) error {
			if _, err := book.Index(ctx); err != nil {
				return err
			}
			return index.Ready(ctx) // which begins to follow
		})
		if err != nil {
			return err
		}
		defer desk.Close()
		defer context.AfterFunc(ctx, desk.Jobs().Close)() // who watches a job keeps the server from ending
		parts.Writer = desk
	}
	if _, err := book.Index(ctx); err != nil { // no request shall wait for it
		return err
	}
	if err := question.print(cmd, set, s, book); err != nil {
		return err
	}
	go index.Ready(ctx) // the first search need not wait for it
	return v.serve(cmd, log, parts, figures)
}

// serve serves a site of these parts, and the metrics of it.
func (v *serving) serve(cmd *cobra.Command, log *slog.Logger, parts web.Parts, figures *metrics.Metrics) error {
	if v.operation.metricsListen == "" {
		parts.Metrics = figures
	}
	options, err := v.operation.options(log)
	if err != nil {
		return err
	}
	options.AdminToken = v.token
	handler, err := web.New(parts, options)
	if err != nil {
		return err
	}
	return v.operation.listenAndServe(cmd.Context(), cmd.ErrOrStderr(), log, handler, figures)
}
