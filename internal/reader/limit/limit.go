// Package limit bounds what a file may cost to read. Files come from strangers:
// a small archive can hold terabytes, and a small document a page tree without
// end.
package limit

import (
	"errors"
	"fmt"
	"io"
)

// ErrTooLarge says that a file, or what it unpacks to, passes a limit.
var ErrTooLarge = errors.New("the file is too large")

// ReadAll reads r to its end, but no more than most bytes.
func ReadAll(r io.Reader, most int64) ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(r, most+1))
	if int64(len(data)) > most {
		return nil, fmt.Errorf("%w: more than %d bytes", ErrTooLarge, most)
	}
	return data, err
}
