package pipeline

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"
)

// A File is all that a record was read from.
type File struct {
	Name     string // its own, which may tell the symbol
	Content  []byte
	MetaName string // of the file beside it, "" for none
	Meta     []byte
}

// Key identifies the file by what it holds, what it is called and what stands
// beside it: 64 hexadecimal digits.
func (f File) Key() string {
	h := sha256.New()
	fmt.Fprintf(h, "%q %d\n", f.Name, len(f.Content))
	h.Write(f.Content)
	if len(f.Meta) > 0 {
		h.Write(f.Meta)
	}
	return hex.EncodeToString(h.Sum(nil))
}

// KeyOf returns the Key of the file that a record with this content hash was read
// from, "" where the hash does not tell. A content hash is the key, a dash, and
// what tells by which program and knowledge the file was read.
func KeyOf(contentHash string) string {
	key, _, ok := strings.Cut(contentHash, "-")
	if !ok {
		return ""
	}
	return key
}

// contentHash is that of a record read from a file.
func (p *Pipeline) contentHash(f File) string { return f.Key() + "-" + p.fingerprint }

// A Keeper is a Store that keeps the files of its records as well, so that they
// can be read again. Keep is called before Replace; a record that is not replaced
// after all leaves a file that is of no use.
type Keeper interface {
	Keep(ctx context.Context, f File) error
}
