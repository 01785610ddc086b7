// Package region rewrites the parts of a document that a program writes, and
// leaves the rest, which people write, as it is. A region stands between two
// comments on lines of their own:
//
//	<!-- generated: era -->
//	…
//	<!-- end -->
package region

import (
	"errors"
	"fmt"
	"strings"
)

const (
	mark = "<!-- generated: "
	end  = "<!-- end -->\n"
)

var (
	// ErrMissing says that a document has no such region.
	ErrMissing = errors.New("no such region")
	// ErrOpen says that a region has no end.
	ErrOpen = errors.New("region without end")
)

// Replace returns the document with what stands in the named region replaced by
// text, which ends with a newline or is empty.
func Replace(document, name, text string) (string, error) {
	begin := mark + name + " -->\n"
	before, rest, ok := strings.Cut(document, begin)
	if !ok {
		return "", fmt.Errorf("%w: %s", ErrMissing, name)
	}
	old, after, ok := strings.Cut(rest, end)
	if !ok || strings.Contains(old, mark) {
		return "", fmt.Errorf("%w: %s", ErrOpen, name)
	}
	return before + begin + text + end + after, nil
}
