package main

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"

	"github.com/cayleygraph/quad"
	"github.com/cayleygraph/quad/nquads"

	"rapporteur/graph"
	"rapporteur/graph/store"
)

// A bench is a folder with both programs and the same graph for each.
type bench struct {
	dir               string
	rapporteur, stock string // programs
	store, quads      string // the graph for each: a folder, a file of N-Quads
	total             int    // quads
	states            []string
}

// prepare builds the programs and, unless the folder has it from a run before, the
// graph.
func prepare(ctx context.Context, dir string, quads int) (*bench, error) {
	name := fmt.Sprintf("graph-%d", quads)
	b := &bench{
		dir: dir, rapporteur: filepath.Join(dir, "rapporteur"), stock: filepath.Join(dir, "cayley"),
		store: filepath.Join(dir, name+".db"), quads: filepath.Join(dir, name+".nq"),
	}
	if err := command(ctx, "../..", "go", "build", "-o", b.rapporteur, "./cmd/rapporteur"); err != nil {
		return nil, err
	}
	if err := command(ctx, ".", "go", "build", "-o", b.stock, "github.com/cayleygraph/cayley/cmd/cayley"); err != nil {
		return nil, err
	}
	seed := filepath.Join(dir, "seed.db")
	if err := command(ctx, ".", b.rapporteur, "ingest", "--store", seed, "../../data/records", "../../data/gold/records"); err != nil {
		return nil, err
	}
	var c *corpus
	err := withStore(ctx, seed, func(s *store.Store) (err error) { c, err = readCorpus(ctx, s); return err })
	if err != nil {
		return nil, err
	}
	b.states = c.states
	if _, err := os.Stat(b.quads); err == nil {
		return b, withStore(ctx, b.store, b.count)
	}
	return b, withStore(ctx, b.store, func(s *store.Store) error {
		if err := c.tell(quads, func(id graph.ID, quads []quad.Quad) error {
			_, err := s.Replace(ctx, id, quads)
			return err
		}); err != nil {
			return err
		}
		if err := b.count(s); err != nil {
			return err
		}
		return b.write(ctx, s)
	})
}

func (b *bench) count(s *store.Store) error {
	stats, err := s.Stats(context.Background())
	b.total = int(stats.Quads)
	return err
}

// write writes the graph for Cayley, with ids as they stand in the store, so that
// the same query means the same.
func (b *bench) write(ctx context.Context, s *store.Store) error {
	f, err := os.Create(b.quads + ".new")
	if err != nil {
		return err
	}
	defer f.Close()
	out := bufio.NewWriterSize(f, 1<<20)
	w := nquads.NewWriter(out)
	if err := s.Quads(ctx, func(q quad.Quad) error { _, err := w.WriteQuads([]quad.Quad{q}); return err }); err != nil {
		return err
	}
	if err := out.Flush(); err != nil {
		return err
	}
	return os.Rename(f.Name(), b.quads)
}

func withStore(ctx context.Context, dir string, do func(*store.Store) error) error {
	s, err := store.Open(ctx, dir, store.Options{})
	if err != nil {
		return err
	}
	defer s.Close()
	return do(s)
}

func command(ctx context.Context, dir, name string, args ...string) error {
	cmd := exec.CommandContext(ctx, name, args...)
	cmd.Dir, cmd.Stdout, cmd.Stderr = dir, io.Discard, os.Stderr
	if err := cmd.Run(); err != nil {
		return fmt.Errorf("%s: %w", filepath.Base(name), err)
	}
	return nil
}
