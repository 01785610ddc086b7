package archive

import (
	"bytes"
	"fmt"
	"slices"
	"sync"

	"rapporteur/internal/reader/limit"
)

// places is how many archives of a shelf are in memory at the same time: that of
// which members are opened, and the next, for several workers.
const places = 2

// A shelf has the archives in an archive. They are unpacked into memory when they
// are opened, and put away for others.
type shelf struct {
	mu  sync.Mutex
	has []*inner // in memory, the one used last at the end
}

// An inner archive is a member of another.
type inner struct {
	member Member
	data   []byte // nil where it is not in memory
}

// source returns how an archive on the shelf is opened.
func (s *shelf) source(m Member) source {
	i := &inner{member: m}
	return func() (volume, error) { return s.open(i) }
}

func (s *shelf) open(i *inner) (volume, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if i.data == nil {
		if err := i.unpack(); err != nil {
			return nil, err
		}
	}
	s.has = append(slices.DeleteFunc(s.has, func(other *inner) bool { return other == i }), i)
	for len(s.has) > places {
		s.has[0].data = nil
		s.has = slices.Delete(s.has, 0, 1)
	}
	return memoryVolume{bytes.NewReader(i.data)}, nil
}

func (i *inner) unpack() error {
	r, err := i.member.Open()
	if err != nil {
		return err
	}
	defer r.Close()
	if i.data, err = limit.ReadAll(r, maxMember); err != nil {
		i.data = nil
		return fmt.Errorf("%s: %w", i.member.Name, err)
	}
	return nil
}

type memoryVolume struct{ *bytes.Reader }

func (memoryVolume) Close() error { return nil }
