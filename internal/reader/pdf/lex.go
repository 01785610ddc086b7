package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"strconv"

	"rapporteur/internal/reader/limit"
)

// The values of a PDF file are nil, bool, float64, name, text, array, dict, ref
// and *stream; content streams have keywords as well.
type (
	name    string
	text    string // of a string: bytes in the encoding of the font
	array   []any
	dict    map[name]any
	keyword string
	ref     struct{ number, generation int }
)

// A stream is a dictionary with bytes.
type stream struct {
	dict   dict
	raw    []byte
	id     ref
	opened bool // unpacked holds its bytes
	bytes  []byte
}

// errSyntax says that a value cannot be read; the object that it is in is
// skipped.
var errSyntax = errors.New("syntax")

// errValues says that a file has more values than it may have.
var errValues = fmt.Errorf("%w: more values than any record has", limit.ErrTooLarge)

// A lexer reads values off data.
type lexer struct {
	data   []byte
	at     int
	depth  int
	values *int // counts down; see limits
}

func isSpace(c byte) bool {
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == 0
}

func isDelimiter(c byte) bool { return bytes.IndexByte([]byte("()<>[]{}/%"), c) >= 0 }

// skipSpace goes to the next value, over comments.
func (l *lexer) skipSpace() {
	for l.at < len(l.data) {
		switch c := l.data[l.at]; {
		case isSpace(c):
			l.at++
		case c == '%':
			for l.at < len(l.data) && l.data[l.at] != '\n' && l.data[l.at] != '\r' {
				l.at++
			}
		default:
			return
		}
	}
}

// done reports whether nothing is left.
func (l *lexer) done() bool {
	l.skipSpace()
	return l.at >= len(l.data)
}

// value reads the next value or keyword; at the end of the data it is nil.
func (l *lexer) value() (any, error) {
	if l.done() {
		return nil, nil
	}
	if *l.values--; *l.values < 0 {
		return nil, errValues
	}
	switch c := l.data[l.at]; {
	case c == '/':
		l.at++
		return l.name(), nil
	case c == '(':
		l.at++
		return l.literal(), nil
	case c == '<':
		l.at++
		if l.at < len(l.data) && l.data[l.at] == '<' {
			l.at++
			return l.dict()
		}
		return l.hex(), nil
	case c == '[':
		l.at++
		return l.array()
	case isDelimiter(c):
		l.at++
		if c == '>' && l.at < len(l.data) && l.data[l.at] == '>' {
			l.at++
			return keyword(">>"), nil
		}
		return keyword(string(c)), nil
	}
	return l.word(), nil
}

// word reads a number or a keyword.
func (l *lexer) word() any {
	start := l.at
	for l.at < len(l.data) && !isSpace(l.data[l.at]) && !isDelimiter(l.data[l.at]) {
		l.at++
	}
	w := l.data[start:l.at]
	if c := w[0]; c >= '0' && c <= '9' || c == '-' || c == '+' || c == '.' {
		if n, ok := number(w); ok {
			return n
		}
	}
	switch string(w) {
	case "true":
		return true
	case "false":
		return false
	case "null":
		return nil
	}
	return keyword(w)
}

// number reads a number; "--5" and "5-3" are met in real files.
func number(w []byte) (float64, bool) {
	negative, i := false, 0
	for i < len(w) && (w[i] == '-' || w[i] == '+') {
		negative = negative || w[i] == '-'
		i++
	}
	n, scale, digits := 0.0, 0.0, 0
	for ; i < len(w); i++ {
		switch c := w[i]; {
		case c >= '0' && c <= '9':
			n = n*10 + float64(c-'0')
			scale *= 10
			digits++
		case c == '.' && scale == 0:
			scale = 1
		case c == '-':
			i = len(w)
		default:
			return 0, false
		}
	}
	if scale > 0 {
		n /= scale
	}
	if negative {
		n = -n
	}
	return n, digits > 0 || scale > 0
}

func (l *lexer) name() name {
	var out []byte
	for l.at < len(l.data) && !isSpace(l.data[l.at]) && !isDelimiter(l.data[l.at]) {
		c := l.data[l.at]
		l.at++
		if c == '#' && l.at+1 < len(l.data) {
			if n, err := strconv.ParseUint(string(l.data[l.at:l.at+2]), 16, 8); err == nil {
				c = byte(n)
				l.at += 2
			}
		}
		out = append(out, c)
	}
	return name(out)
}

// hex reads what follows "<".
func (l *lexer) hex() text {
	var out []byte
	high, half := byte(0), false
	for l.at < len(l.data) {
		c := l.data[l.at]
		l.at++
		if c == '>' {
			break
		}
		d, ok := digit(c)
		if !ok {
			continue
		}
		if half {
			out = append(out, high<<4|d)
		}
		high, half = d, !half
	}
	if half {
		out = append(out, high<<4)
	}
	return text(out)
}

func digit(c byte) (byte, bool) {
	switch {
	case c >= '0' && c <= '9':
		return c - '0', true
	case c|0x20 >= 'a' && c|0x20 <= 'f':
		return c | 0x20 - 'a' + 10, true
	}
	return 0, false
}

// array reads what follows "[".
func (l *lexer) array() (any, error) {
	if l.depth++; l.depth > maxNesting {
		return nil, errSyntax
	}
	defer func() { l.depth-- }()
	var out array
	for !l.done() {
		v, err := l.value()
		if err != nil {
			return nil, err
		}
		if k, ok := v.(keyword); ok {
			switch k {
			case "]":
				return out, nil
			case "R":
				out = withRef(out)
			case ">>", "endobj", "stream":
				return nil, errSyntax
			}
			continue
		}
		out = append(out, v)
	}
	return out, nil
}

// withRef makes a reference of the last two numbers.
func withRef(out array) array {
	n := len(out)
	if n < 2 {
		return out
	}
	number, ok1 := out[n-2].(float64)
	generation, ok2 := out[n-1].(float64)
	if !ok1 || !ok2 {
		return out
	}
	return append(out[:n-2], ref{int(number), int(generation)})
}

// dict reads what follows "<<".
func (l *lexer) dict() (any, error) {
	if l.depth++; l.depth > maxNesting {
		return nil, errSyntax
	}
	defer func() { l.depth-- }()
	var flat array
	for !l.done() {
		v, err := l.value()
		if err != nil {
			return nil, err
		}
		if k, ok := v.(keyword); ok {
			if k == ">>" {
				return pairs(flat), nil
			}
			if k == "R" {
				flat = withRef(flat)
				continue
			}
			return nil, errSyntax
		}
		flat = append(flat, v)
	}
	return nil, errSyntax
}

// pairs makes a dictionary of keys and values in turn.
func pairs(flat array) dict {
	d := make(dict, len(flat)/2)
	for i := 0; i+1 < len(flat); i += 2 {
		if key, ok := flat[i].(name); ok {
			d[key] = flat[i+1]
		}
	}
	return d
}
