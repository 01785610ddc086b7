package reconcile

import (
	"fmt"
	"slices"
	"strings"

	"rapporteur/schema"
)

// backwards stands before the IRI of a property that is read from its object.
const backwards = "^"

// A Property is a property of entities.
type Property struct {
	ID          string `json:"id"` // "rap:country", or "^rap:party" for one read backwards
	Name        string `json:"name"`
	Description string `json:"description,omitempty"`

	iri      schema.Property
	backward bool
	of       []schema.Class // things that have it
	values   []schema.Class // classes of its values, or a datatype
}

// properties returns all properties of things in the order of the schema, each
// followed by itself read backwards where that says something of things too.
func (s Service) properties() []Property {
	var all []Property
	for _, def := range s.Schema.Properties() {
		of := s.things(def.Domain)
		if len(def.Domain) == 0 {
			of, _ = s.classes(nil, Any)
		}
		if len(of) == 0 {
			continue
		}
		all = append(all, Property{string(def.IRI), def.Label, def.Description, def.IRI, false, of, def.Range})
		if to := s.things(def.Range); def.Reverse != "" && len(to) > 0 {
			all = append(all, Property{backwards + string(def.IRI), def.Reverse, "", def.IRI, true, to, of})
		}
	}
	return all
}

// things returns those of classes and datatypes that are classes of things.
func (s Service) things(classes []schema.Class) []schema.Class {
	var out []schema.Class
	for _, c := range classes {
		if _, known := s.Schema.Class(c); known && isThing(c) {
			out = append(out, c)
		}
	}
	return out
}

// property finds a property by its id, with a full IRI too, or by a name that no
// other property has.
func (s Service) property(id string) (Property, error) {
	iri, backward := strings.CutPrefix(id, backwards)
	short := schema.Property(s.Schema.Shorten(iri))
	var named []Property
	for _, p := range s.properties() {
		if p.iri == short && p.backward == backward {
			return p, nil
		}
		if strings.EqualFold(p.Name, id) {
			named = append(named, p)
		}
	}
	if len(named) == 1 {
		return named[0], nil
	}
	return Property{}, fmt.Errorf("there is no property %q; the suggest service for properties lists them", id)
}

// isOf reports whether entities of a class, or of one above or below it, have p.
func (s Service) isOf(p Property, c schema.Class) bool {
	return slices.ContainsFunc(p.of, func(o schema.Class) bool { return s.Schema.Is(c, o) || s.Schema.Is(o, c) })
}

// valueType returns the one type of the values, nil where there are several or
// none.
func (s Service) valueType(p Property) *Type {
	if len(p.values) != 1 || len(s.things(p.values)) == 0 {
		return nil
	}
	def, _ := s.Schema.Class(p.values[0])
	return &Type{ID: string(def.ID), Name: def.Label}
}
