package pdf

import (
	"bytes"
	"compress/zlib"
	"encoding/ascii85"
	"errors"
	"io"

	"rapporteur/internal/reader/limit"
)

// bytes returns what a stream holds, unpacked. What is damaged ends early, as
// in other readers; what is packed as no text is ever is empty.
func (f *file) bytes(s *stream) ([]byte, error) {
	if s.opened {
		return s.bytes, nil
	}
	s.opened = true
	data := s.raw
	if f.lock != nil && s.dict["Type"] != name("XRef") {
		data = f.lock.open(data, s.id)
	}
	filters, params := f.list(s.dict["Filter"]), f.list(s.dict["DecodeParms"])
	for i, filter := range filters {
		var d dict
		if i < len(params) {
			d = f.dict(params[i])
		}
		kind, _ := f.resolve(filter).(name)
		var err error
		if data, err = f.unpack(data, kind, d); err != nil {
			return nil, err
		}
	}
	s.bytes = data
	return data, nil
}

// list resolves an array; a single value is one of its own.
func (f *file) list(v any) array {
	switch v := f.resolve(v).(type) {
	case nil:
		return nil
	case array:
		return v
	default:
		return array{v}
	}
}

// unpack undoes one filter.
func (f *file) unpack(data []byte, filter name, params dict) ([]byte, error) {
	var r io.Reader
	switch filter {
	case "FlateDecode", "Fl":
		z, err := zlib.NewReader(bytes.NewReader(data))
		if err != nil {
			return nil, nil
		}
		r = z
	case "LZWDecode", "LZW":
		r = newLZW(data, params["EarlyChange"] != 0.0)
	case "ASCII85Decode", "A85":
		body, _, _ := bytes.Cut(data, []byte("~>"))
		r = ascii85.NewDecoder(bytes.NewReader(bytes.TrimPrefix(bytes.TrimSpace(body), []byte("<~"))))
	case "ASCIIHexDecode", "AHx":
		l := &lexer{data: data}
		return []byte(l.hex()), nil
	case "RunLengthDecode", "RL":
		r = &runLength{data: data}
	default:
		return nil, nil
	}
	out, err := limit.ReadAll(r, int64(f.most.unpacked-f.unpacked))
	if errors.Is(err, limit.ErrTooLarge) {
		return nil, tooLarge("bytes when unpacked", f.most.unpacked)
	}
	f.unpacked += len(out)
	return f.unpredict(out, params), nil
}

// unpredict undoes the prediction of rows of bytes from the rows above (PNG);
// streams of cross-references and objects have it.
func (f *file) unpredict(data []byte, params dict) []byte {
	if f.int(params["Predictor"]) < 10 {
		return data
	}
	columns := max(1, f.int(params["Columns"]))
	width := columns * max(1, f.int(params["Colors"])) * max(8, f.int(params["BitsPerComponent"])) / 8
	if width <= 0 || width > len(data) {
		return data
	}
	out := make([]byte, 0, len(data))
	above := make([]byte, width)
	for len(data) > width {
		kind, row := data[0], bytes.Clone(data[1:width+1])
		data = data[width+1:]
		for i := range row {
			var left, corner byte
			if i > 0 {
				left, corner = row[i-1], above[i-1]
			}
			switch kind {
			case 1:
				row[i] += left
			case 2:
				row[i] += above[i]
			case 3:
				row[i] += byte((int(left) + int(above[i])) / 2)
			case 4:
				row[i] += paeth(left, above[i], corner)
			}
		}
		out = append(out, row...)
		above = row
	}
	return out
}

// paeth is the predictor of that name.
func paeth(a, b, c byte) byte {
	p := int(a) + int(b) - int(c)
	da, db, dc := abs(p-int(a)), abs(p-int(b)), abs(p-int(c))
	switch {
	case da <= db && da <= dc:
		return a
	case db <= dc:
		return b
	}
	return c
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}

// A runLength unpacks runs of equal bytes.
type runLength struct {
	data []byte
	run  []byte // unpacked and not yet read
}

func (r *runLength) Read(p []byte) (int, error) {
	for len(r.run) == 0 {
		if len(r.data) < 2 || r.data[0] == 128 {
			return 0, io.EOF
		}
		n := int(r.data[0])
		if n > 128 {
			r.run, r.data = bytes.Repeat(r.data[1:2], 257-n), r.data[2:]
			continue
		}
		n = min(n+1, len(r.data)-1)
		r.run, r.data = r.data[1:n+1], r.data[n+1:]
	}
	n := copy(p, r.run)
	r.run = r.run[n:]
	return n, nil
}
