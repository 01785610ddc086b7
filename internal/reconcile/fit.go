package reconcile

import (
	"slices"
	"strings"

	"github.com/cayleygraph/quad"

	"rapporteur/graph"
	"rapporteur/schema"
)

// A condition is a constraint whose names are found in the schema and the graph.
type condition struct {
	property Property
	values   []Value
	named    map[string]bool // ids of entities that the values name
}

// condition reads a constraint.
func (s Service) condition(c Constraint) (condition, error) {
	p, err := s.property(c.Property)
	if err != nil {
		return condition{}, err
	}
	out := condition{property: p, values: c.Values, named: map[string]bool{}}
	for _, v := range c.Values {
		if v.ID != "" {
			out.named[s.Schema.Shorten(v.ID)] = true
			continue
		}
		for _, e := range s.Names.Named(v.Text) {
			out.named[e.ID] = true
		}
	}
	return out, nil
}

// How well an entity fits a condition.
const (
	contrary = 0.0 // the graph states other values
	unknown  = 0.5 // it states none
	fitting  = 1.0
)

// fit compares what is stated of an entity with a condition.
func (s Service) fit(c condition, stated map[string][]fact) float64 {
	list := stated[c.property.ID]
	switch {
	case len(list) == 0:
		return unknown
	case slices.ContainsFunc(list, func(f fact) bool { return s.has(c, f.value) }):
		return fitting
	}
	return contrary
}

// fits is the mean of fit over conditions, 1 without any.
func (s Service) fits(conditions []condition, stated map[string][]fact) float64 {
	if len(conditions) == 0 {
		return fitting
	}
	sum := 0.0
	for _, c := range conditions {
		sum += s.fit(c, stated)
	}
	return sum / float64(len(conditions))
}

// has reports whether a value of the graph is one of the condition's.
func (s Service) has(c condition, v quad.Value) bool {
	if id := iri(v); id != "" {
		return c.named[id] || slices.ContainsFunc(c.values, func(w Value) bool { return s.isNamed(id, w.ID+w.Text) })
	}
	said := graph.Words(v)
	if _, code, ok := strings.Cut(said, "="); ok && c.property.iri == schema.Notation {
		said = code // "iso2=AZ"
	}
	return slices.ContainsFunc(c.values, func(w Value) bool { return w.ID == "" && same(c.property, said, w.Text) })
}

// isNamed reports whether text is a class of the schema, or an IRI of another
// vocabulary, that id is.
func (s Service) isNamed(id, text string) bool {
	if def, ok := s.Schema.ClassByIRI(id); ok && (strings.EqualFold(text, string(def.ID)) || strings.EqualFold(text, def.Label)) {
		return true
	}
	return text == id || s.Schema.Shorten(text) == id
}

// same compares texts as names are, and dates by as much as is asked for: 2019 is
// the year of 2019-05-06.
func same(p Property, said, asked string) bool {
	if isDate(p) && asked != "" && strings.HasPrefix(said, asked+"-") {
		return true
	}
	key := graph.Slug(asked)
	return said == asked || key != "" && graph.Slug(said) == key
}

func isDate(p Property) bool {
	return p.iri == schema.Date || p.iri == schema.Issued || p.iri == schema.Retrieved
}
