// Package table holds the answer to a named query, a grid of typed cells, and
// writes it for people (aligned text), programs (JSON) and spreadsheets (CSV).
//
// Cells carry both what the store holds and what a person reads, so every form
// can be quoted: an entity shows its name and keeps its id, a paragraph shows
// "CMW/C/SR.464, para. 13" and keeps its symbol and number.
package table

import (
	"strings"

	"github.com/cayleygraph/quad"
)

// A Type says what the items of a column are.
type Type string

// The types of columns. A column of Value may hold items of any of the others.
const (
	Entity    Type = "entity"    // a thing with an id and a name
	Record    Type = "record"    // a summary record, shown by its symbol
	Paragraph Type = "paragraph" // a numbered paragraph, shown as it is cited
	Text      Type = "text"
	Integer   Type = "integer"
	Date      Type = "date"     // ISO 8601, as precise as the text: day, month or year
	Class     Type = "class"    // the class of an entity, such as Institution
	Property  Type = "property" // a predicate, shown by its label
	Value     Type = "value"    // whatever the store holds
)

// Types lists every type of column.
func Types() []Type {
	return []Type{Entity, Record, Paragraph, Text, Integer, Date, Class, Property, Value}
}

// A Table is the answer to a query.
type Table struct {
	Query   string // name of the query
	Title   string
	Columns []Column
	Rows    [][]Cell // each as long as Columns
	// Truncated says that the store had more rows than the limits allow.
	Truncated bool
	// Part says which part of the answer the rows are, nil for all of it.
	Part *Part
}

// A Part says how many rows there are in all, and where those after these are.
type Part struct {
	Total int    `json:"total"`
	Next  string `json:"next,omitempty"` // an address, "" behind the last
}

// Key is what tells a row from others, whatever it counts or gathers: its plain
// cells.
func (t *Table) Key(row int) string {
	var b strings.Builder
	for i, c := range t.Columns {
		if c.Many || c.Type == Integer {
			continue
		}
		for _, item := range t.Rows[row][i] {
			b.WriteString(item.Value.String())
		}
		b.WriteByte(0)
	}
	return b.String()
}

// A Column describes the cells below it.
type Column struct {
	Name  string `json:"name"`  // key of the column in JSON
	Title string `json:"title"` // heading
	Type  Type   `json:"type"`
	Many  bool   `json:"many,omitempty"` // cells may hold several items
}

// A Cell holds no item where nothing is stated, one in most columns, and any
// number in a column of many.
type Cell []Item

// An Item is one value of a cell.
type Item struct {
	Type  Type
	Value quad.Value // as the store holds it
	Label string     // what a person reads
}

// ID returns the short IRI of an item, "" for text, numbers and dates.
func (i Item) ID() string {
	iri, _ := i.Value.(quad.IRI)
	return string(iri)
}

// Text returns what a person reads of a cell, items parted by semicolons.
func (c Cell) Text() string {
	words := make([]string, len(c))
	for i, item := range c {
		words[i] = item.Label
	}
	return strings.Join(words, "; ")
}
