package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"unicode"
	"unicode/utf8"

	"rapporteur/schema"
)

// jsonldContext returns the JSON-LD 1.1 context: a line for every prefix,
// class and property, in the order of the schema.
func jsonldContext(s *schema.Schema, prefixes [][2]string) ([]byte, error) {
	c := contextWriter{seen: map[string]bool{}}
	c.term("@version", json.Number("1.1"))
	for _, p := range prefixes {
		c.term(p[0], p[1])
	}
	for _, class := range s.Classes() {
		c.term(string(class.ID), class.IRI)
	}
	for _, p := range s.Properties() {
		if p.IRI == schema.Type {
			c.term(term(p.ID), "@type")
			continue
		}
		c.term(term(p.ID), definition(p))
	}
	if c.err != nil {
		return nil, c.err
	}
	return fmt.Appendf(nil, "{\n  \"@context\": {\n%s\n  }\n}\n", c.lines.Bytes()), nil
}

// A contextWriter gathers terms, one a line.
type contextWriter struct {
	lines bytes.Buffer
	seen  map[string]bool
	err   error
}

func (c *contextWriter) term(name string, value any) {
	if c.err != nil {
		return
	}
	if c.seen[name] {
		c.err = fmt.Errorf("context: term %q would stand twice", name)
		return
	}
	c.seen[name] = true
	data, err := json.Marshal(value)
	if err != nil {
		c.err = err
		return
	}
	if c.lines.Len() > 0 {
		c.lines.WriteString(",\n")
	}
	fmt.Fprintf(&c.lines, "    %q: %s", name, data)
}

// termDefinition is an expanded term definition of JSON-LD.
type termDefinition struct {
	ID        schema.Property `json:"@id"`
	Type      string          `json:"@type,omitempty"`
	Container string          `json:"@container,omitempty"`
}

func definition(p schema.PropertyDef) termDefinition {
	d := termDefinition{ID: p.IRI}
	switch p.Range[0] {
	case schema.DatatypeString:
	case schema.DatatypeInteger:
		d.Type = "xsd:integer"
	case schema.DatatypeDecimal:
		d.Type = "xsd:decimal"
	default:
		d.Type = "@id"
	}
	if p.Many {
		d.Container = "@set"
	}
	return d
}

// term is the name of a property in JSON: "OfCountry" becomes "ofCountry".
func term(id string) string {
	first, size := utf8.DecodeRuneInString(id)
	return string(unicode.ToLower(first)) + id[size:]
}
