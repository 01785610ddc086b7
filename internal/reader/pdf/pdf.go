// Package pdf reads which text stands where on the pages of a PDF file.
//
// It reads text and nothing else: no graphics, no forms, no scanned images. It
// trusts nothing that a file says of itself. Objects are found by going through
// the file once, not by the cross-reference table, so that tables that are
// broken, go in circles or claim billions of entries make no difference; every
// stream is unpacked once at most; and what all of a file unpacks to is bounded.
package pdf

import (
	"errors"
	"fmt"

	"rapporteur/internal/reader/layout"
	"rapporteur/internal/reader/limit"
)

// Errors that Read wraps with what was found.
var (
	ErrDamaged   = errors.New("the PDF is damaged")
	ErrEncrypted = errors.New("the PDF is encrypted")
)

// limits bound what a file may cost, each for all of its pages together.
type limits struct {
	unpacked  int // bytes of streams
	values    int // numbers, names, strings … of objects
	pages     int
	fonts     int
	operators int
	shown     int // values that operators are given
	glyphs    int // characters drawn
}

// usual are the limits of a file. A long record has 30 pages and unpacks to 3 MB.
var usual = limits{unpacked: 64 << 20, values: 4 << 20, pages: 5_000, fonts: 2_000, operators: 8 << 20, shown: 32 << 20, glyphs: 16 << 20}

const (
	maxNesting = 60 // of arrays and dictionaries, and of forms within forms
)

// Read returns the pages of a file in their order.
func Read(data []byte) ([]layout.Page, error) { return read(data, usual) }

func read(data []byte, most limits) ([]layout.Page, error) {
	f, err := open(data, most)
	if err != nil {
		return nil, err
	}
	leaves, err := f.pages()
	if err != nil {
		return nil, err
	}
	r := &renderer{file: f, fonts: make(map[ref]*font), values: most.shown}
	pages := make([]layout.Page, 0, len(leaves))
	for _, leaf := range leaves {
		fragments, err := r.page(leaf)
		if err != nil {
			return nil, err
		}
		pages = append(pages, layout.Page{Fragments: fragments})
	}
	return pages, nil
}

// tooLarge says which limit a file passes.
func tooLarge(what string, most int) error {
	return fmt.Errorf("%w: more than %d %s", limit.ErrTooLarge, most, what)
}
