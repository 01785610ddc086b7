package store

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"runtime"
	"strconv"

	"go.etcd.io/bbolt"

	"rapporteur/graph/store/boltkv"
)

// openFile opens the data file and makes it a quad store if it is new.
func openFile(path string, opts Options, throwAway bool) (*bbolt.DB, error) {
	_, err := os.Stat(path)
	fresh := errors.Is(err, fs.ErrNotExist)
	if opts.ReadOnly && !throwAway && fresh {
		return nil, fmt.Errorf("%w: there is nothing yet; ingest records into it first", ErrNotStore)
	}
	db, err := bbolt.Open(path, 0o644, &bbolt.Options{
		Timeout:         opts.LockTimeout,
		ReadOnly:        opts.ReadOnly && !throwAway,
		FreelistType:    bbolt.FreelistMapType,
		InitialMmapSize: mappedSize(),
		NoSync:          throwAway || fresh,
	})
	switch {
	case errors.Is(err, bbolt.ErrTimeout):
		return nil, fmt.Errorf("%w: %s is locked; wait until the other rapporteur ends, or stop it", ErrLocked, path)
	case errors.Is(err, bbolt.ErrInvalid) || errors.Is(err, bbolt.ErrVersionMismatch) || errors.Is(err, bbolt.ErrChecksum):
		return nil, fmt.Errorf("%w: %s: %w; restore it from a copy or ingest the records into a new folder", ErrDamaged, path, err)
	case err != nil:
		return nil, err
	}
	if err := prepare(db, throwAway); err != nil {
		return nil, errors.Join(err, db.Close())
	}
	return db, nil
}

// prepare makes a new file a quad store and looks whether an old one is whole.
func prepare(db *bbolt.DB, throwAway bool) error {
	if err := checkLength(db); err != nil {
		return err
	}
	if db.IsReadOnly() {
		return nil
	}
	if err := boltkv.Create(db); err != nil {
		return err
	}
	if db.NoSync && !throwAway { // new: one sync for all that was made
		if err := db.Sync(); err != nil {
			return err
		}
		db.NoSync = false
	}
	return nil
}

// checkLength refuses a file that is shorter than its own account of it, which
// would end the program when the missing part is touched.
func checkLength(db *bbolt.DB) error {
	info, err := os.Stat(db.Path())
	if err != nil {
		return err
	}
	return db.View(func(tx *bbolt.Tx) error {
		if info.Size() < tx.Size() {
			return fmt.Errorf("%w: %s has %d bytes of %d; restore it from a copy or ingest the records into a new folder",
				ErrDamaged, db.Path(), info.Size(), tx.Size())
		}
		return nil
	})
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
