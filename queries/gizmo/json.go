package gizmo

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"

	"github.com/cayleygraph/quad"
)

// JSON returns v as what encodes to JSON without doubt about its type, as
// JSON-LD has it: {"@id": "country:AZE"} for an IRI; a plain string, number or
// boolean for those; {"@value", "@language"} and {"@value", "@type"} for texts
// with a language or another type; nil for no value.
func JSON(v quad.Value) any {
	switch v := v.(type) {
	case nil:
		return nil
	case quad.IRI:
		return map[string]string{"@id": string(v)}
	case quad.BNode:
		return map[string]string{"@id": v.String()}
	case quad.String:
		return string(v)
	case quad.LangString:
		return map[string]string{"@value": string(v.Value), "@language": v.Lang}
	case quad.TypedString:
		return map[string]string{"@value": string(v.Value), "@type": string(v.Type)}
	case quad.Int:
		return int64(v)
	case quad.Float:
		return float64(v)
	case quad.Bool:
		return bool(v)
	case quad.TypedStringer:
		return JSON(v.TypedString())
	}
	return quad.StringOf(v)
}

// MarshalJSON encodes the row by the names of its columns, typed as by [JSON].
func (r Row) MarshalJSON() ([]byte, error) {
	out := make(map[string]any, len(r))
	for column, v := range r {
		out[column] = JSON(v)
	}
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false) // "<" in a text stays readable
	err := enc.Encode(out)
	return b.Bytes(), err
}

// WriteJSONLines writes a JSON object a row, one a line.
func (r *Result) WriteJSONLines(w io.Writer) error {
	buffered := bufio.NewWriter(w)
	enc := json.NewEncoder(buffered)
	enc.SetEscapeHTML(false)
	for _, row := range r.Rows {
		if err := enc.Encode(row); err != nil {
			return fmt.Errorf("writing rows: %w", err)
		}
	}
	return buffered.Flush()
}
