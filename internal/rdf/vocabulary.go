package rdf

import (
	"cmp"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"

	"rapporteur/schema"
)

// A vocabulary is what the JSON-LD context of the schema defines.
type vocabulary struct {
	context  json.RawMessage // what stands under @context
	prefixes []string        // sorted
	classes  map[string]string
	terms    map[schema.Property]term
}

// A term is the name of a property in JSON-LD.
type term struct {
	name  string
	typed string // of a value that is given bare: "@id", "xsd:integer", "" for a text
}

func readVocabulary() (*vocabulary, error) {
	var document struct {
		Context json.RawMessage `json:"@context"`
	}
	entries := map[string]json.RawMessage{}
	v := &vocabulary{classes: map[string]string{}, terms: map[schema.Property]term{}}
	err := json.Unmarshal([]byte(schema.Context()), &document)
	if err == nil {
		err = json.Unmarshal(document.Context, &entries)
	}
	if err != nil {
		return nil, fmt.Errorf("the JSON-LD context of the schema: %w", err)
	}
	v.context = document.Context
	for _, name := range sortedKeys(entries) {
		v.add(name, entries[name])
	}
	return v, nil
}

func (v *vocabulary) add(name string, entry json.RawMessage) {
	var iri string
	if json.Unmarshal(entry, &iri) == nil {
		switch {
		case strings.HasSuffix(iri, ":"), strings.HasSuffix(iri, "/"), strings.HasSuffix(iri, "#"):
			v.prefixes = append(v.prefixes, name)
		case !strings.HasPrefix(iri, "@"):
			v.classes[iri] = name
		}
		return
	}
	var def struct {
		ID   string `json:"@id"`
		Type string `json:"@type"`
	}
	if json.Unmarshal(entry, &def) == nil && def.ID != "" {
		v.terms[schema.Property(def.ID)] = term{name, def.Type}
	}
}

// sortedKeys returns the keys of a map, sorted.
func sortedKeys[K cmp.Ordered, V any](m map[K]V) []K { return slices.Sorted(maps.Keys(m)) }
