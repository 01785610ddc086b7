package reconcile

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"github.com/cayleygraph/quad"

	"rapporteur/internal/names"
)

// What finds the entities that have a value as a property, and those that are a
// property of it.
const (
	holders = `g.V(values).In(property).Unique().Tag("entity").All()`
	held    = `g.V(values).Out(property).Unique().Tag("entity").All()`
)

// holders returns the entities that fit all conditions of a query without a name.
func (s Service) holders(ctx context.Context, p plan) ([]names.Match, error) {
	fits := map[string]int{} // how many conditions
	for _, c := range p.conditions {
		program := holders
		if c.property.backward {
			program = held
		}
		rows, err := s.run(ctx, program, map[string]any{"values": s.starts(c), "property": quad.IRI(c.property.iri)})
		if err != nil {
			return nil, err
		}
		for _, row := range rows {
			fits[iri(row["entity"])]++
		}
	}
	var pool []names.Match
	for id, n := range fits {
		if e, ok := s.Names.Lookup(id); ok && n == len(p.conditions) && slices.Contains(p.searched, e.Class) {
			pool = append(pool, names.Match{Entity: e})
		}
	}
	return pool, nil
}

// starts returns all that the values of a condition may be in the graph.
func (s Service) starts(c condition) []quad.Value {
	var out []quad.Value
	for id := range c.named {
		out = append(out, quad.IRI(id))
	}
	for _, v := range c.values {
		if v.ID != "" {
			continue // named
		}
		out = append(out, quad.String(v.Text), quad.String(strings.ToLower(v.Text)))
		if class, err := s.class(v.Text); err == nil {
			def, _ := s.Schema.Class(class)
			out = append(out, quad.IRI(def.IRI))
		}
		if short := s.Schema.Shorten(v.Text); short != v.Text {
			out = append(out, quad.IRI(short))
		}
		if n, err := strconv.ParseInt(v.Text, 10, 64); err == nil {
			out = append(out, quad.Int(n))
		}
	}
	return out
}
