// Package hypertext reads the text of HTML pages as lines: one for each
// paragraph, heading, item of a list, cell of a table and forced line break.
//
// What surrounds a document on a site (navigation, scripts, forms, banners) is
// left out; numbers that a browser would put before the items of lists, and
// raised figures of footnote marks, are put back.
package hypertext

import (
	"bytes"
	"errors"
	"fmt"

	"golang.org/x/net/html"

	"rapporteur/internal/reader/line"
)

// ErrDamaged says that a page cannot be read; elements nested without end are
// the only way to get there, for HTML forgives everything else.
var ErrDamaged = errors.New("the HTML cannot be read")

// Read returns the lines of a page in UTF-8. They are numbered in their order.
func Read(page []byte) ([]line.Line, error) {
	root, err := html.Parse(bytes.NewReader(page))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	w := &writer{}
	w.children(content(root), style{})
	w.endLine()
	return line.Number(w.lines), nil
}
