// Package cayleyapi reads and writes what clients of Cayley's HTTP API (version 2)
// send and expect, so that they work with this graph unchanged: the result of a query
// ([WriteResult]), and quads in the formats of the quad package ([Parse], [Read.Write]).
//
// It knows nothing of HTTP but the names of parameters.
package cayleyapi

import (
	"encoding/json"
	"io"

	"github.com/cayleygraph/quad"
	"github.com/cayleygraph/quad/jsonld"

	"rapporteur/queries/gizmo"
)

// DefaultLimit is how many rows All gives where nothing else is said, as in Cayley.
const DefaultLimit = 100

// WriteResult writes {"result": […]}, null for no results: an object a row of All and
// GetLimit, by tag, and what Emit, Count, ToArray and the like stand for. Linked values
// are those of JSON-LD; others lose the difference between texts and IRIs, as Cayley's
// JSON does.
//
// Other than in Cayley, a value that nothing is done with, such as of Count at the end
// of a query, is a result instead of null.
func WriteResult(w io.Writer, r *gizmo.Result, linked bool) error {
	var out []any
	for _, p := range r.Parts {
		elements := make([]any, 0, p.End-p.First)
		for _, row := range r.Rows[p.First:p.End] {
			elements = append(elements, element(row, p.Column, linked))
		}
		if p.List {
			out = append(out, elements)
		} else {
			out = append(out, elements...)
		}
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	return enc.Encode(map[string]any{"result": out})
}

// element returns what counts in a row.
func element(row gizmo.Row, column string, linked bool) any {
	if column != "" {
		return native(row[column], linked)
	}
	out := make(map[string]any, len(row))
	for tag, v := range row {
		out[tag] = native(v, linked)
	}
	return out
}

// native returns a value as Cayley encodes it.
func native(v quad.Value, linked bool) any {
	if v == nil {
		return nil
	}
	if linked {
		return jsonld.FromValue(v)
	}
	out := v.Native()
	if same, ok := out.(quad.Value); ok && same == v {
		return quad.StringOf(v)
	}
	return out
}
