// Package store keeps the graph in Cayley on bbolt: one folder on disk, or a
// throw-away store for tests and one-off questions.
//
//	s, err := store.Open(ctx, "rapporteur.db", store.Options{})
//	defer s.Close()
//	change, err := s.Replace(ctx, graph.RecordID("CMW/C/SR.464"), quads)
//
// A record is written and deleted as a unit, in one transaction: a reader sees
// all of it or nothing, and so does whoever opens the store after a crash.
// Quads under [graph.Lexicon] belong to all records that speak of their
// subject and go with the last of them, so that a store holds what its records
// say, whatever the order in which they came.
//
// Any number of goroutines may read while one writes; each read sees the store
// as it was when it began. One process may write to a folder at a time, or
// several read it ([Options].ReadOnly).
package store

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"go.etcd.io/bbolt"

	"rapporteur/graph/store/boltkv"
)

// Errors of this package, to be told apart with errors.Is. The text that
// comes with them says which store it is and what to do.
var (
	// ErrLocked: another process holds the store.
	ErrLocked = errors.New("in use by another process")
	// ErrVersion: the store was written by another version of the program.
	ErrVersion = errors.New("written by another version of rapporteur")
	// ErrNotStore: the address is something else than a store.
	ErrNotStore = errors.New("not a rapporteur store")
	// ErrDamaged: the store's data file cannot be read.
	ErrDamaged = boltkv.ErrDamaged
	// ErrNotFound: the record is not in the store.
	ErrNotFound = errors.New("no such record in the store")
	// ErrPoisoned: an earlier write failed, so no more are accepted.
	ErrPoisoned = errors.New("an earlier write failed; reopen the store to write again")
	// ErrReadOnly: the store was opened for reading.
	ErrReadOnly = errors.New("opened for reading only")
)

// Memory is the address of a store that is thrown away when it is closed. It
// lives in a temporary folder.
const Memory = "mem:"

// Options are how a store is opened. The zero value opens it for writing.
type Options struct {
	ReadOnly    bool          // for reading; the store must exist
	LockTimeout time.Duration // how long to wait for another process; default one second
}

// A Store is an open store. It is safe for concurrent use.
type Store struct {
	dir     string
	db      *bbolt.DB
	cache   *boltkv.Cache // for all who read
	id      string        // of the store, from its manifest
	opts    Options
	discard bool // remove the folder on Close

	write    sync.Mutex            // held while writing
	poisoned atomic.Pointer[error] // why nothing more is written, or nil
	state    atomic.Value
}

// Open opens the store at address: the path of a folder, which is made where
// there is none, or [Memory]. A folder that holds something else is not
// touched. The errors are ErrLocked, ErrVersion, ErrNotStore and ErrDamaged,
// or those of the file system.
func Open(ctx context.Context, address string, opts Options) (*Store, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if opts.LockTimeout <= 0 {
		opts.LockTimeout = time.Second
	}
	if strings.TrimSpace(address) == "" {
		return nil, fmt.Errorf("store: no address; give a folder or %q", Memory)
	}
	s := &Store{dir: filepath.Clean(address), opts: opts, cache: boltkv.NewCache()}
	if address == Memory {
		dir, err := os.MkdirTemp("", "rapporteur-")
		if err != nil {
			return nil, fmt.Errorf("store %s: %w", Memory, err)
		}
		s.dir, s.discard = dir, true
	}
	if err := s.open(); err != nil {
		if s.discard {
			err = errors.Join(err, os.RemoveAll(s.dir))
		}
		return nil, fmt.Errorf("store %s: %w", address, advise(err))
	}
	return s, nil
}

// Folder is the path of the store's folder. Files of other packages may stand in
// it; that of a store in memory goes when the store is closed.
func (s *Store) Folder() string { return s.dir }

// file is the path of the data file.
func (s *Store) file() string { return filepath.Join(s.dir, dataName) }

func (s *Store) open() error {
	m, err := s.claim()
	if err != nil {
		return err
	}
	s.id = m.Store
	if s.db, err = openFile(s.file(), s.opts, s.discard); err != nil {
		return err
	}
	if err := s.check(); err != nil {
		return errors.Join(err, s.db.Close())
	}
	return nil
}

// check makes sure that the file can be read, and reads where it stands.
func (s *Store) check() error {
	session, err := boltkv.Begin(s.db, false)
	if err != nil {
		return fmt.Errorf("%w: %s: %w; %s", ErrDamaged, dataName, err, whenDamaged)
	}
	defer session.Close()
	if _, err := session.QuadStore(); err != nil {
		return fmt.Errorf("%w: %s: %w; %s", ErrDamaged, dataName, err, whenDamaged)
	}
	s.state.Store(s.stateOf(session))
	return nil
}

// stateOf is the state of the store as a session sees it.
func (s *Store) stateOf(session *boltkv.Session) string {
	horizon, quads := session.Counters()
	return fmt.Sprintf("%s-%x-%x", s.id, horizon, quads)
}

// State returns a text that changes with every write and differs between
// stores, to tell whether what was read is still so.
func (s *Store) State() string { return s.state.Load().(string) }

// Close waits for reads under way and releases the store.
func (s *Store) Close() error {
	s.write.Lock()
	defer s.write.Unlock()
	err := s.db.Close()
	if s.discard {
		err = errors.Join(err, os.RemoveAll(s.dir))
	}
	return err
}
