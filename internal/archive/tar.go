package archive

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"sync"

	"rapporteur/internal/reader/limit"
)

// listTar lists a tar archive packed by gzip.
func listTar(src source, v volume, most limits) ([]Member, error) {
	t := &tape{source: src, most: most}
	b := budget{most: most, packed: v.Size()}
	var members []Member
	for {
		name, size, err := t.next()
		if errors.Is(err, io.EOF) {
			t.members = len(members)
			return members, nil
		}
		if err == nil {
			err = b.take(size)
		}
		if err != nil {
			return nil, errors.Join(err, t.close())
		}
		i := len(members)
		members = append(members, Member{Name: name, Open: func() (io.ReadCloser, error) { return t.open(i) }})
	}
}

// A tape goes through a tar archive, which can be read forwards only. Members
// are asked for nearly in their order, by several workers: those that are passed
// are kept for a while.
type tape struct {
	source  source
	most    limits
	members int // once they are listed

	mu   sync.Mutex
	v    volume // nil while the tape is at rest
	tar  *tar.Reader
	at   int // index of the next member
	kept map[int][]byte
	size int // bytes kept
}

// maxKept bounds the bytes of members that were passed.
const maxKept = 64 << 20

// open returns a member.
func (t *tape) open(i int) (io.ReadCloser, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if data, ok := t.kept[i]; ok {
		delete(t.kept, i)
		t.size -= len(data)
		return io.NopCloser(bytes.NewReader(data)), nil
	}
	if i < t.at {
		if err := t.close(); err != nil {
			return nil, err
		}
	}
	for {
		_, _, err := t.next()
		if err != nil {
			return nil, fmt.Errorf("%w: %w", ErrDamaged, err)
		}
		at := t.at - 1
		data, err := limit.ReadAll(t.tar, maxMember)
		if t.at == t.members { // it lets go of its bytes
			err = errors.Join(err, t.close())
		}
		if at == i {
			return io.NopCloser(bytes.NewReader(data)), err
		}
		if err == nil {
			t.keep(at, data)
		}
	}
}

func (t *tape) keep(i int, data []byte) {
	if t.size+len(data) > maxKept {
		return
	}
	if t.kept == nil {
		t.kept = make(map[int][]byte)
	}
	if _, ok := t.kept[i]; !ok {
		t.kept[i] = data
		t.size += len(data)
	}
}

// next goes to the next file, from the first where the tape is at rest; at the
// end it rests again.
func (t *tape) next() (name string, size int64, err error) {
	if t.v == nil {
		if err := t.start(); err != nil {
			return "", 0, err
		}
	}
	for {
		h, err := t.tar.Next()
		if err != nil {
			if !errors.Is(err, io.EOF) && !errors.Is(err, limit.ErrTooLarge) {
				err = fmt.Errorf("%w: %w", ErrDamaged, err)
			}
			return "", 0, errors.Join(err, t.close())
		}
		if h.Typeflag == tar.TypeReg && !isHidden(h.Name) {
			t.at++
			return h.Name, h.Size, nil
		}
	}
}

func (t *tape) start() error {
	v, err := t.source()
	if err != nil {
		return err
	}
	z, err := gzip.NewReader(io.NewSectionReader(v, 0, v.Size()))
	if err != nil {
		return errors.Join(fmt.Errorf("%w: %w", ErrDamaged, err), v.Close())
	}
	t.v, t.tar, t.at = v, tar.NewReader(&unpacking{z, t.most, v.Size(), 0}), 0
	return nil
}

// frame is what a tar archive needs for a file beside its bytes, at most as a rule.
const frame = 4 << 10

// unpacking is the bytes of a tar archive, within its limits. They are all
// unpacked, those of files that are passed over as well.
type unpacking struct {
	io.Reader
	most   limits
	packed int64
	total  int64
}

func (u *unpacking) Read(p []byte) (int, error) {
	frames := frame * int64(u.most.members)
	switch {
	case u.total > u.most.total+frames:
		return 0, fmt.Errorf("%w: it unpacks to more than %d bytes", limit.ErrTooLarge, u.most.total)
	case u.total > u.most.free+frames && u.total > u.most.ratio*u.packed+frames:
		return 0, fmt.Errorf("%w: it unpacks to more than %d times its size, which no text does", limit.ErrTooLarge, u.most.ratio)
	}
	n, err := u.Reader.Read(p)
	u.total += int64(n)
	return n, err
}

func (t *tape) close() error {
	if t.v == nil {
		return nil
	}
	err := t.v.Close()
	t.v, t.tar, t.at = nil, nil, 0
	return err
}
