package main

import (
	"context"
	"errors"

	"github.com/cayleygraph/quad"
	"github.com/spf13/cobra"

	"rapporteur/graph"
	"rapporteur/graph/store"
	"rapporteur/internal/library"
)

// storeFlag adds --store and returns where its value will be.
func storeFlag(cmd *cobra.Command) *string {
	address := cmd.Flags().String("store", "./rapporteur.db", `folder of the store, or "mem:" for one that is thrown away`)
	must(cmd.MarkFlagDirname("store"))
	return address
}

// withStore opens the store for the time of do.
func withStore(ctx context.Context, address string, opts store.Options, do func(*store.Store) error) (err error) {
	s, err := store.Open(ctx, address, opts)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	return do(s)
}

// A recordStore is a store as pipeline wants it, which keeps the files of its
// records as well.
type recordStore struct {
	*store.Store
	*library.Library
}

func (s recordStore) Replace(ctx context.Context, record graph.ID, quads []quad.Quad) error {
	_, err := s.Store.Replace(ctx, record, quads)
	return err
}
