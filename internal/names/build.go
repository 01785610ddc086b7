package names

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"

	"github.com/cayleygraph/quad"

	"rapporteur/graph"
	"rapporteur/queries/gizmo"
	"rapporteur/schema"
)

// A Runner answers Gizmo programs.
type Runner interface {
	Run(ctx context.Context, p *gizmo.Program, lim gizmo.Limits) (*gizmo.Result, error)
}

// unbounded is what reading all names of a class may use of anything: no store
// has that many.
const unbounded = 1 << 40

// namesOf finds what the entities of a class are called. Entities without any
// name are found too.
const namesOf = `
g.V(kind).In("<rdf:type>").Unique().Tag("entity").All()
g.V(kind).In("<rdf:type>").Unique().Tag("entity").Out(naming, "says").Tag("name").All()
`

// naming are the properties whose values name an entity; an id that a correction
// gave up still finds what it became.
func naming() []quad.Value {
	return []quad.Value{
		quad.IRI(schema.Label), quad.IRI(schema.PrefLabel), quad.IRI(schema.AltLabel),
		quad.IRI(schema.Notation), quad.IRI(schema.Identifier), quad.IRI(schema.Honorific), quad.IRI(schema.SameAs),
	}
}

// Build reads the names of all entities of a store.
func Build(ctx context.Context, store Runner, sch *schema.Schema) (*Index, error) {
	b := builder{schema: sch, called: map[string]map[schema.Property][]string{}}
	for _, class := range sch.Classes() {
		if class.ID == schema.ClassMention || class.ID == schema.ClassParagraph {
			continue // many, and named by what they belong to
		}
		p, err := gizmo.Compile(namesOf, map[string]any{"kind": quad.IRI(class.IRI), "naming": naming()})
		if err != nil {
			return nil, fmt.Errorf("names of %s: %w", class.Plural, err)
		}
		result, err := store.Run(ctx, p, gizmo.Limits{Steps: unbounded, Rows: unbounded, Bytes: unbounded})
		if err != nil {
			return nil, fmt.Errorf("reading the names of %s: %w", class.Plural, err)
		}
		if result.Truncated {
			return nil, fmt.Errorf("reading the names of %s: more than the store gives at once", class.Plural)
		}
		for _, row := range result.Rows {
			b.add(row)
		}
	}
	return b.index(), nil
}

// A builder collects what each entity is called, by id and property.
type builder struct {
	schema *schema.Schema
	called map[string]map[schema.Property][]string
}

func (b *builder) add(row gizmo.Row) {
	id, ok := row["entity"].(quad.IRI)
	if !ok {
		return
	}
	called := b.called[string(id)]
	if called == nil {
		called = map[schema.Property][]string{}
		b.called[string(id)] = called
	}
	if says, ok := row["says"].(quad.IRI); ok {
		p, name := schema.Property(says), graph.Words(row["name"])
		if name != "" && !slices.Contains(called[p], name) {
			called[p] = append(called[p], name)
		}
	}
}

func (b *builder) index() *Index {
	x := &Index{
		schema:   b.schema,
		entities: make(map[string]*Entity, len(b.called)),
		named:    map[string][]*Entity{},
		local:    map[string][]*Entity{},
	}
	for _, id := range slices.Sorted(maps.Keys(b.called)) {
		called := b.called[id]
		class, _ := b.schema.ClassOf(id)
		e := &Entity{ID: id, Label: label(id, called), Class: class}
		x.entities[id] = e
		for p, values := range called {
			for _, value := range values {
				x.name(x.named, spoken(p, value, e), e)
			}
		}
		x.name(x.local, graph.ID(id).Name(), e)
	}
	x.keys = slices.Sorted(maps.Keys(x.named))
	x.grams = sync.OnceValue(func() *grams { return newGrams(x.keys) })
	return x
}

// spoken is what people say for a value: a title goes before the name ("Mr.
// Huseynov"), the key of a code ("iso2=AZ") is left out.
func spoken(p schema.Property, value string, e *Entity) string {
	switch p {
	case schema.Honorific:
		return value + " " + e.Label
	case schema.Notation:
		if _, code, ok := strings.Cut(value, "="); ok {
			return code
		}
	}
	return value
}

// name adds a name of e once.
func (x *Index) name(names map[string][]*Entity, name string, e *Entity) {
	key := graph.Slug(name)
	if key == "" {
		return
	}
	at, found := slices.BinarySearchFunc(names[key], e, func(a, b *Entity) int { return cmp.Compare(a.ID, b.ID) })
	if !found {
		names[key] = slices.Insert(names[key], at, e)
	}
}

// label chooses the name to show; of several the first in the alphabet, so that
// it does not depend on the order of facts.
func label(id string, called map[schema.Property][]string) string {
	for _, p := range []schema.Property{schema.Label, schema.PrefLabel, schema.Identifier} {
		if names := called[p]; len(names) > 0 {
			return slices.Min(names)
		}
	}
	return graph.ID(id).Name()
}
