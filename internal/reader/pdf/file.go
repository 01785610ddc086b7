package pdf

import (
	"bytes"
	"errors"
	"fmt"

	"rapporteur/internal/reader/limit"
)

// A file is all objects of a PDF.
type file struct {
	most     limits
	objects  map[int]entry
	root     dict
	values   int // how many more may be read
	unpacked int // bytes of streams so far
	lock     *lock
}

// An entry is an object and where the file has it: of several with one number
// the last is meant.
type entry struct {
	value any
	at    int
}

// open reads the objects of a file.
func open(data []byte, most limits) (*file, error) {
	f := &file{objects: make(map[int]entry), most: most, values: most.values}
	streams, err := f.scan(data)
	if err != nil {
		return nil, err
	}
	trailer := f.trailer(data, streams)
	if f.lock, err = f.unlock(trailer); err != nil {
		return nil, err
	}
	for _, s := range streams {
		if s.stream.dict["Type"] == name("ObjStm") {
			if err := f.unpackObjects(s); err != nil {
				return nil, err
			}
		}
	}
	f.root, _ = f.resolve(trailer["Root"]).(dict)
	if f.root["Pages"] == nil {
		f.root = f.catalog()
	}
	if f.root == nil {
		return nil, fmt.Errorf("%w: it has no pages", ErrDamaged)
	}
	return f, nil
}

// A placed stream is one and where the file has it.
type placed struct {
	stream *stream
	at     int
}

var (
	objectMark    = []byte("obj")
	endStreamMark = []byte("endstream")
	trailerMark   = []byte("trailer")
)

// scan goes through the file and reads every object that it finds. What cannot
// be read is passed over.
func (f *file) scan(data []byte) ([]placed, error) {
	var streams []placed
	for at := 0; ; {
		n := bytes.Index(data[at:], objectMark)
		if n < 0 {
			return streams, nil
		}
		at += n + len(objectMark)
		id, ok := idBefore(data, at-len(objectMark))
		if !ok {
			continue
		}
		value, end, err := f.object(data, at, id)
		if errors.Is(err, limit.ErrTooLarge) {
			return nil, err
		}
		if err != nil {
			continue
		}
		f.objects[id.number] = entry{value, at}
		if s, ok := value.(*stream); ok {
			streams = append(streams, placed{s, at})
			at = end
		}
	}
}

// idBefore reads "12 0 " in front of "obj".
func idBefore(data []byte, at int) (ref, bool) {
	generation, at, ok := intBefore(data, at)
	if !ok {
		return ref{}, false
	}
	number, _, ok := intBefore(data, at)
	return ref{number, generation}, ok
}

// intBefore reads a number backwards, with the space behind it.
func intBefore(data []byte, at int) (n, start int, ok bool) {
	end := at
	for end > 0 && isSpace(data[end-1]) {
		end--
	}
	start = end
	for start > 0 && end-start < 9 && data[start-1] >= '0' && data[start-1] <= '9' {
		start--
	}
	if end == at || start == end {
		return 0, 0, false
	}
	for _, c := range data[start:end] {
		n = n*10 + int(c-'0')
	}
	return n, start, true
}

// object reads the value behind "obj", and where a stream ends.
func (f *file) object(data []byte, at int, id ref) (any, int, error) {
	l := &lexer{data: data, at: at, values: &f.values}
	value, err := l.value()
	if err != nil {
		return nil, at, err
	}
	switch v := value.(type) {
	case keyword:
		return nil, l.at, nil
	case float64: // "12 0 R" is all of it
		rest := *l
		if g, _ := rest.value(); g != nil {
			if k, _ := rest.value(); k == keyword("R") {
				generation, _ := g.(float64)
				return ref{int(v), int(generation)}, rest.at, nil
			}
		}
	case dict:
		l.skipSpace()
		if bytes.HasPrefix(data[l.at:], []byte("stream")) {
			return f.stream(data, l.at+len("stream"), v, id)
		}
	}
	return value, l.at, nil
}

