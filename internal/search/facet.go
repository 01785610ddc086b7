package search

import (
	bsearch "github.com/blevesearch/bleve/v2/search"

	"rapporteur/schema"
)

// maxFacets is how many values of a facet are listed.
const maxFacets = 50

// A counter is a field whose values are counted, and where to.
type counter struct {
	field string
	to    *[]Facet
}

func (p *plan) facets(f *Facets) []counter {
	if p.brief {
		return nil
	}
	if p.Kind == Entities {
		return []counter{{fieldType, &f.Type}}
	}
	return []counter{
		{fieldBody, &f.Body}, {fieldYear, &f.Year}, {fieldState, &f.State},
		{fieldRole, &f.Role}, {fieldType, &f.Type}, {fieldTopic, &f.Topic},
	}
}

// counted returns the values of a facet with their labels.
func (p *plan) counted(found *bsearch.FacetResult) []Facet {
	out := []Facet{}
	if found == nil || found.Terms == nil {
		return out
	}
	for _, t := range found.Terms.Terms() {
		out = append(out, Facet{t.Term, p.label(found.Field, t.Term), t.Count})
	}
	return out
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
