package gizmo

import (
	"fmt"

	"github.com/cayleygraph/quad"
)

// A value is what an expression of a query stands for: one of the types below, a
// quad.Value, *chain (a path), filter, or *final.
type value any

type (
	text    string   // a string literal; as a node it is read like Gizmo does: "<x>" is an IRI
	integer int64    // a whole number
	float   float64  // another number
	boolean bool     // true or false
	null    struct{} // null or undefined
	list    []value  // an array
	graphV  struct{} // g itself
	nothing struct{} // what All and Emit return
)

// kindOf names v's kind for messages.
func kindOf(v value) string {
	switch v := v.(type) {
	case text, quad.String:
		return "a string"
	case integer, quad.Int:
		return "a whole number"
	case float, quad.Float:
		return "a number with a fraction"
	case boolean, quad.Bool:
		return "true or false"
	case null:
		return "null"
	case list:
		return "a list"
	case object:
		return "an object"
	case graphV:
		return "the graph"
	case *chain:
		return "a path"
	case filter:
		return "a filter"
	case *final:
		return "a result"
	case nothing:
		return "nothing"
	case quad.IRI:
		return "an IRI"
	case quad.Value:
		return "a value"
	default:
		return fmt.Sprintf("%T", v)
	}
}

// node returns v as a node of the graph, or says in words why it is none.
func node(v value) (quad.Value, string) {
	switch v := v.(type) {
	case text:
		if q := quad.StringToValue(string(v)); q != nil {
			return q, ""
		}
		return nil, "an empty string is no node"
	case integer:
		return quad.Int(v), ""
	case float:
		if whole := int64(v); float(whole) == v {
			return quad.Int(whole), ""
		}
		return quad.Float(v), ""
	case boolean:
		return quad.Bool(v), ""
	case quad.Value:
		return v, ""
	}
	return nil, kindOf(v) + " is no node"
}

// words returns v as text: a string literal, or a parameter that is a string.
func words(v value) (string, bool) {
	switch v := v.(type) {
	case text:
		return string(v), true
	case quad.String:
		return string(v), true
	}
	return "", false
}

// parameter returns a Go value as a value of the query, or false.
func parameter(v any) (value, bool) {
	switch v := v.(type) {
	case quad.Value:
		return v, true
	case string:
		return quad.String(v), true
	case int:
		return integer(v), true
	case int64:
		return integer(v), true
	case float64:
		return float(v), true
	case bool:
		return boolean(v), true
	case []quad.Value:
		l := make(list, len(v))
		for i := range v {
			if v[i] == nil {
				return nil, false
			}
			l[i] = v[i]
		}
		return l, true
	}
	return nil, false
}
