// Package cursor makes and reads cursors: where in a list the next page begins.
//
// A cursor names the last element of a page, so that what is written between
// two pages neither repeats nor drops an element that was there: the next page
// begins behind that element, wherever it stands by then. It is a text without
// meaning to clients, which works for the list that it was made for and for no
// other.
package cursor

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"errors"
)

// Errors of cursors; they are for people.
var (
	// ErrBad: the text is no cursor, or was changed.
	ErrBad = errors.New("it is no cursor of this server; take it from the link to the next page as it is, or begin without one")
	// ErrOther: the cursor was made for another list.
	ErrOther = errors.New("it belongs to another list; keep all other parameters as they were, or begin without one")
	// ErrGone: the element that the cursor names is not in the list any more.
	ErrGone = errors.New("the list has changed since, and the place is gone; begin again without a cursor")
)

// The parts of a cursor, in bytes.
const (
	version = 1
	sumSize = 8
	size    = 1 + sumSize + 8 + sumSize + sumSize
)

// A Cursor is a place in a list.
type Cursor struct {
	offset int           // of the next element when the cursor was made
	last   [sumSize]byte // of the key of the element before
}

// After returns the text of the cursor behind element offset-1 of a list. List
// is all that makes the list what it is: its address, filters and order. Key
// tells the element from others.
func After(list string, offset int, key string) string {
	b := make([]byte, 0, size)
	b = append(b, version)
	b = append(b, sum(list)...)
	b = binary.BigEndian.AppendUint64(b, uint64(offset))
	b = append(b, sum(key)...)
	b = append(b, sum("cursor", string(b))...)
	return base64.RawURLEncoding.EncodeToString(b)
}

// Parse reads the text of a cursor of a list. The error is ErrBad or ErrOther.
func Parse(list, text string) (Cursor, error) {
	b, err := base64.RawURLEncoding.Strict().DecodeString(text)
	if err != nil || len(b) != size || b[0] != version {
		return Cursor{}, ErrBad
	}
	content, check := b[:size-sumSize], b[size-sumSize:]
	offset := binary.BigEndian.Uint64(content[1+sumSize:])
	if string(check) != string(sum("cursor", string(content))) || offset == 0 || offset > 1<<40 {
		return Cursor{}, ErrBad
	}
	if string(content[1:1+sumSize]) != string(sum(list)) {
		return Cursor{}, ErrOther
	}
	return Cursor{int(offset), [sumSize]byte(content[1+sumSize+8:])}, nil
}

// Behind returns the offset that the cursor was made with, and whether it was made
// behind the element of this key.
func (c Cursor) Behind(key string) (offset int, ok bool) {
	return c.offset, [sumSize]byte(sum(key)) == c.last
}

// Offset returns where the page of the cursor begins in a list of n elements as
// it is now; key gives the key of an element. The error is ErrGone.
func (c Cursor) Offset(n int, key func(int) string) (int, error) {
	if c.offset <= n {
		if at, ok := c.Behind(key(c.offset - 1)); ok {
			return at, nil
		}
	}
	for i := range n {
		if _, ok := c.Behind(key(i)); ok {
			return i + 1, nil
		}
	}
	return 0, ErrGone
}

// sum is a short hash: it keeps cursors apart and tells a slip of the pen. It
// keeps no secret; who makes a cursor up only moves within a list.
func sum(parts ...string) []byte {
	h := sha256.New()
	for _, p := range parts {
		h.Write([]byte(p))
		h.Write([]byte{0})
	}
	return h.Sum(nil)[:sumSize]
}
