package search

import (
	"strings"

	bsearch "github.com/blevesearch/bleve/v2/search"

	"rapporteur/schema"
)

// maxFacets is how many values of a facet are listed.
const maxFacets = 50

// maxCounted is how many values of all facets are counted: more than there are
// types, topics and States.
const maxCounted = 10_000

// facet returns what a document counts for: one field for all facets, as bleve
// takes about as long for each field as for all its values.
func facet(fields map[string]any) []string {
	var all []string
	for _, name := range []string{fieldBody, fieldYear, fieldState, fieldRole, fieldType, fieldTopic} {
		switch v := fields[name].(type) {
		case string:
			all = append(all, name+"="+v)
		case []string:
			for _, value := range v {
				all = append(all, name+"="+value)
			}
		}
	}
	return all
}

// counted sorts the values that were counted by facet.
func (p *plan) counted(found *bsearch.FacetResult) Facets {
	f := Facets{Type: []Facet{}}
	to := map[string]*[]Facet{fieldType: &f.Type}
	if p.Kind == Paragraphs {
		f.Body, f.Year, f.State, f.Role, f.Topic = []Facet{}, []Facet{}, []Facet{}, []Facet{}, []Facet{}
		to[fieldBody], to[fieldYear], to[fieldState], to[fieldRole], to[fieldTopic] = &f.Body, &f.Year, &f.State, &f.Role, &f.Topic
	}
	if found == nil || found.Terms == nil {
		return f
	}
	for _, t := range found.Terms.Terms() {
		field, value, _ := strings.Cut(t.Term, "=")
		if list := to[field]; list != nil && len(*list) < maxFacets {
			*list = append(*list, Facet{value, p.label(field, value), t.Count})
		}
	}
	return f
}

// label shows the value of a facet.
func (p *plan) label(field, value string) string {
	switch field {
	case fieldYear, fieldRole:
		return value
	case fieldType:
		def, _ := p.schema.Class(schema.Class(value))
		return def.Label
	}
	return p.names.Label(value)
}
