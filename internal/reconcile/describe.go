package reconcile

import (
	"context"
	"maps"
	"slices"
	"strings"

	"rapporteur/graph"
	"rapporteur/schema"
)

// telling are the properties that tell namesakes apart, in the order of a
// description.
var telling = []schema.Property{schema.Kind, schema.OfCountry, schema.DelegateOf, schema.MemberOf, schema.OfBody, schema.Date}

// mostTelling is how many values of a property a description has.
const mostTelling = 3

// describe adds descriptions to candidates: "ministry, Utopia".
func (s Service) describe(ctx context.Context, results map[string]Result) error {
	ids := map[string]bool{}
	for _, r := range results {
		for _, c := range r.Candidates {
			ids[c.ID] = true
		}
	}
	descriptions, err := s.descriptions(ctx, slices.Sorted(maps.Keys(ids)))
	for _, r := range results {
		for i := range r.Candidates {
			r.Candidates[i].Description = descriptions[r.Candidates[i].ID]
		}
	}
	return err
}

// descriptions returns what tells entities apart, by id.
func (s Service) descriptions(ctx context.Context, ids []string) (map[string]string, error) {
	var properties []Property
	for _, p := range telling {
		properties = append(properties, Property{ID: string(p), iri: p})
	}
	known, err := s.facts(ctx, ids, properties)
	if err != nil {
		return nil, err
	}
	all := map[string]string{}
	for id, stated := range known {
		var parts []string
		for _, p := range telling {
			for i, words := range s.shown(stated[string(p)]) {
				if i < mostTelling && !slices.Contains(parts, words) {
					parts = append(parts, words)
				}
			}
		}
		all[id] = strings.Join(parts, ", ")
	}
	return all, nil
}

// shown returns values as people read them, sorted.
func (s Service) shown(values []fact) []string {
	var out []string
	for _, f := range values {
		words := graph.Words(f.value)
		if id := iri(f.value); id != "" {
			words = s.label(id)
		}
		out = append(out, words)
	}
	slices.Sort(out)
	return out
}

// label returns the words for an id: of an entity its name, of a class its label.
func (s Service) label(id string) string {
	if def, ok := s.Schema.ClassByIRI(id); ok {
		return def.Label
	}
	if _, ok := s.Schema.ClassOf(id); ok {
		return s.Names.Label(id)
	}
	if full, err := s.Schema.Expand(id); err == nil {
		return full
	}
	return id
}
