package search

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/gofrs/flock"
)

// How long to wait for another process that makes the index, and how often to look.
const (
	patience = time.Minute
	glance   = 50 * time.Millisecond
)

// lockName is the file that processes lock: shared to read the index, alone to
// write it.
const lockName = "lock"

// open opens the index in the folder of options and brings it to a state; where
// that cannot be, it makes one in a temporary folder. ctx ends it, and so does a
// fault of the store.
func (x *Index) open(ctx context.Context, state string) (*volume, error) {
	if x.options.Folder != "" {
		v, err := x.openFolder(ctx, state)
		if err == nil || ctx.Err() != nil || isStoreError(err) {
			return v, err
		}
	}
	dir, err := os.MkdirTemp("", "rapporteur-search-")
	if err != nil {
		return nil, fmt.Errorf("search index: %w", err)
	}
	remove := func() error { return os.RemoveAll(dir) }
	v, err := create(dir)
	if err != nil {
		return nil, errors.Join(err, remove())
	}
	v.release = remove
	if err := bring(ctx, x.reader, x.analyst, v, state); err != nil {
		return nil, errors.Join(err, v.close())
	}
	return v, nil
}

// openFolder opens the index that processes share. Whoever has the lock alone
// brings it to the state of the store, which is the same for all who have the
// store open for reading; then all read it.
func (x *Index) openFolder(ctx context.Context, state string) (*volume, error) {
	if err := os.MkdirAll(x.options.Folder, 0o777); err != nil {
		return nil, fmt.Errorf("search index: %w", err)
	}
	lock := flock.New(filepath.Join(x.options.Folder, lockName))
	wait, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	for {
		v, err := x.attempt(wait, lock, state)
		if v != nil {
			v.release = lock.Close
			return v, nil
		}
		if err != nil {
			return nil, errors.Join(err, lock.Close())
		}
		select {
		case <-time.After(glance):
		case <-wait.Done():
			return nil, errors.Join(ErrLocked, lock.Close())
		}
	}
}

// attempt returns a volume of the state, for which the lock is held; nil where
// another process is in the way, or once the index was made and is to be read.
func (x *Index) attempt(ctx context.Context, lock *flock.Flock, state string) (*volume, error) {
	if !x.options.Own {
		if ok, err := lock.TryRLock(); err != nil {
			return nil, fmt.Errorf("search index: %w", err)
		} else if ok {
			if v, err := load(x.options.Folder, true); err == nil {
				if v.stateIs() == state {
					return v, nil
				}
				if err := v.close(); err != nil {
					return nil, err
				}
			}
			if err := lock.Unlock(); err != nil {
				return nil, fmt.Errorf("search index: %w", err)
			}
		}
	}
	if ok, err := lock.TryLock(); err != nil || !ok {
		return nil, err
	}
	v, err := x.mend(ctx, state)
	if err == nil && x.options.Own {
		return v, nil
	}
	if err == nil {
		err = v.close()
	}
	return nil, errors.Join(err, lock.Unlock())
}

// mend opens the index for writing, or makes a new one of a damaged one, and
// brings it to the state. The lock must be held alone.
func (x *Index) mend(ctx context.Context, state string) (*volume, error) {
	v, err := load(x.options.Folder, false)
	if err == nil {
		if err = bring(ctx, x.reader, x.analyst, v, state); err == nil {
			return v, nil
		}
		err = errors.Join(err, v.close())
		if ctx.Err() != nil || isStoreError(err) {
			return nil, err
		}
	}
	if v, err = create(x.options.Folder); err != nil {
		return nil, err
	}
	if err := bring(ctx, x.reader, x.analyst, v, state); err != nil {
		return nil, errors.Join(err, v.close())
	}
	return v, nil
}

func isStoreError(err error) bool {
	_, ok := errors.AsType[storeError](err)
	return ok
}
