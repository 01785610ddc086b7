// Package docx reads the text of Word documents as lines: one for each
// paragraph, cell and forced line break, in the order of reading.
//
// The numbers that Word counts by itself (numbered paragraphs, lists, AUTONUM
// fields) are put back into the text. Tracked changes are taken as accepted:
// what was inserted stays and what was deleted goes. Footnotes, comments, hidden
// text and footers are left out; the headers of the first section stand first,
// because the symbol may be nowhere else.
package docx

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"strings"

	"rapporteur/internal/reader/line"
)

// Errors that Read wraps.
var (
	ErrDamaged = errors.New("the Word document is damaged")
	ErrNotWord = errors.New("a zip archive without a Word document in it")
)

// Read returns the lines of a document. They are numbered in their order. What
// it unpacks to is bounded; see package limit for the error.
func Read(data []byte) ([]line.Line, error) { return read(data, maxPart) }

func read(data []byte, most int64) ([]line.Line, error) {
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	p := newParts(archive, most)
	main := p.mainPart()
	if p.files[main] == nil {
		return nil, ErrNotWord
	}
	styles, err := readStyles(p)
	if err != nil {
		return nil, err
	}
	numbers, err := readNumbering(p)
	if err != nil {
		return nil, err
	}
	numbers.link(styles)
	d := &document{styles: styles, numbers: numbers}
	if err := d.read(p, main); err != nil {
		return nil, err
	}
	lines := append(headers(p, main, d), d.lines...)
	return line.Number(lines), nil
}

// headers reads the headers of the first section, each line once. A header that
// cannot be read is no loss.
func headers(p *parts, main string, d *document) []line.Line {
	var out []line.Line
	seen := make(map[string]bool)
	for _, id := range d.headerIDs {
		h := &document{styles: d.styles, numbers: d.numbers}
		if h.read(p, p.target(main, id)) != nil {
			continue
		}
		for _, l := range h.lines {
			if !seen[l.Text] && strings.ContainsAny(strings.ToLower(l.Text), "abcdefghijklmnopqrstuvwxyz") {
				seen[l.Text] = true
				out = append(out, l)
			}
		}
	}
	return out
}
