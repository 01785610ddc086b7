package results

import (
	"bytes"
	"encoding/json"
	"fmt"
	"unicode/utf8"

	"rapporteur/queries/gizmo"
)

// appendRow appends a row as an object: name writes the names of its columns, cell
// what is in them.
func appendRow(b []byte, columns []string, row gizmo.Row, o Options,
	name func([]byte, string) []byte, cell func([]byte, Cell, Options) []byte) []byte {
	b = append(b, '{')
	first := true
	for _, column := range columns {
		v, ok := row[column]
		if !ok {
			continue
		}
		if !first {
			b = append(b, ',')
		}
		first = false
		b = append(name(b, column), ':')
		b = cell(b, CellOf(v), o)
	}
	return append(b, '}')
}

func appendName(b []byte, column string) []byte { return appendText(b, column) }

// appendProperty appends the property of a column; see [WriteJSONLD].
func appendProperty(b []byte, column string) []byte {
	b = append(b, `"column:`...)
	for i := range len(column) {
		switch c := column[i]; {
		case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', '0' <= c && c <= '9', c == '_', c == '-':
			b = append(b, c)
		default:
			b = fmt.Appendf(b, "%%%02X", c)
		}
	}
	return append(b, '"')
}

// appendTyped appends a cell as [WriteJSON] has it.
func appendTyped(b []byte, c Cell, o Options) []byte {
	b = append(b, `{"type":"`...)
	b = append(b, c.Kind...)
	b = append(b, `","value":`...)
	switch {
	case c.Kind == IRI:
		b = appendText(b, o.expand(c.Value))
	case c.plain():
		b = append(b, c.Value...)
	default:
		b = appendText(b, c.Value)
	}
	if c.Language != "" {
		b = appendText(append(b, `,"language":`...), c.Language)
	}
	if c.Datatype != "" {
		b = appendText(append(b, `,"datatype":`...), o.expand(c.Datatype))
	}
	return append(b, '}')
}

// plain reports whether the value is a number or a boolean of JSON.
func (c Cell) plain() bool {
	switch c.Kind {
	case Integer, Decimal:
		return c.exact()
	}
	return c.Kind == Boolean
}

// appendLinked appends a cell as JSON-LD has it. A decimal is a string with its type,
// as a JSON number with a fraction stands for a double there.
func appendLinked(b []byte, c Cell, o Options) []byte {
	switch {
	case c.Kind == IRI:
		return append(appendText(append(b, `{"@id":`...), o.expand(c.Value)), '}')
	case c.Kind == Blank:
		return append(appendText(append(b, `{"@id":`...), "_:"+c.Value), '}')
	case c.Kind == Text && c.Language == "":
		return appendText(b, c.Value)
	case c.plain() && c.Kind != Decimal:
		return append(b, c.Value...)
	}
	b = appendText(append(b, `{"@value":`...), c.Value)
	switch {
	case c.Language != "":
		b = appendText(append(b, `,"@language":`...), c.Language)
	case c.Kind == Integer, c.Kind == Decimal:
		b = appendText(append(b, `,"@type":`...), o.expand("xsd:"+string(c.Kind)))
	case c.Datatype != "":
		b = appendText(append(b, `,"@type":`...), o.expand(c.Datatype))
	}
	return append(b, '}')
}

func appendBool(b []byte, v bool) []byte {
	if v {
		return append(b, "true"...)
	}
	return append(b, "false"...)
}

// appendText appends a string of JSON. Most need no escapes, and are copied.
func appendText(b []byte, s string) []byte {
	for i := range len(s) {
		if c := s[i]; c < ' ' || c == '"' || c == '\\' || c >= utf8.RuneSelf {
			return appendEscaped(b, s)
		}
	}
	return append(append(append(b, '"'), s...), '"')
}

func appendEscaped(b []byte, s string) []byte {
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false) // "<" in a text stays readable
	_ = enc.Encode(s)        // of a string it cannot fail
	return append(b, bytes.TrimRight(out.Bytes(), "\n")...)
}
