package graph

import (
	"errors"
	"fmt"
	"math"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/cayleygraph/quad"

	"rapporteur/schema"
)

// ParseNQuad reads one line of N-Quads, as [ReadNQuads] does; ok is false for a
// line without a quad. It does not check that the graph can hold the quad.
func ParseNQuad(line string) (q quad.Quad, ok bool, err error) {
	p := lineParser{rest: line}
	if p.space(); p.end() {
		return q, false, nil
	}
	for _, term := range []struct {
		name string
		to   *quad.Value
	}{{"subject", &q.Subject}, {"predicate", &q.Predicate}, {"object", &q.Object}, {"label", &q.Label}} {
		if *term.to, err = p.term(); err != nil {
			return q, false, fmt.Errorf("%s: %w", term.name, err)
		}
		p.space()
	}
	if !p.take(".") {
		return q, false, fmt.Errorf("no full stop at %.20q", p.rest)
	}
	if p.space(); !p.end() {
		return q, false, fmt.Errorf("%.20q behind the full stop", p.rest)
	}
	return q, true, nil
}

// A lineParser reads terms off the front of rest.
type lineParser struct{ rest string }

func (p *lineParser) space() { p.rest = strings.TrimLeft(p.rest, " \t") }

func (p *lineParser) end() bool { return p.rest == "" || p.rest[0] == '#' }

func (p *lineParser) take(token string) bool {
	rest, ok := strings.CutPrefix(p.rest, token)
	p.rest = rest
	return ok
}

func (p *lineParser) term() (quad.Value, error) {
	switch {
	case p.take("<"):
		return p.iri()
	case p.take(`"`):
		return p.literal()
	case p.take("_:"):
		return nil, errors.New("blank nodes have no lasting name and are not kept")
	}
	return nil, fmt.Errorf("no term at %.20q", p.rest)
}

// iri reads an IRI behind its opening bracket and shortens it.
func (p *lineParser) iri() (quad.IRI, error) {
	full, err := p.quoted('>', false)
	if err != nil {
		return "", err
	}
	return quad.IRI(schema.Shorten(full)), nil
}

// literal reads a literal behind its opening quotation mark.
func (p *lineParser) literal() (quad.Value, error) {
	text, err := p.quoted('"', true)
	if err != nil {
		return nil, err
	}
	if p.take("@") {
		end := strings.IndexAny(p.rest+" ", " \t.<#")
		tag := p.rest[:end]
		p.rest = p.rest[end:]
		return quad.LangString{Value: quad.String(text), Lang: tag}, nil
	}
	if !p.take("^^") {
		return quad.String(text), nil
	}
	if !p.take("<") {
		return nil, errors.New("no datatype behind ^^")
	}
	datatype, err := p.iri()
	if err != nil {
		return nil, err
	}
	return typed(text, datatype)
}

// typed returns the Go value of a literal where there is one.
func typed(text string, datatype quad.IRI) (quad.Value, error) {
	var v quad.Value
	var err error
	switch datatype {
	case xsdString:
		v = quad.String(text)
	case xsdInteger:
		var n int64
		n, err = strconv.ParseInt(text, 10, 64)
		v = quad.Int(n)
	case xsdBoolean:
		v, err = boolean(text)
	case xsdDecimal:
		v, err = decimal(text)
	default:
		v = quad.TypedString{Value: quad.String(text), Type: datatype}
	}
	if err != nil {
		return nil, fmt.Errorf("%q is no %s", text, string(datatype))
	}
	return v, nil
}

// boolean reads one of the four forms of an xsd:boolean.
func boolean(text string) (quad.Value, error) {
	switch text {
	case "true", "1":
		return quad.Bool(true), nil
	case "false", "0":
		return quad.Bool(false), nil
	}
	return nil, strconv.ErrSyntax
}

// decimal reads a number without exponent.
func decimal(text string) (quad.Value, error) {
	if strings.Trim(text, "+-.0123456789") != "" {
		return nil, strconv.ErrSyntax
	}
	f, err := strconv.ParseFloat(text, 64)
	if f == 0 {
		f = math.Abs(f)
	}
	return quad.Float(f), err
}

// quoted reads up to the closing character and resolves escapes: \uXXXX and
// \UXXXXXXXX, and in literals those of one letter.
func (p *lineParser) quoted(closing byte, letters bool) (string, error) {
	var b strings.Builder
	for i := 0; i < len(p.rest); i++ {
		switch c := p.rest[i]; c {
		case closing:
			p.rest = p.rest[i+1:]
			return b.String(), nil
		case '\\':
			r, size, err := unescape(p.rest[i+1:], letters)
			if err != nil {
				return "", err
			}
			b.WriteRune(r)
			i += size
		default:
			b.WriteByte(c)
		}
	}
	return "", fmt.Errorf("no closing %c", closing)
}

// unescape reads an escape behind its backslash and returns how many bytes it takes.
func unescape(s string, letters bool) (r rune, size int, err error) {
	if s == "" {
		return 0, 0, errors.New("backslash at the end")
	}
	digits := 0
	switch s[0] {
	case 'u':
		digits = 4
	case 'U':
		digits = 8
	default:
		if i := strings.IndexByte(`btnfr"'\`, s[0]); letters && i >= 0 {
			return rune("\b\t\n\f\r\"'\\"[i]), 1, nil
		}
		return 0, 0, fmt.Errorf("unknown escape \\%c", s[0])
	}
	if len(s) < 1+digits {
		return 0, 0, errors.New("escape cut short")
	}
	code, err := strconv.ParseUint(s[1:1+digits], 16, 32)
	if err != nil || !utf8.ValidRune(rune(code)) {
		return 0, 0, fmt.Errorf("escape \\%s is no character", s[:1+digits])
	}
	return rune(code), 1 + digits, nil
}
