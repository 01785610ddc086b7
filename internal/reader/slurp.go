package reader

import (
	"bytes"
	"fmt"
	"io"
)

// chunk is how much is read at a time: enough to be fast, little enough that a
// file without line ends is refused early.
const chunk = 64 << 10

// slurp reads everything and says which format it has, but gives up as soon as
// the first bytes show a format that is not read, a line of text passes the limit
// or the file does.
func slurp(r io.Reader, opts Options) ([]byte, Format, error) {
	var format Format
	maxBytes, maxLine := opts.MaxBytes, opts.MaxLine
	if maxBytes <= 0 {
		maxBytes = DefaultMaxBytes
	}
	if maxLine <= 0 {
		maxLine = DefaultMaxLine
	}
	data := make([]byte, 0, chunk)
	line := 0 // bytes since the last line end
	for first := true; ; first = false {
		data = grow(data)
		end := min(len(data)+chunk, cap(data))
		n, err := io.ReadFull(r, data[len(data):end])
		fresh := data[len(data) : len(data)+n]
		data = data[:len(data)+n]
		if first {
			var err error
			if format, err = sniff(data); err != nil {
				return nil, "", err
			}
		}
		if len(data) > maxBytes {
			return nil, "", fmt.Errorf("%w: more than %d bytes", ErrTooLarge, maxBytes)
		}
		if line = longest(line, fresh, maxLine); line > maxLine && format == Text {
			return nil, "", fmt.Errorf("%w: more than %d bytes without a line end", ErrTooLong, maxLine)
		}
		switch err {
		case nil:
		case io.EOF, io.ErrUnexpectedEOF:
			return data, format, nil
		default:
			return nil, "", err
		}
	}
}

// grow returns data with room for a chunk.
func grow(data []byte) []byte {
	if cap(data)-len(data) >= chunk {
		return data
	}
	wider := make([]byte, len(data), 2*cap(data)+chunk)
	copy(wider, data)
	return wider
}

// longest carries the length of the open line over fresh bytes, or returns a
// number above limit as soon as a line passes it.
func longest(open int, fresh []byte, limit int) int {
	for {
		i := bytes.IndexAny(fresh, "\n\r\f")
		if i < 0 {
			return open + len(fresh)
		}
		if open+i > limit {
			return open + i
		}
		open, fresh = 0, fresh[i+1:]
	}
}
