package store

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"runtime"
	"strconv"
	"time"

	"go.etcd.io/bbolt"
	bbolterrors "go.etcd.io/bbolt/errors"

	"rapporteur/graph/store/boltkv"
)

// openFile opens the data file and makes it a quad store if it is new.
func openFile(path string, opts Options, throwAway bool) (*bbolt.DB, error) {
	info, err := os.Stat(path)
	fresh := errors.Is(err, fs.ErrNotExist) || err == nil && info.Size() == 0
	readOnly := opts.ReadOnly && !throwAway
	if readOnly && fresh {
		return nil, fmt.Errorf("%w: there is nothing yet; ingest records into it first", ErrNotStore)
	}
	if !fresh {
		if err := checkLength(path, info.Size(), opts.LockTimeout); err != nil {
			return nil, err
		}
	}
	db, err := boltkv.Open(path, &bbolt.Options{
		Timeout:         opts.LockTimeout,
		ReadOnly:        readOnly,
		FreelistType:    bbolt.FreelistMapType,
		InitialMmapSize: mappedSize(),
		NoSync:          throwAway || fresh,
	})
	if err != nil {
		return nil, explain(path, err)
	}
	if !readOnly {
		if err := create(db, throwAway); err != nil {
			return nil, errors.Join(explain(path, err), db.Close())
		}
	}
	return db, nil
}

// create makes a new file a quad store, with one sync for all that was made.
func create(db *bbolt.DB, throwAway bool) error {
	if err := boltkv.Create(db); err != nil {
		return err
	}
	if !db.NoSync || throwAway {
		return nil
	}
	db.NoSync = false
	return db.Sync()
}

// checkLength refuses a file that is shorter than its own account of it: the
// program would end when the missing part is touched, which opening the file
// for writing does.
func checkLength(path string, size int64, timeout time.Duration) error {
	db, err := boltkv.Open(path, &bbolt.Options{Timeout: timeout, ReadOnly: true})
	if err != nil {
		return explain(path, err)
	}
	defer db.Close()
	return db.View(func(tx *bbolt.Tx) error {
		if size < tx.Size() {
			return fmt.Errorf("%w: %s has %d bytes of %d; %s", ErrDamaged, path, size, tx.Size(), whenDamaged)
		}
		return nil
	})
}

// explain turns an error of bbolt into one of ours.
func explain(path string, err error) error {
	if errors.Is(err, bbolterrors.ErrTimeout) {
		return fmt.Errorf("%w: %s is locked; wait until the other rapporteur ends, or stop it", ErrLocked, path)
	}
	if errors.Is(err, ErrDamaged) {
		return fmt.Errorf("%w; %s", err, whenDamaged)
	}
	for _, damage := range []error{bbolterrors.ErrInvalid, bbolterrors.ErrVersionMismatch, bbolterrors.ErrChecksum} {
		if errors.Is(err, damage) {
			return fmt.Errorf("%w: %s: %w; %s", ErrDamaged, path, err, whenDamaged)
		}
	}
	return err
}

// mappedSize is the address space for the data file. As long as the file fits,
// a write need not wait for reads under way to end. It costs no memory, except
// where the system makes the file as large as the mapping.
func mappedSize() int {
	if strconv.IntSize < 64 || runtime.GOOS == "windows" {
		return 0
	}
	return 64 << 30
}
