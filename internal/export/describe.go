package export

import (
	"slices"

	"github.com/cayleygraph/quad"

	"rapporteur/graph"
	"rapporteur/schema"
)

// values returns the texts and ids that the graph, not only the part, states of a
// thing by a property, sorted.
func (p *part) values(thing graph.ID, property schema.Property) ([]string, error) {
	var found []string
	err := p.view.Match(quad.Quad{Subject: quad.IRI(thing), Predicate: quad.IRI(property)}, func(q quad.Quad) error {
		if text := graph.Words(q.Object); !slices.Contains(found, text) {
			found = append(found, text)
		}
		return nil
	})
	slices.Sort(found)
	return found, err
}

// first returns the first of the values, "" where there is none.
func (p *part) first(thing graph.ID, property schema.Property) (string, error) {
	found, err := p.values(thing, property)
	if err != nil || len(found) == 0 {
		return "", err
	}
	return found[0], nil
}

// label returns what to call a thing: the name that the graph has for it, else
// that within its id.
func (p *part) label(thing graph.ID) (string, error) {
	for _, property := range []schema.Property{schema.Label, schema.PrefLabel, schema.Identifier} {
		name, err := p.first(thing, property)
		if err != nil || name != "" {
			return name, err
		}
	}
	return thing.Name(), nil
}

// country returns the name of the State that a thing belongs to, "" for none.
func (p *part) country(thing graph.ID) (string, error) {
	for _, property := range []schema.Property{schema.OfCountry, schema.DelegateOf} {
		state, err := p.first(thing, property)
		if err != nil {
			return "", err
		}
		if state != "" {
			return p.label(graph.ID(state))
		}
	}
	return "", nil
}

// recordOf returns the record of the place where something is stated, "" for the lexicon.
func recordOf(place graph.ID) graph.ID {
	if symbol, _, ok := place.Paragraph(); ok {
		return graph.RecordID(symbol)
	}
	if place.Prefix() == "record" {
		return place
	}
	return ""
}
