package gizmo

import (
	"cmp"
	"time"

	"github.com/cayleygraph/quad"

	"rapporteur/internal/natural"
)

// The ranks of kinds of values: the order in which Order puts them.
const (
	rankNone = iota
	rankBool
	rankNumber
	rankTime
	rankText
	rankIRI
	rankBNode
	rankOther
)

func rank(v quad.Value) int {
	switch v.(type) {
	case nil:
		return rankNone
	case quad.Bool:
		return rankBool
	case quad.Int, quad.Float:
		return rankNumber
	case quad.Time:
		return rankTime
	case quad.String, quad.LangString, quad.TypedString:
		return rankText
	case quad.IRI:
		return rankIRI
	case quad.BNode:
		return rankBNode
	}
	return rankOther
}

// compare orders values: by kind, then numbers by size, times by time, text by
// its characters, and IRIs with the numbers in them by size, so that paragraph 9
// comes before paragraph 10.
func compare(a, b quad.Value) int {
	a, b = native(a), native(b)
	if c := cmp.Compare(rank(a), rank(b)); c != 0 {
		return c
	}
	return compareSame(a, b)
}

// native turns a typed string of a known type, such as xsd:integer, into its value.
func native(v quad.Value) quad.Value {
	if t, ok := v.(quad.TypedString); ok {
		if parsed, err := t.ParseValue(); err == nil && parsed != nil {
			return parsed
		}
	}
	return v
}

// compareSame compares native values of one rank.
func compareSame(a, b quad.Value) int {
	switch a := a.(type) {
	case nil:
		return 0
	case quad.Int:
		if b, ok := b.(quad.Int); ok {
			return cmp.Compare(a, b)
		}
		return cmp.Compare(float64(a), number(b))
	case quad.Float:
		return cmp.Compare(float64(a), number(b))
	case quad.Time:
		return time.Time(a).Compare(time.Time(b.(quad.Time)))
	case quad.IRI:
		return natural.Compare(string(a), string(b.(quad.IRI)))
	case quad.Bool:
		return cmp.Compare(digit(a), digit(b.(quad.Bool)))
	}
	return cmp.Compare(characters(a), characters(b))
}

func number(v quad.Value) float64 {
	switch v := v.(type) {
	case quad.Int:
		return float64(v)
	case quad.Float:
		return float64(v)
	}
	return 0
}

func digit(b quad.Bool) int {
	if b {
		return 1
	}
	return 0
}

func characters(v quad.Value) string {
	switch v := v.(type) {
	case quad.String:
		return string(v)
	case quad.LangString:
		return string(v.Value)
	case quad.TypedString:
		return string(v.Value)
	}
	return quad.StringOf(v)
}
