// Package extsort sorts more text than memory should hold.
//
//	s := extsort.New(8 << 20)
//	defer s.Close()
//	err := s.Add("b") // as often as there is something
//	err = s.Each(func(entry string) error { … }) // ascending, each entry once
//
// What does not fit into the memory given goes, sorted piece by piece, into one
// temporary file, from which the pieces are merged. So the memory taken does not
// grow with what is sorted, but for a buffer of a few kilobytes for each piece.
package extsort

import (
	"bufio"
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"slices"
)

// A Sorter takes entries and gives them back in the order of their bytes. It is
// for one goroutine.
type Sorter struct {
	limit   int // bytes of entries to hold in memory
	entries []string
	bytes   int // of entries
	sorted  bool
	file    *os.File // nil before the first spill
	end     int64    // of what was written to file
	runs    []run
}

// A run is a sorted piece of the file.
type run struct{ start, end int64 }

// overhead is what an entry takes in memory beside its bytes.
const overhead = 32

// New returns a sorter that holds about limit bytes in memory.
func New(limit int) *Sorter { return &Sorter{limit: limit} }

// Add takes an entry, which may hold any bytes. The errors are those of the
// temporary file.
func (s *Sorter) Add(entry string) error {
	s.entries = append(s.entries, entry)
	s.bytes += len(entry) + overhead
	s.sorted = false
	if s.bytes < s.limit {
		return nil
	}
	return s.spill()
}

// order sorts what is in memory and leaves each entry once.
func (s *Sorter) order() {
	if !s.sorted {
		slices.Sort(s.entries)
		s.entries = slices.Compact(s.entries)
		s.sorted = true
	}
}

// spill writes what is in memory to the file, as a run.
func (s *Sorter) spill() error {
	s.order()
	if s.file == nil {
		file, err := os.CreateTemp("", "rapporteur-sort-")
		if err != nil {
			return fmt.Errorf("sorting: %w; point TMPDIR to a folder with room", err)
		}
		s.file = file
	}
	out := bufio.NewWriterSize(s.file, 1<<16)
	r := run{start: s.end, end: s.end}
	var length [binary.MaxVarintLen64]byte
	for _, entry := range s.entries {
		n := binary.PutUvarint(length[:], uint64(len(entry)))
		out.Write(length[:n]) // a bufio.Writer keeps its first error for Flush
		out.WriteString(entry)
		r.end += int64(n + len(entry))
	}
	if err := out.Flush(); err != nil {
		return fmt.Errorf("sorting in %s: %w; point TMPDIR to a folder with room", s.file.Name(), err)
	}
	s.runs, s.end = append(s.runs, r), r.end
	clear(s.entries) // so that they can be freed
	s.entries, s.bytes = s.entries[:0], 0
	return nil
}

// Each calls yield for every entry in ascending order, equal ones once, until
// yield returns an error, which Each returns. It may be called again.
func (s *Sorter) Each(yield func(entry string) error) error {
	s.order()
	if len(s.runs) == 0 {
		for _, entry := range s.entries {
			if err := yield(entry); err != nil {
				return err
			}
		}
		return nil
	}
	m, err := s.merge()
	if err != nil {
		return err
	}
	last, first := "", true
	for len(m) > 0 {
		entry := m[0].entry
		if err := m.advance(); err != nil {
			return fmt.Errorf("sorting in %s: %w", s.file.Name(), err)
		}
		if !first && entry == last {
			continue
		}
		last, first = entry, false
		if err := yield(entry); err != nil {
			return err
		}
	}
	return nil
}

// Close removes the temporary file.
func (s *Sorter) Close() error {
	if s.file == nil {
		return nil
	}
	file := s.file
	s.file = nil
	return errors.Join(file.Close(), os.Remove(file.Name()))
}
