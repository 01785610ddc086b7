package results

import (
	"math"
	"strconv"

	"github.com/cayleygraph/quad"

	"rapporteur/schema"
)

// A Kind says what a cell holds.
type Kind string

// The kinds of cells.
const (
	IRI     Kind = "iri"     // a node with a name: value is its id
	Blank   Kind = "blank"   // a node without a name: value tells it apart within one answer
	Text    Kind = "text"    // words, with their language where it is known
	Integer Kind = "integer" // a whole number; a string in JSON where a float could not hold it
	Decimal Kind = "decimal" // another number
	Boolean Kind = "boolean" // true or false
	Date    Kind = "date"    // a day, a month, a year or a time: value is as its datatype writes it
	Literal Kind = "literal" // anything else: value is as its datatype writes it
)

// A Cell is one value of a row. Datatype is set for dates and literals, Language for
// texts that have one.
type Cell struct {
	Kind     Kind
	Value    string // for numbers and booleans as JSON writes them
	Language string
	Datatype string
}

// dates are the datatypes of days, months, years and times.
var dates = map[string]bool{"xsd:date": true, "xsd:dateTime": true, "xsd:gYear": true, "xsd:gYearMonth": true, "xsd:time": true}

// CellOf returns a value as a cell.
func CellOf(v quad.Value) Cell {
	switch v := v.(type) {
	case quad.IRI:
		return Cell{Kind: IRI, Value: string(v)}
	case quad.BNode:
		return Cell{Kind: Blank, Value: string(v)}
	case quad.String:
		return Cell{Kind: Text, Value: string(v)}
	case quad.LangString:
		return Cell{Kind: Text, Value: string(v.Value), Language: v.Lang}
	case quad.Int:
		return Cell{Kind: Integer, Value: strconv.FormatInt(int64(v), 10)}
	case quad.Float:
		if f := float64(v); math.IsInf(f, 0) || math.IsNaN(f) {
			return Cell{Kind: Literal, Value: string(v.TypedString().Value), Datatype: "xsd:double"}
		}
		return Cell{Kind: Decimal, Value: strconv.FormatFloat(float64(v), 'f', -1, 64)}
	case quad.Bool:
		return Cell{Kind: Boolean, Value: strconv.FormatBool(bool(v))}
	case quad.TypedString:
		return typed(v)
	case quad.TypedStringer:
		return typed(v.TypedString())
	}
	return Cell{Kind: Literal, Value: quad.StringOf(v)}
}

func typed(t quad.TypedString) Cell {
	c := Cell{Kind: Literal, Value: string(t.Value), Datatype: schema.Shorten(string(t.Type))}
	if dates[c.Datatype] {
		c.Kind = Date
	}
	return c
}

// safeDigits is how many digits every reader of JSON keeps of a whole number.
const safeDigits = 15

// exact reports whether every reader of JSON keeps the number.
func (c Cell) exact() bool {
	return c.Kind != Integer || len(c.Value) <= safeDigits
}
