package graph

import (
	"fmt"

	"github.com/cayleygraph/quad"

	"rapporteur/schema"
)

// Check says why the ontology forbids the statement, or nil: a property that is
// not there, or one that cannot be said of the subject or does not take the object.
func (s Statement) Check(sch *schema.Schema) error {
	subject, ok := sch.ClassOf(string(s.Subject))
	if !ok {
		return fmt.Errorf("%s: no class has ids like this", s.Subject)
	}
	object, err := classOfObject(sch, s)
	if err != nil {
		return err
	}
	if err := sch.Check(subject, s.Predicate, object); err != nil {
		return fmt.Errorf("%s %s %s: %w", s.Subject, s.Predicate, quad.StringOf(s.Object), err)
	}
	return nil
}

func classOfObject(sch *schema.Schema, s Statement) (schema.Class, error) {
	switch v := s.Object.(type) {
	case quad.String:
		return schema.DatatypeString, nil
	case quad.Int:
		return schema.DatatypeInteger, nil
	case quad.Float:
		return schema.DatatypeDecimal, nil
	case quad.IRI:
		if _, isClass := sch.ClassByIRI(string(v)); isClass && s.Predicate == schema.Type {
			return schema.DatatypeClass, nil
		}
		if c, ok := sch.ClassOf(string(v)); ok {
			return c, nil
		}
		return schema.DatatypeIRI, nil
	}
	return "", fmt.Errorf("%s %s: an object of type %T", s.Subject, s.Predicate, s.Object)
}
