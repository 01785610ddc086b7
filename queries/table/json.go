package table

import (
	"bytes"
	"encoding/json"
	"io"

	"github.com/cayleygraph/quad"

	"rapporteur/graph"
)

// WriteJSON writes the table as one indented object. Rows are objects whose
// keys are the names of the columns, in their order. A cell of one is its item
// or null, a cell of many is a list. Items are
//
//	entity     {"id": "country:AZE", "label": "Azerbaijan"}, id null for who has no name
//	record     {"id": "record:CMW/C/SR.464", "symbol": "CMW/C/SR.464"}
//	paragraph  {"id": "para:CMW/C/SR.464#13", "symbol": "CMW/C/SR.464", "number": 13, "cite_as": "CMW/C/SR.464, para. 13"}
//	property   {"id": "rap:ofBody", "label": "body"}
//
// and plain strings or numbers otherwise. A part of an answer also has the members
// of [Part].
func (t *Table) WriteJSON(w io.Writer) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", " ")
	return enc.Encode(t)
}

// MarshalJSON gives the form that WriteJSON documents.
func (t *Table) MarshalJSON() ([]byte, error) {
	rows := make([]row, len(t.Rows))
	for i, cells := range t.Rows {
		rows[i] = row{t.Columns, cells}
	}
	return marshal(struct {
		Query     string   `json:"query"`
		Title     string   `json:"title"`
		Columns   []Column `json:"columns"`
		Rows      []row    `json:"rows"`
		Truncated bool     `json:"truncated"`
		*Part
	}{t.Query, t.Title, t.Columns, rows, t.Truncated, t.Part})
}

// A row is written as an object with the columns' names in their order.
type row struct {
	columns []Column
	cells   []Cell
}

func (r row) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	b.WriteByte('{')
	for i, c := range r.columns {
		if i > 0 {
			b.WriteByte(',')
		}
		key, err := marshal(c.Name)
		if err != nil {
			return nil, err
		}
		value, err := r.cells[i].json(c.Many)
		if err != nil {
			return nil, err
		}
		b.Write(key)
		b.WriteByte(':')
		b.Write(value)
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

func (c Cell) json(many bool) ([]byte, error) {
	switch {
	case many && len(c) == 0:
		return []byte("[]"), nil
	case many:
		return marshal([]Item(c))
	case len(c) == 0:
		return []byte("null"), nil
	}
	return marshal(c[0])
}

// MarshalJSON gives the form of the item's type that WriteJSON documents.
func (i Item) MarshalJSON() ([]byte, error) {
	id := i.ID()
	switch {
	case i.Type == Integer:
		if n, ok := i.Value.(quad.Int); ok {
			return marshal(int64(n))
		}
	case i.Type == Entity:
		return entityJSON(id, i.Label)
	case id == "" || i.Type == Class || i.Type == Text: // an IRI may have words for it
	case i.Type == Record:
		return marshal(struct {
			ID     string `json:"id"`
			Symbol string `json:"symbol"`
		}{id, i.Label})
	case i.Type == Paragraph:
		return paragraphJSON(id, i.Label)
	default:
		return entityJSON(id, i.Label)
	}
	return marshal(i.Label)
}

func entityJSON(id, label string) ([]byte, error) {
	e := struct {
		ID    *string `json:"id"`
		Label string  `json:"label"`
	}{Label: label}
	if id != "" {
		e.ID = &id
	}
	return marshal(e)
}

// paragraphJSON also takes what stands in a paragraph's place where a fact is
// stated elsewhere: a record's header, or the lexicon.
func paragraphJSON(id, cite string) ([]byte, error) {
	p := struct {
		ID     string `json:"id"`
		Symbol string `json:"symbol,omitempty"`
		Number int    `json:"number,omitempty"`
		CiteAs string `json:"cite_as"`
	}{ID: id, CiteAs: cite}
	if symbol, number, ok := graph.ID(id).Paragraph(); ok {
		p.Symbol, p.Number = symbol, number
	}
	return marshal(p)
}

// marshal is json.Marshal without the escapes that only HTML needs.
func marshal(v any) ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		return nil, err
	}
	return bytes.TrimRight(b.Bytes(), "\n"), nil
}
