package reconcile

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// A Batch is queries by the keys that the client gave them.
type Batch map[string]Query

// A Query asks for entities by name, by properties or by both.
type Query struct {
	Text       string
	Types      []string // ids of types; none is any
	Strict     string   // how several types are meant: [Any], [All] or [Should]
	Limit      int      // candidates wanted, 0 for the default
	Properties []Constraint
}

// How types are meant.
const (
	Any    = "any"    // of one of the types; the default
	All    = "all"    // of all of them
	Should = "should" // others too, with less score and never as a match
)

// A Constraint asks for a property that has one of the values.
type Constraint struct {
	Property string
	Values   []Value
}

// A Value is an entity by id, or the words of anything else.
type Value struct{ ID, Text string }

// ParseBatch reads the JSON of a batch.
func ParseBatch(text string) (Batch, error) {
	all, err := members([]byte(text))
	if err != nil {
		return nil, fault("", "queries: %w", err)
	}
	if len(all) > MaxQueries {
		return nil, fmt.Errorf("%w: %d queries, at most %d", ErrBatch, len(all), MaxQueries)
	}
	batch := Batch{}
	for _, key := range slices.Sorted(maps.Keys(all)) {
		if batch[key], err = parseQuery(all[key]); err != nil {
			return nil, fault(key, "%w", err)
		}
	}
	return batch, nil
}

// ParseQuery reads a single query as version 0.1 of the protocol has it: its JSON,
// or nothing but the name.
func ParseQuery(text string) (Query, error) {
	if !strings.HasPrefix(strings.TrimSpace(text), "{") {
		return Query{Text: strings.TrimSpace(text)}, nil
	}
	q, err := parseQuery([]byte(text))
	if err != nil {
		return Query{}, fault("", "query: %w", err)
	}
	return q, nil
}

func parseQuery(raw []byte) (q Query, err error) {
	all, err := members(raw)
	if err != nil {
		return q, err
	}
	for _, name := range slices.Sorted(maps.Keys(all)) {
		value := all[name]
		switch name {
		case "query":
			q.Text, err = text(value)
			q.Text = strings.TrimSpace(q.Text)
		case "type":
			q.Types, err = types(value)
		case "type_strict":
			q.Strict, err = oneOf(value, Any, All, Should)
		case "limit":
			q.Limit, err = positive(value)
		case "properties":
			q.Properties, err = constraints(value)
		default:
			err = fmt.Errorf("there is no such member of a query; there are query, type, type_strict, limit, properties")
		}
		if err != nil {
			return q, fmt.Errorf("%q: %w", name, err)
		}
	}
	if _, named := all["query"]; !named && len(q.Properties) == 0 {
		return q, fmt.Errorf("it needs a \"query\" or \"properties\"")
	}
	return q, nil
}

// types reads an id, or a list of ids or of objects with one.
func types(raw []byte) ([]string, error) {
	list, err := list(raw)
	if err != nil {
		return nil, err
	}
	var ids []string
	for _, one := range list {
		v, err := value(one)
		if err != nil {
			return nil, err
		}
		if id := v.ID + v.Text; id != "" { // one of them is empty
			ids = append(ids, id)
		}
	}
	return ids, nil
}

// constraints reads [{"pid": …, "v": …}, …]. One without a value, as an empty cell
// gives it, asks for nothing and is left out.
func constraints(raw []byte) ([]Constraint, error) {
	var list []json.RawMessage
	if json.Unmarshal(raw, &list) != nil {
		return nil, fmt.Errorf("it is not a list of properties")
	}
	if len(list) > MaxConstraint {
		return nil, fmt.Errorf("there are %d, at most %d", len(list), MaxConstraint)
	}
	var out []Constraint
	for i, one := range list {
		c, err := constraint(one)
		if err != nil {
			return nil, fmt.Errorf("number %d: %w", i+1, err)
		}
		if len(c.Values) > 0 {
			out = append(out, c)
		}
	}
	return out, nil
}

func constraint(raw []byte) (c Constraint, err error) {
	all, err := members(raw)
	if err != nil {
		return c, err
	}
	if c.Property, err = text(all["pid"]); err != nil || c.Property == "" {
		return c, fmt.Errorf("it needs a \"pid\", the id of a property")
	}
	if all["v"] == nil {
		return c, fmt.Errorf("it needs a \"v\", a value or a list of them")
	}
	values, err := list(all["v"])
	if err != nil {
		return c, err
	}
	if len(values) > MaxConstraint {
		return c, fmt.Errorf("there are %d values, at most %d", len(values), MaxConstraint)
	}
	for _, one := range values {
		v, err := value(one)
		if err != nil {
			return c, err
		}
		if v = v.trimmed(); v != (Value{}) {
			c.Values = append(c.Values, v)
		}
	}
	return c, nil
}

func (v Value) trimmed() Value {
	return Value{strings.TrimSpace(v.ID), strings.TrimSpace(v.Text)}
}
