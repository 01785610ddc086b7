package pipeline

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"rapporteur/internal/reader"
	"rapporteur/internal/resolve"
	"rapporteur/internal/sidecar"
)

// ErrNoSymbol says that nothing tells a record's symbol, without which it has no
// name in the graph.
var ErrNoSymbol = errors.New("no symbol was found in the text or in the file name")

// A Source is a file to ingest.
type Source struct {
	Path string // for messages: "records.zip!CMW_C_SR.464-EN.pdf"
	// Name is the file's own name, which may tell the symbol; "" means the base of
	// Path.
	Name string
	Open func() (io.ReadCloser, error)
	// Meta opens the file beside it that says what is known of the record; nil
	// where there is none.
	Meta func() (io.ReadCloser, error)
	// MetaPath is that file's path, for messages.
	MetaPath string
	// File loads all of it at once, in the place of Name, Open and Meta; nil where
	// these do.
	File func() (File, error)
}

func (s Source) name() string {
	if s.Name != "" {
		return s.Name
	}
	return filepath.Base(s.Path)
}

// A reading is a file that was read, or why it was not.
type reading struct {
	result Result
	file   File
	hash   string
	meta   sidecar.Meta
	found  *resolve.Resolution
}

// ReadSource reads the record in a source, without a store.
func (p *Pipeline) ReadSource(s Source) (*resolve.Resolution, error) {
	r := p.read(s)
	return r.found, r.result.Err
}

func (p *Pipeline) read(s Source) reading {
	r := reading{result: Result{Path: s.Path, Outcome: Failed}}
	load := s.File
	if load == nil {
		load = s.load
	}
	if r.file, r.result.Err = load(); r.result.Err != nil {
		return r
	}
	if r.file.MetaName != "" {
		if r.meta, r.result.Err = sidecar.Read(s.metaPath(r.file), bytes.NewReader(r.file.Meta)); r.result.Err != nil {
			return r
		}
	}
	r.hash = p.contentHash(r.file)
	r.found, r.result.Note, r.result.Err = p.readAs(r.file.Name, bytes.NewReader(r.file.Content), r.meta)
	return r
}

// load reads the file and the one beside it.
func (s Source) load() (f File, err error) {
	f.Name = s.name()
	if f.Content, err = contentOf(s.Path, s.Open); err != nil || s.Meta == nil {
		return f, err
	}
	f.MetaName = filepath.Base(s.MetaPath[strings.LastIndex(s.MetaPath, "!")+1:]) // behind the name of an archive
	f.Meta, err = contentOf(s.MetaPath, s.Meta)
	return f, err
}

// metaPath is the path of the file beside, for messages.
func (s Source) metaPath(f File) string {
	if s.MetaPath != "" {
		return s.MetaPath
	}
	return f.MetaName
}

// contentOf reads a file into memory, but no more than the reader would take.
func contentOf(path string, open func() (io.ReadCloser, error)) ([]byte, error) {
	f, err := open()
	if err != nil {
		return nil, err
	}
	defer f.Close()
	content, err := io.ReadAll(io.LimitReader(f, reader.DefaultMaxBytes+1))
	if err != nil {
		return nil, fmt.Errorf("reading %s: %w", path, err)
	}
	return content, nil
}
