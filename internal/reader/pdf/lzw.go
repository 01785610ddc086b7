package pdf

import "io"

// An lzw unpacks the LZW of PDF, which changes the width of its codes one code
// earlier than that of compress/lzw. Files of the 1990s have it.
type lzw struct {
	data  []byte
	early int
	bits  uint // of the open code word
	have  uint // number of bits
	width uint
	table [][]byte // from code 258
	last  []byte
	run   []byte
}

const (
	lzwClear = 256
	lzwEnd   = 257
	lzwFirst = 258
)

func newLZW(data []byte, early bool) *lzw {
	z := &lzw{data: data, width: 9}
	if early {
		z.early = 1
	}
	return z
}

func (z *lzw) Read(p []byte) (int, error) {
	for len(z.run) == 0 {
		code, ok := z.code()
		if !ok || code == lzwEnd {
			return 0, io.EOF
		}
		if code == lzwClear {
			z.table, z.last, z.width = z.table[:0], nil, 9
			continue
		}
		if z.run = z.expand(code); z.run == nil {
			return 0, io.ErrUnexpectedEOF
		}
	}
	n := copy(p, z.run)
	z.run = z.run[n:]
	return n, nil
}

// code reads the next code.
func (z *lzw) code() (int, bool) {
	for z.have < z.width {
		if len(z.data) == 0 {
			return 0, false
		}
		z.bits = z.bits<<8 | uint(z.data[0])
		z.have += 8
		z.data = z.data[1:]
	}
	z.have -= z.width
	code := z.bits >> z.have
	z.bits &= 1<<z.have - 1
	return int(code), true
}

// expand returns what a code stands for and notes the next one; nil for a code
// that is not there.
func (z *lzw) expand(code int) []byte {
	var out []byte
	switch {
	case code < lzwClear:
		out = []byte{byte(code)}
	case code-lzwFirst < len(z.table):
		out = z.table[code-lzwFirst]
	case code-lzwFirst == len(z.table) && z.last != nil:
		out = append(append([]byte(nil), z.last...), z.last[0])
	default:
		return nil
	}
	if z.last != nil && len(z.table) < 4096-lzwFirst {
		z.table = append(z.table, append(append([]byte(nil), z.last...), out[0]))
	}
	z.last = out
	for z.width < 12 && len(z.table)+lzwFirst+z.early >= 1<<z.width {
		z.width++
	}
	return out
}
