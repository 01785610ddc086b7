package store_test

import (
	"bytes"
	"context"
	"errors"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"

	"rapporteur/graph/store"
	"rapporteur/queries/gizmo"
)

// Records of few quads, so that the file has few pages.
var (
	small   = made{symbol: "CMW/C/SR.1", paragraphs: 2, mentions: 1, countries: []string{"XAA"}, words: "small"}
	changed = made{symbol: "CMW/C/SR.1", paragraphs: 3, mentions: 1, countries: []string{"XBB"}, words: "changed"}
	smaller = made{symbol: "CMW/C/SR.2", paragraphs: 1, mentions: 1, countries: []string{"XAA"}, words: "smaller"}
)

// damages are what may befall a page of the data file.
var damages = map[string]func(page []byte){
	"zeros": func(page []byte) { clear(page) },
	"noise behind the header": func(page []byte) {
		random := rand.New(rand.NewPCG(1, 2))
		for i := 16; i < len(page); i++ {
			page[i] = byte(random.Uint32())
		}
	},
	"bytes here and there": func(page []byte) {
		random := rand.New(rand.NewPCG(3, 4))
		for range 8 {
			page[random.IntN(len(page))] ^= byte(1 << random.IntN(8))
		}
	},
}

// Whichever page of the file is damaged and how, the store says so or answers;
// it never ends the program. Pages that were never read or hold words only may
// be damaged unseen, but some damage must be seen for each kind of it.
func TestDamagedPages(t *testing.T) {
	sound := filepath.Join(t.TempDir(), "db")
	s := open(t, sound)
	replace(t, s, small)
	replace(t, s, smaller)
	stats, err := s.Stats(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	manifest, data := read(t, filepath.Join(sound, "rapporteur.json")), read(t, filepath.Join(sound, "graph.bolt"))[:stats.Bytes]
	for name, damage := range damages {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			seen := 0
			for page := 0; page*os.Getpagesize() < len(data); page++ {
				dir := t.TempDir()
				worse := bytes.Clone(data)
				damage(worse[page*os.Getpagesize():][:os.Getpagesize()])
				write(t, filepath.Join(dir, "rapporteur.json"), manifest)
				write(t, filepath.Join(dir, "graph.bolt"), worse)
				err := useAll(t.Context(), t, dir)
				switch {
				case errors.Is(err, store.ErrDamaged):
					seen++
				case errors.Is(err, store.ErrNotFound): // the last write, or an entry of an index, is lost without a trace
				case err != nil:
					t.Errorf("page %d: %v; want %v", page, err, store.ErrDamaged)
				}
			}
			if seen == 0 {
				t.Error("no damage was seen")
			}
		})
	}
}

// useAll does with a store what can be done with it and returns the first error.
func useAll(ctx context.Context, t *testing.T, dir string) error {
	s, err := store.Open(ctx, dir, store.Options{})
	if err != nil {
		return err
	}
	defer s.Close()
	errs := []error{s.Export(ctx, io.Discard)}
	_, err = s.Stats(ctx)
	errs = append(errs, err)
	program, err := gizmo.Compile(`g.V().Out().Unique().Count()`, nil)
	if err != nil {
		t.Fatal(err)
	}
	_, err = s.Run(ctx, program, gizmo.Limits{})
	errs = append(errs, err)
	_, err = s.Replace(ctx, small.id(), changed.quads(t))
	errs = append(errs, err)
	_, err = s.Delete(ctx, smaller.id())
	errs = append(errs, err)
	for _, err := range errs {
		if err == nil {
			continue
		}
		if _, after := s.Replace(ctx, smaller.id(), smaller.quads(t)); errors.Is(err, store.ErrDamaged) && !errors.Is(after, store.ErrPoisoned) {
			t.Errorf("a write after %v: %v; want %v", err, after, store.ErrPoisoned)
		}
		return err
	}
	return nil
}

func read(t *testing.T, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func write(t *testing.T, path string, data []byte) {
	t.Helper()
	if err := os.WriteFile(path, data, 0o644); err != nil {
		t.Fatal(err)
	}
}
