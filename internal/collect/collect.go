// Package collect finds the records in files, folders and archives, for the
// pipeline to read.
package collect

import (
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"rapporteur/internal/archive"
	"rapporteur/internal/pipeline"
	"rapporteur/internal/sidecar"
)

// readable are the endings of files that are taken from a folder or an archive;
// packed are those of archives. A file named on the command line is read
// whatever its name, for the format is told by the content.
var (
	readable = []string{".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml", ".docx", ".pdf"}
	packed   = []string{".zip", ".tar.gz", ".tgz"}
)

// Sources lists the files that the paths name, folders with all below them and
// archives with all in them, in the order of their names. What cannot be listed
// is a source that fails; so is an archive that passes the limits.
func Sources(paths []string, most archive.Limits) []pipeline.Source {
	c := collector{most}
	var out []pipeline.Source
	for _, path := range paths {
		info, err := os.Stat(path)
		switch {
		case err != nil:
			out = append(out, failing(path, err))
		case info.IsDir():
			out = append(out, c.below(path)...)
		default:
			out = append(out, c.unpacked(path)...)
		}
	}
	return out
}

// A collector looks into archives within limits.
type collector struct{ most archive.Limits }

// below lists the files in a folder and the folders in it.
func (c collector) below(folder string) []pipeline.Source {
	var out []pipeline.Source
	err := filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			out = append(out, failing(path, err))
			if d != nil && d.IsDir() {
				return fs.SkipDir
			}
		case d.IsDir() && path != folder && strings.HasPrefix(d.Name(), "."):
			return fs.SkipDir
		case d.Type().IsRegular() && ends(path, readable):
			out = append(out, File(path))
		case d.Type().IsRegular() && ends(path, packed):
			out = append(out, c.unpacked(path)...)
		}
		return nil
	})
	if err != nil {
		out = append(out, failing(folder, err))
	}
	if len(out) == 0 {
		out = append(out, failing(folder, fmt.Errorf("%s: no records in this folder (files ending in %s)", folder, strings.Join(slices.Concat(readable, packed), ", "))))
	}
	return out
}

// unpacked lists the records in an archive; a file that is none is one source.
func (c collector) unpacked(path string) []pipeline.Source {
	members, ok, err := archive.ListWithin(path, c.most)
	switch {
	case err != nil:
		return []pipeline.Source{failing(path, err)}
	case !ok:
		return []pipeline.Source{File(path)}
	}
	named := make(map[string]archive.Member, len(members))
	for _, m := range members {
		named[m.Name] = m
	}
	var out []pipeline.Source
	for _, m := range members {
		if !ends(m.Name, readable) && !ends(m.Name, packed) {
			continue
		}
		s := pipeline.Source{Path: path + archive.Separator + m.Name, Name: m.Base(), Open: m.Open}
		for _, name := range sidecar.Names(m.Name) {
			if beside, ok := named[name]; ok {
				s.Meta, s.MetaPath = beside.Open, path+archive.Separator+name
				break
			}
		}
		out = append(out, s)
	}
	if len(out) == 0 {
		out = append(out, failing(path, fmt.Errorf("%s: no records in this archive (files ending in %s)", path, strings.Join(readable, ", "))))
	}
	return out
}

// ends reports whether a file's name has one of the endings.
func ends(path string, endings []string) bool {
	lower := strings.ToLower(path)
	return slices.ContainsFunc(endings, func(e string) bool { return strings.HasSuffix(lower, e) })
}

// File is the source of one file, whatever its name, with the file beside it.
func File(path string) pipeline.Source {
	s := pipeline.Source{Path: path, Open: func() (io.ReadCloser, error) { return os.Open(path) }}
	for _, name := range sidecar.Names(path) {
		if info, err := os.Stat(name); err == nil && info.Mode().IsRegular() {
			s.Meta, s.MetaPath = func() (io.ReadCloser, error) { return os.Open(name) }, name
			break
		}
	}
	return s
}

func failing(path string, err error) pipeline.Source {
	return pipeline.Source{Path: path, Open: func() (io.ReadCloser, error) { return nil, err }}
}