// stream finds the bytes behind "stream": as many as the dictionary says if
// that is true, else up to "endstream".
func (f *file) stream(data []byte, at int, d dict, id ref) (any, int, error) {
	if bytes.HasPrefix(data[at:], []byte("\r\n")) {
		at += 2
	} else if at < len(data) && (data[at] == '\n' || data[at] == '\r') {
		at++
	}
	s := &stream{dict: d, id: id}
	if length, ok := d["Length"].(float64); ok && length >= 0 && int(length) <= len(data)-at {
		end := at + int(length)
		if bytes.HasPrefix(bytes.TrimLeft(data[end:min(end+20, len(data))], "\r\n "), endStreamMark) {
			s.raw = data[at:end]
			return s, end, nil
		}
	}
	n := bytes.Index(data[at:], endStreamMark)
	if n < 0 {
		n = len(data) - at
	}
	s.raw = data[at : at+n]
	return s, at + n, nil
}

// trailer gathers the dictionaries that say where the catalogue is; the last
// one counts.
func (f *file) trailer(data []byte, streams []placed) dict {
	out := dict{}
	add := func(d dict) {
		for _, key := range []name{"Root", "Encrypt", "ID"} {
			if v, ok := d[key]; ok {
				out[key] = v
			}
		}
	}
	for _, s := range streams {
		if s.stream.dict["Type"] == name("XRef") {
			add(s.stream.dict)
		}
	}
	for at := 0; ; {
		n := bytes.Index(data[at:], trailerMark)
		if n < 0 {
			return out
		}
		at += n + len(trailerMark)
		l := &lexer{data: data, at: at, values: &f.values}
		if v, err := l.value(); err == nil {
			if d, ok := v.(dict); ok {
				add(d)
			}
		}
	}
}

// catalog finds the catalogue where no trailer leads to it.
func (f *file) catalog() dict {
	best := -1
	var out dict
	for _, e := range f.objects {
		if d, ok := e.value.(dict); ok && e.at > best && d["Type"] == name("Catalog") && d["Pages"] != nil {
			best, out = e.at, d
		}
	}
	return out
}

// unpackObjects reads the objects in an object stream.
func (f *file) unpackObjects(s placed) error {
	data, err := f.bytes(s.stream)
	if err != nil {
		return err
	}
	count, first := f.int(s.stream.dict["N"]), f.int(s.stream.dict["First"])
	if first < 0 || first > len(data) {
		return nil
	}
	index := &lexer{data: data[:first], values: &f.values}
	for range max(0, count) {
		number, err := index.value()
		if err != nil {
			return err
		}
		offset, err := index.value()
		if err != nil {
			return err
		}
		n, ok1 := number.(float64)
		at, ok2 := offset.(float64)
		if !ok1 || !ok2 {
			return nil
		}
		if old, ok := f.objects[int(n)]; ok && old.at > s.at || at < 0 || int(at) > len(data)-first {
			continue
		}
		l := &lexer{data: data, at: first + int(at), values: &f.values}
		value, err := l.value()
		switch {
		case errors.Is(err, limit.ErrTooLarge):
			return err
		case err == nil:
			f.objects[int(n)] = entry{value, s.at}
		}
	}
	return nil
}

// resolve follows references to a value.
func (f *file) resolve(v any) any {
	for range 16 {
		r, ok := v.(ref)
		if !ok {
			return v
		}
		v = f.objects[r.number].value
	}
	return nil
}

// int resolves a number, 0 for what is none.
func (f *file) int(v any) int {
	n, _ := f.resolve(v).(float64)
	return int(n)
}

// dict resolves a dictionary, or that of a stream; nil for what is none.
func (f *file) dict(v any) dict {
	switch v := f.resolve(v).(type) {
	case dict:
		return v
	case *stream:
		return v.dict
	}
	return nil
}
