package archive

import (
	"archive/zip"
	"errors"
	"fmt"
	"io"

	"rapporteur/internal/reader/limit"
)

// wordPart is the file by which a Word document is told from an archive.
const wordPart = "word/document.xml"

// encrypted is the flag of members that ask for a password.
const encrypted = 1

// listZip lists a zip archive; it returns nil for a Word document.
func listZip(src source, v volume, most limits) ([]Member, error) {
	z, err := zip.NewReader(v, v.Size())
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	b := budget{most: most, packed: v.Size()}
	members := []Member{}
	for i, f := range z.File {
		if f.Name == wordPart {
			return nil, nil
		}
		if !f.Mode().IsRegular() || isHidden(f.Name) {
			continue
		}
		if err := b.take(int64(f.UncompressedSize64)); err != nil {
			return nil, err
		}
		members = append(members, Member{Name: f.Name, Open: func() (io.ReadCloser, error) { return openZip(src, i) }})
	}
	return members, nil
}

// openZip opens the file at index i of an archive.
func openZip(src source, i int) (io.ReadCloser, error) {
	v, err := src()
	if err != nil {
		return nil, err
	}
	r, err := openMember(v, i)
	if err != nil {
		return nil, errors.Join(err, v.Close())
	}
	return both{r, v}, nil
}

func openMember(v volume, i int) (io.ReadCloser, error) {
	z, err := zip.NewReader(v, v.Size())
	if err != nil || i >= len(z.File) {
		return nil, fmt.Errorf("%w: it changed while it was read", ErrDamaged)
	}
	f := z.File[i]
	switch {
	case f.Flags&encrypted != 0:
		return nil, errors.New("it is encrypted; unpack it first")
	case f.UncompressedSize64 > maxMember:
		return nil, fmt.Errorf("%w: more than %d bytes", limit.ErrTooLarge, maxMember)
	}
	r, err := f.Open()
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	return r, nil
}

// both is a reader that closes the archive with the member.
type both struct {
	io.ReadCloser
	archive io.Closer
}

func (b both) Close() error { return errors.Join(b.ReadCloser.Close(), b.archive.Close()) }
