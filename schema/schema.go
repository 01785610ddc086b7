// Package schema is the ontology of the graph: which classes of things there
// are, which properties they have, and what their short IRIs stand for in RDF.
//
// It is written in YAML, a file an entity family, so that people who do not
// read Go can review it. [Load] reads and checks the embedded files; the same
// files give the constants in vocab.gen.go (such as [Cites] and
// [ClassPerson]) and the JSON-LD context. After a change of the YAML:
//
//	go generate ./schema
//
// Code names classes and properties by the constants only; a name that comes
// from outside goes through [Schema.ParseProperty].
package schema

import (
	"fmt"
	"slices"
	"strings"
)

//go:generate go run ./gen

// A Class is the id of a class, such as "Person"; [ClassDef.IRI] is its IRI.
type Class string

// A Property is the short IRI of a property, such as "rap:cites".
type Property string

// Datatypes stand where a class stands when the object of a property is no
// entity but a value.
const (
	DatatypeString  Class = "string"
	DatatypeInteger Class = "integer"
	DatatypeDecimal Class = "decimal"
	DatatypeIRI     Class = "iri"   // an IRI of another vocabulary
	DatatypeClass   Class = "class" // the IRI of a class, as rdf:type has it
)

// A ClassDef describes a class.
type ClassDef struct {
	ID          Class
	IRI         string // short: "foaf:Person"
	Label       string // "Person"
	Plural      string // "Persons"
	Description string
	Extends     Class    // the wider class, "" for none
	Prefixes    []string // of the ids of its entities: "person"
	FragmentOf  []Class  // an id of these classes with a "#" in it belongs to this class
	Mention     bool     // whether a paragraph can mention its entities
}

// A PropertyDef describes a property.
type PropertyDef struct {
	ID          string   // "Cites", the name of its constant
	IRI         Property // "rap:cites"
	Label       string   // as read from subject to object: "cites"
	Reverse     string   // as read from object to subject: "cited by"; "" for values
	Description string
	Domain      []Class // empty for any
	Range       []Class // classes, or one datatype
	Many        bool    // whether a subject has several
}

// A Schema is the ontology as loaded; it does not change.
type Schema struct {
	classes    []ClassDef
	properties []PropertyDef
	byID       map[Class]*ClassDef
	byPrefix   map[string]*ClassDef
	byIRI      map[string]*ClassDef
	byProperty map[Property]*PropertyDef
}

// Classes returns all classes in the order of the files.
func (s *Schema) Classes() []ClassDef { return slices.Clone(s.classes) }

// Properties returns all properties in the order of the files.
func (s *Schema) Properties() []PropertyDef { return slices.Clone(s.properties) }

// Class returns the class with the id.
func (s *Schema) Class(id Class) (ClassDef, bool) { return deref(s.byID[id]) }

// ClassByIRI returns the class with the short IRI, such as "foaf:Person".
func (s *Schema) ClassByIRI(iri string) (ClassDef, bool) { return deref(s.byIRI[iri]) }

// Property returns the definition of a property.
func (s *Schema) Property(p Property) (PropertyDef, bool) { return deref(s.byProperty[p]) }

// ClassOf tells the class of an entity by its id: "country:AZE" is a Country,
// "law:AZE/migration-code#art.75" a Provision. It reports false for an id
// whose prefix belongs to no class.
func (s *Schema) ClassOf(id string) (Class, bool) {
	prefix, name, _ := strings.Cut(id, ":")
	whole := s.byPrefix[prefix]
	if whole == nil {
		return "", false
	}
	if strings.Contains(name, "#") {
		for i := range s.classes {
			if slices.Contains(s.classes[i].FragmentOf, whole.ID) {
				return s.classes[i].ID, true
			}
		}
	}
	return whole.ID, true
}

// ParseProperty returns the property with the short or full IRI.
func (s *Schema) ParseProperty(iri string) (Property, error) {
	p := Property(Shorten(iri))
	if s.byProperty[p] == nil {
		return "", fmt.Errorf("schema has no property %q", iri)
	}
	return p, nil
}

// Expand is [Expand].
func (s *Schema) Expand(short string) (string, error) { return Expand(short) }

// Shorten is [Shorten].
func (s *Schema) Shorten(full string) string { return Shorten(full) }

// Check says why a statement with a subject and an object of these classes
// must not be made with p, or nil. For a value give its datatype as object.
func (s *Schema) Check(subject Class, p Property, object Class) error {
	def := s.byProperty[p]
	switch {
	case def == nil:
		return fmt.Errorf("schema has no property %q", p)
	case !s.fits(subject, def.Domain):
		return fmt.Errorf("%s cannot be said of a %s, only of %s", p, subject, join(def.Domain))
	case !s.fits(object, def.Range):
		return fmt.Errorf("%s takes %s, not %s", p, join(def.Range), object)
	}
	return nil
}

func (s *Schema) fits(c Class, allowed []Class) bool {
	if len(allowed) == 0 {
		return true
	}
	return slices.ContainsFunc(allowed, func(a Class) bool { return s.Is(c, a) })
}

func join(classes []Class) string {
	names := make([]string, len(classes))
	for i, c := range classes {
		names[i] = string(c)
	}
	return strings.Join(names, " or ")
}

func deref[T any](p *T) (T, bool) {
	if p == nil {
		var zero T
		return zero, false
	}
	return *p, true
}

// Is reports whether every c is also a wider: it is the same class or extends it.
func (s *Schema) Is(c, wider Class) bool {
	if c == wider {
		return true
	}
	def := s.byID[c]
	return def != nil && def.Extends != "" && s.Is(def.Extends, wider)
}
