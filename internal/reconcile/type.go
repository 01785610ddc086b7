package reconcile

import (
	"fmt"
	"slices"
	"strings"

	"rapporteur/schema"
)

// A Type is a class of entities. Broader are the types right above it.
type Type struct {
	ID      string `json:"id"`
	Name    string `json:"name"`
	Broader []Type `json:"broader,omitempty"`
}

// isThing tells entities that a name can mean from parts and facts of records.
func isThing(c schema.Class) bool {
	switch c {
	case schema.ClassParagraph, schema.ClassMention, schema.ClassRelation, schema.ClassMembership:
		return false
	}
	return true
}

// Types returns all types of entities in the order of the schema.
func Types(sch *schema.Schema) []Type {
	var all []Type
	for _, def := range sch.Classes() {
		if isThing(def.ID) {
			all = append(all, typeOf(sch, def.ID))
		}
	}
	return all
}

func typeOf(sch *schema.Schema, c schema.Class) Type {
	def, _ := sch.Class(c)
	t := Type{ID: string(c), Name: def.Label}
	if def.Extends != "" {
		t.Broader = []Type{typeOf(sch, def.Extends)}
	}
	return t
}

// typesOf returns the type of an entity of a class, and those above it.
func (s Service) typesOf(c schema.Class) []Type {
	var all []Type
	for c != "" {
		def, ok := s.Schema.Class(c)
		if !ok {
			break
		}
		all = append(all, Type{ID: string(c), Name: def.Label})
		c = def.Extends
	}
	return all
}

// class finds the class that an id of a type means: "Country" in any case, its IRI
// ("schema:Country") short or in full.
func (s Service) class(id string) (schema.Class, error) {
	var known []string
	short := s.Schema.Shorten(id)
	for _, def := range s.Schema.Classes() {
		if !isThing(def.ID) {
			continue
		}
		if strings.EqualFold(id, string(def.ID)) || short == def.IRI {
			return def.ID, nil
		}
		known = append(known, string(def.ID))
	}
	return "", fmt.Errorf("there is no type %q; there are %s", id, strings.Join(known, ", "))
}

// classes returns the classes of things that types allow: those that are one of
// the types, or all of them. Without types these are all.
func (s Service) classes(types []string, strict string) ([]schema.Class, error) {
	var wanted []schema.Class
	for _, id := range types {
		c, err := s.class(id)
		if err != nil {
			return nil, err
		}
		wanted = append(wanted, c)
	}
	var out []schema.Class
	for _, def := range s.Schema.Classes() {
		is := func(w schema.Class) bool { return s.Schema.Is(def.ID, w) }
		isNot := func(w schema.Class) bool { return !is(w) }
		fits := len(wanted) == 0 || slices.ContainsFunc(wanted, is)
		if strict == All {
			fits = !slices.ContainsFunc(wanted, isNot)
		}
		if fits && isThing(def.ID) {
			out = append(out, def.ID)
		}
	}
	return out, nil
}
