package reader

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// Byte order marks.
const (
	bomUTF8    = "\xef\xbb\xbf"
	bomUTF16LE = "\xff\xfe"
	bomUTF16BE = "\xfe\xff"
)

// decoded is a file's characters and how they were stored.
type decoded struct {
	string
	encoding Encoding
	repaired int
}

// decode reads data as UTF-16 if its mark says so, else as UTF-8.
func decode(data []byte) (decoded, error) {
	switch {
	case len(data) == 0:
		return decoded{}, ErrEmpty
	case bytes.HasPrefix(data, []byte(bomUTF16LE)):
		return decodeUTF16(data[2:], UTF16LE, binary.LittleEndian)
	case bytes.HasPrefix(data, []byte(bomUTF16BE)):
		return decodeUTF16(data[2:], UTF16BE, binary.BigEndian)
	}
	data = bytes.TrimPrefix(data, []byte(bomUTF8))
	if utf8.Valid(data) {
		return checked(decoded{string: string(data), encoding: UTF8})
	}
	return checked(repair(data))
}

// decodeUTF16 reads 16-bit units; an odd last byte is no text.
func decodeUTF16(data []byte, enc Encoding, order binary.ByteOrder) (decoded, error) {
	if len(data)%2 != 0 {
		return decoded{}, fmt.Errorf("%w: %s of odd length", ErrNotText, enc)
	}
	units := make([]uint16, len(data)/2)
	for i := range units {
		units[i] = order.Uint16(data[2*i:])
	}
	return checked(decoded{string: string(utf16.Decode(units)), encoding: enc})
}

// repair reads every byte that is no UTF-8 as Windows-1252. Text in that
// encoding has next to no byte runs that are UTF-8 by chance, and a file of both
// (records are pasted together) keeps what is right in it.
func repair(data []byte) decoded {
	d := decoded{encoding: Windows1252}
	var b strings.Builder
	b.Grow(len(data) + len(data)/8)
	for len(data) > 0 {
		r, n := utf8.DecodeRune(data)
		if r == utf8.RuneError && n == 1 {
			r = charmap.Windows1252.DecodeByte(data[0])
			d.repaired++
		}
		b.WriteRune(r)
		data = data[n:]
	}
	d.string = b.String()
	return d
}

// checked refuses what decoded into control characters and holes rather than
// into text: one character in fifty is more than any record has.
func checked(d decoded) (decoded, error) {
	odd := 0
	for i := 0; i < len(d.string); i++ {
		switch c := d.string[i]; {
		case c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v':
		case c < ' ' || c == 0x7f:
			odd++
		}
	}
	odd += strings.Count(d.string, "\ufffd")
	if odd*50 > len(d.string) {
		return decoded{}, ErrNotText
	}
	return d, nil
}
