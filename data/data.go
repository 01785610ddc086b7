// Package data embeds what the program knows: lexicons, rules and the sample
// records. README.md says where each file comes from.
package data

import (
	"embed"
	"io/fs"
)

//go:embed lexicon/*.tsv rules/*.yaml
var files embed.FS

// Lexicon returns the folder of built-in lexicon files.
func Lexicon() fs.FS { return sub("lexicon") }

// Rules returns the folder of built-in rule files.
func Rules() fs.FS { return sub("rules") }

func sub(dir string) fs.FS {
	f, err := fs.Sub(files, dir)
	if err != nil {
		panic(err) // dir is a constant and valid
	}
	return f
}
