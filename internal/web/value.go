package web

import (
	"strconv"

	"github.com/cayleygraph/quad"

	"rapporteur/queries/gizmo"
)

// safeInteger is the largest whole number that every reader of JSON keeps.
const safeInteger = 1<<53 - 1

// jsonValue shows a value as JSON-LD does, so that an IRI is never taken for a
// text:
//
//	IRI        {"@id": "country:AZE"}
//	text       "Azerbaijan"
//	number     464; {"@value": "9007199254740993", "@type": "xsd:integer"} where JSON cannot hold it
//	boolean    true
//	others     {"@value": "0.9", "@type": "xsd:decimal"}, {"@value": "Acte", "@language": "fr"}
func jsonValue(v quad.Value) any {
	switch v := v.(type) {
	case quad.IRI:
		return map[string]string{"@id": string(v)}
	case quad.BNode:
		return map[string]string{"@id": "_:" + string(v)}
	case quad.String:
		return string(v)
	case quad.Bool:
		return bool(v)
	case quad.Int:
		if v < -safeInteger || v > safeInteger {
			return typed(strconv.FormatInt(int64(v), 10), "xsd:integer")
		}
		return int64(v)
	case quad.Float:
		return typed(strconv.FormatFloat(float64(v), 'f', -1, 64), "xsd:decimal")
	case quad.LangString:
		return map[string]string{"@value": string(v.Value), "@language": v.Lang}
	case quad.TypedString:
		return typed(string(v.Value), string(v.Type))
	case quad.TypedStringer:
		t := v.TypedString()
		return typed(string(t.Value), string(t.Type))
	}
	return nil
}

func typed(value, datatype string) map[string]string {
	return map[string]string{"@value": value, "@type": datatype}
}

func jsonRows(rows []gizmo.Row) []map[string]any {
	out := make([]map[string]any, len(rows))
	for i, row := range rows {
		out[i] = make(map[string]any, len(row))
		for column, v := range row {
			out[i][column] = jsonValue(v)
		}
	}
	return out
}
