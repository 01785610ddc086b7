package schema

import (
	"go/token"
	"slices"
)

// datatypes are what a range can name besides classes.
func datatypes() []Class {
	return []Class{DatatypeString, DatatypeInteger, DatatypeDecimal, DatatypeIRI, DatatypeClass}
}

// link checks the entries against each other and builds the schema.
func (l *loader) link() (*Schema, error) {
	s := &Schema{
		byID:       map[Class]*ClassDef{},
		byPrefix:   map[string]*ClassDef{},
		byIRI:      map[string]*ClassDef{},
		byProperty: map[Property]*PropertyDef{},
	}
	for _, c := range l.classes {
		s.classes = append(s.classes, ClassDef{
			ID: c.ID, IRI: c.IRI, Label: c.Label, Plural: c.Plural, Description: c.Description,
			Extends: c.Extends, Prefixes: c.Prefix, FragmentOf: c.FragmentOf, Mention: c.Mention,
		})
	}
	for _, p := range l.properties {
		s.properties = append(s.properties, PropertyDef{
			ID: p.ID, IRI: p.IRI, Label: p.Label, Reverse: p.Reverse, Description: p.Description,
			Domain: p.Domain, Range: p.Range, Many: p.Many,
		})
	}
	for i := range s.classes {
		if err := l.addClass(s, &s.classes[i], l.classes[i].at); err != nil {
			return nil, err
		}
	}
	ids := map[string]bool{}
	for i := range s.properties {
		if err := l.addProperty(s, ids, &s.properties[i], l.properties[i].at); err != nil {
			return nil, err
		}
	}
	return s, l.checkClasses(s)
}

func (l *loader) addClass(s *Schema, c *ClassDef, at position) error {
	switch {
	case !token.IsExported(string(c.ID)) || !token.IsIdentifier(string(c.ID)):
		return at.errorf("class id %q: not a capitalised word", c.ID)
	case c.Label == "" || c.Plural == "" || c.Description == "":
		return at.errorf("class %s: needs label, plural and description", c.ID)
	case !l.registered(c.IRI):
		return at.errorf("class %s: iri %q: no registered prefix", c.ID, c.IRI)
	case s.byID[c.ID] != nil:
		return at.errorf("class %s: duplicate id", c.ID)
	case s.byIRI[c.IRI] != nil:
		return at.errorf("class %s: iri %s is that of class %s", c.ID, c.IRI, s.byIRI[c.IRI].ID)
	}
	s.byID[c.ID], s.byIRI[c.IRI] = c, c
	for _, prefix := range c.Prefixes {
		if !l.registered(prefix + ":x") {
			return at.errorf("class %s: prefix %q is not registered", c.ID, prefix)
		}
		if s.byPrefix[prefix] != nil {
			return at.errorf("class %s: prefix %q is that of class %s", c.ID, prefix, s.byPrefix[prefix].ID)
		}
		s.byPrefix[prefix] = c
	}
	return nil
}

func (l *loader) addProperty(s *Schema, ids map[string]bool, p *PropertyDef, at position) error {
	switch {
	case !token.IsExported(p.ID) || !token.IsIdentifier(p.ID):
		return at.errorf("property id %q: not a capitalised word", p.ID)
	case p.Label == "" || p.Description == "":
		return at.errorf("property %s: needs label and description", p.ID)
	case !l.registered(string(p.IRI)):
		return at.errorf("property %s: iri %q: no registered prefix", p.ID, p.IRI)
	case ids[p.ID]:
		return at.errorf("property %s: duplicate id", p.ID)
	case s.byProperty[p.IRI] != nil:
		return at.errorf("property %s: iri %s is that of property %s", p.ID, p.IRI, s.byProperty[p.IRI].ID)
	case len(p.Range) == 0:
		return at.errorf("property %s: no range", p.ID)
	}
	for _, c := range p.Domain {
		if s.byID[c] == nil {
			return at.errorf("property %s: domain: unknown class %q", p.ID, c)
		}
	}
	for _, c := range p.Range {
		if s.byID[c] == nil && !slices.Contains(datatypes(), c) {
			return at.errorf("property %s: range: unknown class %q", p.ID, c)
		}
		if s.byID[c] == nil && len(p.Range) > 1 {
			return at.errorf("property %s: range: %s must stand alone", p.ID, c)
		}
	}
	ids[p.ID], s.byProperty[p.IRI] = true, p
	return nil
}

// checkClasses looks at what classes say of other classes.
func (l *loader) checkClasses(s *Schema) error {
	for i := range s.classes {
		c, at := &s.classes[i], l.classes[i].at
		if c.Extends != "" && s.byID[c.Extends] == nil {
			return at.errorf("class %s: extends: unknown class %q", c.ID, c.Extends)
		}
		for _, whole := range c.FragmentOf {
			if s.byID[whole] == nil {
				return at.errorf("class %s: fragmentOf: unknown class %q", c.ID, whole)
			}
		}
		steps := 0
		for wider := c.Extends; wider != ""; wider = s.byID[wider].Extends {
			if steps++; steps > len(s.classes) || s.byID[wider] == nil {
				return at.errorf("class %s: extends itself, or what is not there", c.ID)
			}
		}
	}
	return nil
}
