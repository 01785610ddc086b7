package graph

import (
	"errors"
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/cayleygraph/quad"

	"rapporteur/schema"
)

// The datatypes that have a Go form of their own in quads.
const (
	xsdString  = "xsd:string"
	xsdInteger = "xsd:integer"
	xsdDecimal = "xsd:decimal"
	xsdBoolean = "xsd:boolean"
)

// nativeTypes are written as Go values or not at all, so that a value has one
// form only. A double or a float would read back as a decimal, a time would
// lose its fraction.
var nativeTypes = regexp.MustCompile(`^xsd:(string|boolean|decimal|double|float|dateTime|integer|int|long)$`)

var languageTag = regexp.MustCompile(`^[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*$`)

// appendNode appends an IRI, expanded.
func appendNode(dst []byte, v quad.Value) ([]byte, error) {
	switch v := v.(type) {
	case nil:
		return nil, errors.New("missing")
	case quad.IRI:
		full, err := expand(string(v))
		if err != nil {
			return nil, err
		}
		dst = append(dst, '<')
		dst = append(dst, full...)
		return append(dst, '>'), nil
	}
	return nil, fmt.Errorf("%T is no IRI", v)
}

// expand checks a short IRI and returns the full one.
func expand(short string) (string, error) {
	if err := checkIRI(short); err != nil {
		return "", err
	}
	full, err := schema.Expand(short)
	if err != nil {
		return "", err
	}
	if best := schema.Shorten(short); best != short {
		return "", fmt.Errorf("IRI %q must be written %q", short, best)
	}
	return full, nil
}

// checkIRI checks that an IRI, short or full, names something, and its characters.
func checkIRI(iri string) error {
	if iri == "" {
		return errors.New("empty IRI")
	}
	if _, name, ok := strings.Cut(iri, ":"); ok && (name == "" || name[0] == '#') {
		return fmt.Errorf("IRI %q: no name behind the colon", iri)
	}
	if !utf8.ValidString(iri) {
		return fmt.Errorf("IRI %q: not UTF-8", iri)
	}
	for i, r := range iri {
		if !inIRI(r) {
			return fmt.Errorf("IRI %q: cannot hold %q", iri, r)
		}
		if r == '%' && !(len(iri) > i+2 && isHex(iri[i+1]) && isHex(iri[i+2])) {
			return fmt.Errorf("IRI %q: %% without two hex digits", iri)
		}
	}
	return nil
}

func isHex(c byte) bool { return strings.IndexByte("0123456789abcdefABCDEF", c) >= 0 }

// appendObject appends an IRI or a literal.
func appendObject(dst []byte, v quad.Value) ([]byte, error) {
	switch v := v.(type) {
	case quad.String:
		return appendText(dst, string(v))
	case quad.LangString:
		if !languageTag.MatchString(v.Lang) {
			return nil, fmt.Errorf("language tag %q", v.Lang)
		}
		dst, err := appendText(dst, string(v.Value))
		dst = append(dst, '@')
		return append(dst, v.Lang...), err
	case quad.TypedString:
		if nativeTypes.MatchString(string(v.Type)) {
			return nil, fmt.Errorf("literal of type %s: must be a Go value", v.Type)
		}
		return appendTyped(dst, string(v.Value), string(v.Type))
	case quad.Int:
		return appendTyped(dst, strconv.FormatInt(int64(v), 10), xsdInteger)
	case quad.Bool:
		return appendTyped(dst, strconv.FormatBool(bool(v)), xsdBoolean)
	case quad.Float:
		f := float64(v)
		if math.IsInf(f, 0) || math.IsNaN(f) || f == 0 && math.Signbit(f) {
			return nil, fmt.Errorf("number %v has no decimal form", f)
		}
		return appendTyped(dst, strconv.FormatFloat(f, 'f', -1, 64), xsdDecimal)
	}
	return appendNode(dst, v)
}

func appendTyped(dst []byte, text, datatype string) ([]byte, error) {
	dst, err := appendText(dst, text)
	if err != nil {
		return nil, err
	}
	return appendNode(append(dst, '^', '^'), quad.IRI(datatype))
}

// appendText appends a quoted text with the escapes of canonical N-Quads.
func appendText(dst []byte, text string) ([]byte, error) {
	if !utf8.ValidString(text) {
		return nil, fmt.Errorf("text %.80q: not UTF-8", text)
	}
	if strings.IndexByte(text, 0) >= 0 {
		return nil, fmt.Errorf("text %.80q: holds a NUL", text)
	}
	dst = append(dst, '"')
	for _, r := range text {
		switch r {
		case '"', '\\':
			dst = append(dst, '\\', byte(r))
		case '\b':
			dst = append(dst, '\\', 'b')
		case '\t':
			dst = append(dst, '\\', 't')
		case '\n':
			dst = append(dst, '\\', 'n')
		case '\f':
			dst = append(dst, '\\', 'f')
		case '\r':
			dst = append(dst, '\\', 'r')
		default:
			if r < ' ' || r == 0x7F || r == 0xFFFE || r == 0xFFFF {
				dst = fmt.Appendf(dst, "\\u%04X", r)
			} else {
				dst = utf8.AppendRune(dst, r)
			}
		}
	}
	return append(dst, '"'), nil
}
