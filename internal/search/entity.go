package search

import (
	"context"
	"fmt"
	"hash/fnv"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"

	"rapporteur/graph"
	"rapporteur/schema"
)

// entities calls yield with the unit of every entity of a class that has a name.
func (w writer) entities(ctx context.Context, class schema.ClassDef, yield func(unit) error) error {
	said, err := w.reader.subjects(ctx, entitiesProgram, map[string]any{
		"kind": quad.IRI(class.IRI), "naming": iris(namingProperties),
	})
	if err != nil {
		return err
	}
	for id, names := range said {
		// Two classes may share an IRI; the id tells them apart.
		if of, _ := w.reader.schema.ClassOf(id); of != class.ID {
			continue
		}
		if label(names) == "" {
			continue
		}
		u := unit{id, markOf(names), func() []document { return []document{w.entity(id, class.ID, names)} }}
		if err := yield(u); err != nil {
			return err
		}
	}
	return nil
}

// markOf differs where names do.
func markOf(said values) string {
	for _, list := range said {
		slices.Sort(list)
	}
	h := fnv.New64a()
	h.Write([]byte(asJSON(said)))
	return fmt.Sprintf("%x", h.Sum64())
}

// entity returns the document of an entity that has a name.
func (w writer) entity(id string, class schema.Class, said values) document {
	label := label(said)
	shown := shownEntity{Label: label, Other: otherNames(said, label)}
	all := append([]string{label}, shown.Other...)
	var folds, stems []string
	keys := []string{graph.Slug(id)}
	for _, former := range said[schema.SameAs] {
		keys = append(keys, graph.Slug(former))
	}
	for _, name := range all {
		f, s := w.analyst.analysed(name)
		folds, stems, keys = append(folds, f), append(stems, s), append(keys, graph.Slug(name))
	}
	d := document{id, map[string]any{
		fieldKind: string(Entities), fieldOrder: sortable(graph.Slug(label)), fieldType: string(class), fieldShown: asJSON(shown),
		fieldNames: folds, fieldNameStems: stems, fieldLabelKey: graph.Slug(label), fieldNameKey: distinct(keys),
	}}
	d.fields[fieldFacet] = facet(d.fields)
	return d
}

// label is what to call an entity.
func label(said values) string {
	for _, p := range []schema.Property{schema.Label, schema.PrefLabel, schema.Identifier} {
		if name := said.first(p); name != "" {
			return name
		}
	}
	return said.first(schema.AltLabel)
}

// otherNames are the names beside the label, codes without the key before "=".
func otherNames(said values, label string) []string {
	var names []string
	for _, p := range []schema.Property{schema.Label, schema.PrefLabel, schema.Identifier, schema.AltLabel, schema.Notation} {
		for _, name := range said[p] {
			if p == schema.Notation {
				if _, code, ok := strings.Cut(name, "="); ok {
					name = code
				}
			}
			names = append(names, name)
		}
	}
	return slices.DeleteFunc(distinct(names), func(name string) bool { return name == label || name == "" })
}
