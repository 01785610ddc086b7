// Package library keeps the files that records were read from, so that they can
// be read again when corrections, the lexicon or the program change.
//
// Each file is a .tar.gz of its own, named by its key and never changed: the
// record's file and, where there was one, the file beside it. So a library is
// also a folder of archives, which "rapporteur ingest" reads as any other.
//
//	sources/8f/8f3c….tar.gz
//
// Which file a record was read from is said by the record's content hash in the
// graph, and nowhere else: a file is put here before the graph speaks of it, and
// what the graph does not speak of is swept away. A crash at any moment leaves at
// most a file too many.
package library

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"rapporteur/internal/pipeline"
	"rapporteur/internal/wholefile"
)

// Folder is the name of a library within the folder of its store.
const Folder = "sources"

// Errors of this package.
var (
	// ErrNotFound: the file is not kept, as those of records that were read by an
	// earlier version of the program.
	ErrNotFound = errors.New("the file is not kept")
	// ErrDamaged: the file is not what was kept.
	ErrDamaged = errors.New("the kept file is damaged")
)

// A Library is a folder of files. It may be used by several goroutines, but for
// Sweep, beside which nothing may be kept.
type Library struct{ folder string }

// New returns the library in a folder, which is made when the first file comes.
func New(folder string) *Library { return &Library{folder} }

// ending is that of the files in a library.
const ending = ".tar.gz"

var keyRE = regexp.MustCompile(`^[0-9a-f]{64}$`)

func (l *Library) path(key string) string {
	return filepath.Join(l.folder, key[:2], key+ending)
}

// Keep keeps a file. One that is there already is not written again.
func (l *Library) Keep(ctx context.Context, f pipeline.File) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	path := l.path(f.Key())
	if _, err := os.Stat(path); err == nil {
		return nil
	}
	data, err := pack(f)
	if err == nil {
		err = write(path, data)
	}
	if err != nil {
		return fmt.Errorf("keeping %s: %w", f.Name, err)
	}
	return nil
}

// write writes a file and makes its folder.
func write(path string, data []byte) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		return err
	}
	return wholefile.Write(path, data)
}

// Get returns the file with a key. The error is ErrNotFound, ErrDamaged, or that
// of the file system.
func (l *Library) Get(key string) (pipeline.File, error) {
	if !keyRE.MatchString(key) {
		return pipeline.File{}, ErrNotFound
	}
	data, err := os.ReadFile(l.path(key))
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return pipeline.File{}, ErrNotFound
	case err != nil:
		return pipeline.File{}, err
	}
	f, err := unpack(data)
	if err == nil && f.Key() != key {
		err = errors.New("its content is another")
	}
	if err != nil {
		return pipeline.File{}, fmt.Errorf("%w: %s: %w", ErrDamaged, l.path(key), err)
	}
	return f, nil
}

// Sweep removes the files that keep does not want, by key, and what writing left
// half done. It returns how many files are left.
func (l *Library) Sweep(keep func(key string) bool) (left int, err error) {
	err = filepath.WalkDir(l.folder, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		key, ok := strings.CutSuffix(d.Name(), ending)
		switch {
		case ok && keyRE.MatchString(key) && keep(key):
			left++
			return nil
		case ok && keyRE.MatchString(key), strings.HasPrefix(d.Name(), "new-"):
			return os.Remove(path)
		}
		return nil // not of this package
	})
	if errors.Is(err, fs.ErrNotExist) {
		err = nil
	}
	if err != nil {
		return left, fmt.Errorf("sweeping the kept files: %w", err)
	}
	return left, nil
}
