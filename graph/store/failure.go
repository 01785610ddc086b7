package store

import (
	"errors"
	"fmt"
	"strings"
	"syscall"

	"rapporteur/graph/store/boltkv"
)

// diagnose returns what a session ended with: err, or the damage that it met
// in the file, after which nothing more is written to it.
func (s *Store) diagnose(session *boltkv.Session, err error) error {
	damage := session.Damage()
	if damage == nil && !errors.Is(err, ErrDamaged) {
		return err
	}
	if damage == nil || errors.Is(err, damage) {
		damage = err
	}
	damage = fmt.Errorf("%s: %w; %s", s.file(), damage, whenDamaged)
	s.poison(damage)
	return damage
}

const whenDamaged = "restore it from a copy or ingest the records into a new folder"

// poison keeps the store from being written to after a failure.
func (s *Store) poison(err error) { s.poisoned.CompareAndSwap(nil, &err) }

// unpoisoned returns an error where an earlier write failed.
func (s *Store) unpoisoned() error {
	if err := s.poisoned.Load(); err != nil {
		return fmt.Errorf("%w (it was: %w)", ErrPoisoned, *err)
	}
	return nil
}

// advise adds to the error of a write what to do where there was no room.
func advise(err error) error {
	if err == nil || !noRoom(err) {
		return err
	}
	return fmt.Errorf("%w; free space there and run the command again; the records written before are kept", err)
}

// noRoom reports whether a write failed because the disk, the user's share of
// it or the file may not take more. Where bbolt cannot make its file longer it
// keeps no more than the text of the error.
func noRoom(err error) bool {
	for _, full := range []error{syscall.ENOSPC, syscall.EDQUOT, syscall.EFBIG} {
		if strings.Contains(err.Error(), full.Error()) {
			return true
		}
	}
	return false
}
