package main

import (
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"rapporteur/internal/pipeline"
)

// readable are the endings of files that are taken from a folder. A file named
// on the command line is read whatever its name.
var readable = []string{".txt", ".text", ".md", ".markdown"}

// sources lists the files that the paths name, folders with all below them, in
// the order of their names. A path that cannot be listed is a source that fails.
func sources(paths []string) []pipeline.Source {
	var out []pipeline.Source
	for _, path := range paths {
		info, err := os.Stat(path)
		switch {
		case err != nil:
			out = append(out, failing(path, err))
		case info.IsDir():
			out = append(out, below(path)...)
		default:
			out = append(out, fileSource(path))
		}
	}
	return out
}

func below(folder string) []pipeline.Source {
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
		case d.Type().IsRegular() && slices.Contains(readable, strings.ToLower(filepath.Ext(path))):
			out = append(out, fileSource(path))
		}
		return nil
	})
	if err != nil {
		out = append(out, failing(folder, err))
	}
	if len(out) == 0 {
		out = append(out, failing(folder, fmt.Errorf("%s: no records in this folder (files ending in %s)", folder, strings.Join(readable, ", "))))
	}
	return out
}

func fileSource(path string) pipeline.Source {
	return pipeline.Source{Path: path, Open: func() (io.ReadCloser, error) { return os.Open(path) }}
}

func failing(path string, err error) pipeline.Source {
	return pipeline.Source{Path: path, Open: func() (io.ReadCloser, error) { return nil, err }}
}
