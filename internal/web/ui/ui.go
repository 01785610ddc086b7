// Package ui holds the explorer: the pages of a browser, which show the graph by
// the public API and nothing else.
//
// Its source, in TypeScript and Svelte, stands beside this file; dist is what
// `npm run build` makes of it. The built files are committed, so that the program
// needs Go alone; `make explorer` builds them anew, and `make test` fails where
// they are not what the source makes.
package ui

import (
	"embed"
	"fmt"
	"io/fs"
	"mime"
	"path"
)

//go:embed dist
var built embed.FS

// shell is the one page: its script shows what the address asks for.
const shell = "index.html"

// A File is a built file as it goes out.
type File struct {
	Type string // media type
	Data []byte
}

// Shell returns the page that every address of the explorer answers with.
func Shell() (File, error) { return open(shell) }

// Asset returns a file that the shell loads by its path below assets. The name of
// such a file changes with its content. Errors are those of [fs.ReadFile].
func Asset(name string) (File, error) { return open(path.Join("assets", path.Clean("/"+name))) }

func open(name string) (File, error) {
	data, err := fs.ReadFile(built, path.Join("dist", name))
	if err != nil {
		return File{}, fmt.Errorf("file of the explorer: %w", err)
	}
	return File{typeOf(name), data}, nil
}

// types are those of built files. They are said here since the system's table,
// which [mime.TypeByExtension] reads, may know other ones or none.
var types = map[string]string{
	".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8", ".svg": "image/svg+xml",
}

func typeOf(name string) string {
	if t, ok := types[path.Ext(name)]; ok {
		return t
	}
	return mime.TypeByExtension(path.Ext(name))
}
