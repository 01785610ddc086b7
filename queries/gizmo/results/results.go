// Package results writes what a Gizmo query found: as JSON with typed cells, as
// JSON-LD, as CSV, and as lines of JSON.
//
//	res, err := program.Run(ctx, qs, limits)
//	…
//	err = results.WriteCSV(w, res, results.Options{})
//
// IRIs are short, as the store holds them, or written out where [Options].Full
// says so.
package results

import (
	"encoding/json"
	"io"

	"rapporteur/queries/gizmo"
	"rapporteur/schema"
)

// Options are how results are written.
type Options struct {
	Full    bool            // IRIs are written out: "urn:rapporteur:country:AZE" instead of "country:AZE"
	Context json.RawMessage // of JSON-LD: an address or an object; default none
}

// WriteJSON writes one object, its rows and their cells in the order of the columns:
//
//	{"columns": ["id"], "rows": [{"id": {"type": "iri", "value": "country:AZE"}}], "truncated": false}
//
// A cell is {"type", "value"}; see [Kind]. Texts may have a "language", dates and
// literals have a "datatype". The value of an integer or a decimal is a number, but
// for integers of more than 15 digits; that of a boolean is true or false; all others
// are strings. A row has no member for a column that it does not fill.
func WriteJSON(w io.Writer, r *gizmo.Result, o Options) error {
	b := append(make([]byte, 0, 64+96*len(r.Rows)), `{"columns":[`...)
	for i, name := range r.Columns {
		if i > 0 {
			b = append(b, ',')
		}
		b = appendText(b, name)
	}
	b = append(b, `],"rows":[`...)
	for i, row := range r.Rows {
		if i > 0 {
			b = append(b, ',')
		}
		b = appendRow(b, r.Columns, row, o, appendName, appendTyped)
	}
	b = append(b, `],"truncated":`...)
	b = appendBool(b, r.Truncated)
	_, err := w.Write(append(b, '}', '\n'))
	return err
}

// WriteJSONLD writes a JSON-LD document: the list of the rows, and "truncated", which
// means nothing to readers of JSON-LD. A column c of a row is the property column:c; what is no letter,
// digit, "_" or "-" in its name is written %XX. Values are IRIs ("@id"), texts, numbers
// and booleans of JSON, or "@value" with "@language" or "@type".
func WriteJSONLD(w io.Writer, r *gizmo.Result, o Options) error {
	b := append([]byte(nil), `{"@context":[`...)
	if o.Context != nil {
		b = append(append(b, o.Context...), ',')
	}
	b = append(b, columnContext...)
	b = append(b, `],"rows":[`...)
	for i, row := range r.Rows {
		if i > 0 {
			b = append(b, ',')
		}
		b = appendRow(b, r.Columns, row, o, appendProperty, appendLinked)
	}
	b = appendBool(append(b, `],"truncated":`...), r.Truncated)
	_, err := w.Write(append(b, '}', '\n'))
	return err
}

// columnContext says what the members of JSON-LD results mean.
const columnContext = `{"column":"urn:rapporteur:column:","rows":{"@id":"urn:rapporteur:ns:rows","@container":"@list"}}`

// WriteLines writes a JSON object a row, one a line: a member for each column that the
// row fills, its value as in JSON-LD.
func WriteLines(w io.Writer, r *gizmo.Result, o Options) error {
	var b []byte
	for _, row := range r.Rows {
		b = append(appendRow(b[:0], r.Columns, row, o, appendName, appendLinked), '\n')
		if _, err := w.Write(b); err != nil {
			return err
		}
	}
	return nil
}

// expand writes an IRI out where o says so. One without a known prefix stays.
func (o Options) expand(iri string) string {
	if !o.Full {
		return iri
	}
	if full, err := schema.Expand(iri); err == nil {
		return full
	}
	return iri
}
