package extsort

import (
	"bufio"
	"container/heap"
	"encoding/binary"
	"fmt"
	"io"
)

// A source is a sorted piece and the entry it stands at.
type source struct {
	entry string
	next  func() (string, error) // io.EOF behind the last
}

// A merger is a heap of sources by the entry they stand at.
type merger []*source

func (m merger) Len() int           { return len(m) }
func (m merger) Less(i, j int) bool { return m[i].entry < m[j].entry }
func (m merger) Swap(i, j int)      { m[i], m[j] = m[j], m[i] }
func (m *merger) Push(x any)        { *m = append(*m, x.(*source)) }
func (m *merger) Pop() any {
	last := (*m)[len(*m)-1]
	*m = (*m)[:len(*m)-1]
	return last
}

// advance moves on the source that stands first.
func (m *merger) advance() error {
	entry, err := (*m)[0].next()
	switch err {
	case nil:
		(*m)[0].entry = entry
		heap.Fix(m, 0)
		return nil
	case io.EOF:
		heap.Pop(m)
		return nil
	}
	return err
}

// merge returns all pieces, each at its first entry.
func (s *Sorter) merge() (merger, error) {
	nexts := []func() (string, error){s.inMemory()}
	for _, r := range s.runs {
		nexts = append(nexts, s.inFile(r))
	}
	var m merger
	for _, next := range nexts {
		entry, err := next()
		if err == io.EOF {
			continue
		}
		if err != nil {
			return nil, fmt.Errorf("sorting in %s: %w", s.file.Name(), err)
		}
		m = append(m, &source{entry, next})
	}
	heap.Init(&m)
	return m, nil
}

func (s *Sorter) inMemory() func() (string, error) {
	rest := s.entries
	return func() (string, error) {
		if len(rest) == 0 {
			return "", io.EOF
		}
		entry := rest[0]
		rest = rest[1:]
		return entry, nil
	}
}

func (s *Sorter) inFile(r run) func() (string, error) {
	in := bufio.NewReaderSize(io.NewSectionReader(s.file, r.start, r.end-r.start), 1<<14)
	return func() (string, error) {
		length, err := binary.ReadUvarint(in)
		if err != nil {
			return "", err
		}
		entry := make([]byte, length)
		if _, err := io.ReadFull(in, entry); err != nil {
			return "", err
		}
		return string(entry), nil
	}
}
