// Package archive lists the files in .zip and .tar.gz archives and opens them
// one by one, without unpacking anything to disk.
//
// An archive is told by its content; Word documents are zip archives as well and
// are left alone. Archives in an archive are opened, but no deeper. What an
// archive says of itself is checked before it is believed: the number of its
// files, the size of each and of all, and how many times their packed size that
// is, are bounded.
package archive

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"strings"

	"rapporteur/internal/reader/limit"
)

// ErrDamaged says that an archive cannot be read.
var ErrDamaged = errors.New("the archive is damaged")

const (
	maxMember = 64 << 20 // bytes of one file, as the reader has it
	maxDepth  = 2        // archives in one another
)

// Limits bound what an archive unpacks to. A zero field means its default.
type Limits struct {
	Members int   // files in it; default 100,000
	Total   int64 // bytes of all of them; default 8 GiB
}

// limits are those of one archive.
type limits struct {
	members int
	total   int64 // bytes
	ratio   int64 // times the packed size; text shrinks to a fifth at best
	free    int64 // bytes below which the ratio does not matter
}

func (l Limits) orDefaults() limits {
	most := limits{members: 100_000, total: 8 << 30, ratio: 200, free: 64 << 20}
	if l.Members > 0 {
		most.members = l.Members
	}
	if l.Total > 0 {
		most.total = l.Total
	}
	return most
}

// Between the name of an archive and that of a file in it stands a Separator.
const Separator = "!"

// A Member is a file in an archive.
type Member struct {
	// Name is its path in the archive; in an archive within, that one's path,
	// a Separator, and the path there.
	Name string
	Open func() (io.ReadCloser, error)
}

// Base is the member's own file name.
func (m Member) Base() string {
	return path.Base(m.Name[strings.LastIndex(m.Name, Separator)+1:])
}

// List returns the files in an archive, in its order, or false for a file that
// is none. A member that cannot be opened says so when it is.
func List(file string) ([]Member, bool, error) { return ListWithin(file, Limits{}) }

// ListWithin is [List] of an archive that may hold no more than the limits say.
func ListWithin(file string, most Limits) ([]Member, bool, error) {
	return list(onDisk(file), most.orDefaults(), 1)
}

// A volume is the bytes of an archive.
type volume interface {
	io.ReaderAt
	io.Closer
	Size() int64
}

// A source opens an archive anew each time.
type source func() (volume, error)

func onDisk(file string) source {
	return func() (volume, error) {
		f, err := os.Open(file)
		if err != nil {
			return nil, err
		}
		info, err := f.Stat()
		if err != nil {
			return nil, errors.Join(err, f.Close())
		}
		return diskVolume{f, info.Size()}, nil
	}
}

type diskVolume struct {
	*os.File
	size int64
}

func (v diskVolume) Size() int64 { return v.size }

// list reads an archive at a depth of archives in one another.
func list(src source, most limits, depth int) ([]Member, bool, error) {
	v, err := src()
	if err != nil {
		return nil, false, err
	}
	defer v.Close()
	magic := make([]byte, 4)
	n, _ := v.ReadAt(magic, 0) // a file too short for a magic number is none
	var members []Member
	switch string(magic[:n]) {
	case "PK\x03\x04", "PK\x05\x06":
		members, err = listZip(src, v, most)
		if members == nil && err == nil {
			return nil, false, nil
		}
	default:
		if !strings.HasPrefix(string(magic[:n]), "\x1f\x8b") {
			return nil, false, nil
		}
		members, err = listTar(src, v, most)
	}
	if err != nil {
		return nil, true, err
	}
	return within(members, most, depth), true, nil
}

// within puts the members of archives in the place of these.
func within(members []Member, most limits, depth int) []Member {
	var out []Member
	var within shelf
	for _, m := range members {
		if !isArchive(m.Name) {
			out = append(out, m)
			continue
		}
		if depth == maxDepth {
			out = append(out, failing(m.Name, fmt.Errorf("an archive in an archive in an archive: unpack %s first", m.Name)))
			continue
		}
		inner, ok, err := list(within.source(m), most, depth+1)
		switch {
		case err != nil:
			out = append(out, failing(m.Name, err))
		case !ok:
			out = append(out, m)
		}
		for _, i := range inner {
			i.Name = m.Name + Separator + i.Name
			out = append(out, i)
		}
		if len(out) > most.members {
			return append(out[:most.members], failing(m.Name, most.tooMany()))
		}
	}
	return out
}

// isArchive tells by the name which members are worth opening.
func isArchive(name string) bool {
	lower := strings.ToLower(name)
	return strings.HasSuffix(lower, ".zip") || strings.HasSuffix(lower, ".tgz") || strings.HasSuffix(lower, ".tar.gz")
}

func failing(name string, err error) Member {
	return Member{Name: name, Open: func() (io.ReadCloser, error) { return nil, err }}
}

func (most limits) tooMany() error {
	return fmt.Errorf("%w: more than %d files in it", limit.ErrTooLarge, most.members)
}

// A budget bounds what an archive unpacks to.
type budget struct {
	most   limits
	packed int64
	total  int64
	count  int
}

// take accounts for a file of the given size.
func (b *budget) take(size int64) error {
	b.count++
	b.total += size
	switch {
	case b.count > b.most.members:
		return b.most.tooMany()
	case size < 0 || b.total > b.most.total:
		return fmt.Errorf("%w: it unpacks to more than %d bytes", limit.ErrTooLarge, b.most.total)
	case b.total > b.most.free && b.total > b.most.ratio*b.packed:
		return fmt.Errorf("%w: it unpacks to more than %d times its size, which no text does", limit.ErrTooLarge, b.most.ratio)
	}
	return nil
}

// isHidden recognises what systems add to archives.
func isHidden(name string) bool {
	return strings.HasPrefix(path.Base(name), ".") || strings.HasPrefix(name, "__MACOSX/")
}
