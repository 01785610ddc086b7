package gizmo

import (
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/dop251/goja/ast"
	"github.com/dop251/goja/parser"
)

// What a source text may hold at most. The parser works by recursion and without
// limits of its own, so size and nesting are looked at before it starts.
const (
	MaxSource  = 16 << 10 // bytes
	MaxNesting = 64       // brackets within brackets
	MaxCalls   = 512      // calls of methods and functions
	MaxSteps   = 2048     // steps of all paths, after Follow, And and the like are written out
)

// parse reads src without running anything and without touching the file system.
func parse(src string) (prog *ast.Program, err error) {
	if err := checkSource(src); err != nil {
		return nil, err
	}
	defer func() {
		if r := recover(); r != nil { // the parser is not ours
			prog, err = nil, &Error{Construct: "syntax", Message: fmt.Sprint("the text cannot be read: ", r)}
		}
	}()
	// A source map comment would make the parser open the file that it names.
	prog, err = parser.ParseFile(nil, "", src, parser.IgnoreRegExpErrors, parser.WithDisableSourceMaps)
	if err != nil {
		return nil, syntaxError(err)
	}
	return prog, nil
}

func syntaxError(err error) *Error {
	e := &Error{Construct: "syntax", Message: err.Error()}
	var list parser.ErrorList
	if errors.As(err, &list) && len(list) > 0 {
		first := list[0]
		e.Line, e.Column, e.Message = first.Position.Line, first.Position.Column, first.Message
	}
	return e
}

func checkSource(src string) error {
	if len(src) > MaxSource {
		return &Error{Construct: "source", Message: fmt.Sprintf("%d bytes are more than the %d that a query may have", len(src), MaxSource),
			Hint: "ask in several queries"}
	}
	if !utf8.ValidString(src) {
		return &Error{Construct: "source", Message: "the text is not valid UTF-8"}
	}
	if at := tooDeep(src); at >= 0 {
		line, col := place(src, at)
		return &Error{Line: line, Column: col, Construct: "source", Message: fmt.Sprintf("more than %d brackets within brackets", MaxNesting),
			Hint: "name a part with var and use the name"}
	}
	return nil
}

// tooDeep returns the offset of the first bracket that is nested too deep, or -1.
// Brackets in strings and comments do not count.
func tooDeep(src string) int {
	depth := 0
	for i := 0; i < len(src); i++ {
		switch src[i] {
		case '(', '[', '{':
			if depth++; depth > MaxNesting {
				return i
			}
		case ')', ']', '}':
			depth--
		case '"', '\'':
			i = stringEnd(src, i)
		case '/':
			i = commentEnd(src, i)
		}
	}
	return -1
}

// stringEnd returns the offset of the quote that closes the string which opens
// at i, or of the line's end where none does.
func stringEnd(src string, i int) int {
	quote := src[i]
	for i++; i < len(src); i++ {
		switch src[i] {
		case '\\':
			i++
		case quote, '\n':
			return i
		}
	}
	return i
}

// commentEnd returns the offset of the last byte of the comment that opens at i,
// or i where none does.
func commentEnd(src string, i int) int {
	end := ""
	switch rest := src[i:]; {
	case strings.HasPrefix(rest, "//"):
		end = "\n"
	case strings.HasPrefix(rest, "/*"):
		end = "*/"
	default:
		return i
	}
	n := strings.Index(src[i+2:], end)
	if n < 0 {
		return len(src)
	}
	return i + 2 + n + len(end) - 1
}

// place returns the line and column, in characters from 1, of a byte offset.
func place(src string, offset int) (line, col int) {
	offset = min(max(offset, 0), len(src))
	before := src[:offset]
	start := strings.LastIndexByte(before, '\n') + 1
	return strings.Count(before, "\n") + 1, utf8.RuneCountInString(before[start:]) + 1
}
