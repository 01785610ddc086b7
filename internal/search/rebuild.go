package search

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/blevesearch/bleve/v2"
	"github.com/gofrs/flock"

	"rapporteur/schema"
)

// Figures count what an index holds.
type Figures struct{ Records, Paragraphs, Entities int }

// rebuildPatience is how long Rebuild waits for others to let go of the index.
const rebuildPatience = 2 * time.Second

// Rebuild makes the index of a store in a folder anew, whatever is there. The
// error is [ErrLocked] where another process uses it.
func Rebuild(ctx context.Context, store Store, sch *schema.Schema, folder string) (f Figures, err error) {
	if err := os.MkdirAll(folder, 0o777); err != nil {
		return f, fmt.Errorf("search index: %w", err)
	}
	lock := flock.New(filepath.Join(folder, lockName))
	wait, cancel := context.WithTimeout(ctx, rebuildPatience)
	defer cancel()
	switch ok, err := lock.TryLockContext(wait, glance); {
	case ctx.Err() != nil:
		return f, ctx.Err()
	case wait.Err() != nil:
		return f, fmt.Errorf("%s: %w; stop it first", folder, ErrLocked)
	case err != nil || !ok:
		return f, fmt.Errorf("search index: %w", err)
	}
	defer func() { err = errors.Join(err, lock.Close()) }()
	v, err := create(folder)
	if err != nil {
		return f, err
	}
	defer func() { err = errors.Join(err, v.close()) }()
	if err := bring(ctx, reader{store, sch}, newAnalyst(), v, store.State()); err != nil {
		return f, err
	}
	return v.figures()
}

func (v *volume) figures() (f Figures, err error) {
	for kind, n := range map[string]*int{recordKind: &f.Records, string(Paragraphs): &f.Paragraphs, string(Entities): &f.Entities} {
		found, err := v.index.Search(bleve.NewSearchRequestOptions(unscored(fieldKind, kind), 0, 0, false))
		if err != nil {
			return f, fmt.Errorf("counting what the search index holds: %w", err)
		}
		*n = int(found.Total)
	}
	return f, nil
}
