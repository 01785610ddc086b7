// Package names finds entities by what people call them, and says what to call
// an entity: an index in memory of every name in the store, with ids, names,
// aliases, acronyms, demonyms, codes and the symbols of records.
//
// An [Index] is a snapshot and safe for concurrent use. A [Book] keeps one in
// step with a store: Index for the names as they stand, Latest for those at hand.
package names

import (
	"slices"
	"strings"

	"rapporteur/graph"
	"rapporteur/schema"
)

// An Entity is a thing that has an id, as an answer to a name.
type Entity struct {
	ID    string       `json:"id"`    // short IRI: "country:AZE"
	Label string       `json:"label"` // name to show; the id's own name where the store has none
	Class schema.Class `json:"class"`
}

// An Index knows the entities of a store by name.
type Index struct {
	schema   *schema.Schema
	entities map[string]*Entity
	named    map[string][]*Entity // by name as slug, in order of ids
	// local holds what stands behind the prefix of an id, as slug: a last resort
	// that never competes with a name.
	local map[string][]*Entity
	keys  []string      // of named, sorted
	grams func() *grams // of keys, made when first asked for
	state string        // of the store before it was read, "" where nobody says
}

// State returns the state of the store that the names were read from, as
// [Store].State gives it; "" of an index that no [Book] made. An index with the
// state of the store has its names, and one write more may have slipped in.
func (x *Index) State() string { return x.state }

// is reports whether class is one of wanted, or extends one. No wanted class
// means any.
func (x *Index) is(class schema.Class, wanted []schema.Class) bool {
	return len(wanted) == 0 || slices.ContainsFunc(wanted, func(w schema.Class) bool {
		return x.schema.Is(class, w)
	})
}

// Resolve returns the id of the one entity that text names, of the classes
// wanted or, without any, of all. Text is an id, a name, an alias, an acronym, a
// demonym, a code or a symbol; an id that exists wins over any name. The error
// is an [*AmbiguousError] or an [*UnknownError].
func (x *Index) Resolve(text string, wanted ...schema.Class) (string, error) {
	text = strings.TrimSpace(text)
	found := x.Named(text, wanted...)
	if len(found) == 1 {
		return found[0].ID, nil
	}
	if len(found) > 1 {
		return "", &AmbiguousError{Text: text, Candidates: found}
	}
	key := graph.Slug(text)
	return "", &UnknownError{
		Text:   text,
		Wanted: wanted,
		Other:  x.others(text, key),
		Near:   x.near(key, wanted),
		schema: x.schema,
	}
}

// Label returns the name to show for an id, and what stands behind the prefix
// where the store has no name for it.
func (x *Index) Label(id string) string {
	if e, ok := x.entities[id]; ok {
		return e.Label
	}
	return graph.ID(id).Name()
}

// Class returns the class of an entity, "" for an id that the store does not
// describe.
func (x *Index) Class(id string) schema.Class {
	if e, ok := x.entities[id]; ok {
		return e.Class
	}
	return ""
}

// Lookup returns what the index knows of an id.
func (x *Index) Lookup(id string) (Entity, bool) {
	e, ok := x.entities[id]
	if !ok {
		return Entity{}, false
	}
	return *e, true
}

// Len returns the number of entities.
func (x *Index) Len() int { return len(x.entities) }

// IDs returns the ids of all entities of the classes wanted, in order; none means any.
func (x *Index) IDs(wanted ...schema.Class) []string {
	var ids []string
	for id, e := range x.entities {
		if x.is(e.Class, wanted) {
			ids = append(ids, id)
		}
	}
	slices.Sort(ids)
	return ids
}

// Classes counts the entities by class.
func (x *Index) Classes() map[schema.Class]int {
	counts := map[schema.Class]int{}
	for _, e := range x.entities {
		counts[e.Class]++
	}
	return counts
}

// of returns copies of those entities that are of a class wanted.
func (x *Index) of(entities []*Entity, wanted []schema.Class) []Entity {
	var found []Entity
	for _, e := range entities {
		if x.is(e.Class, wanted) {
			found = append(found, *e)
		}
	}
	return found
}

// others returns what text names where its class does not matter.
func (x *Index) others(text, key string) []Entity {
	if e, ok := x.entities[text]; ok {
		return []Entity{*e}
	}
	return x.of(x.named[key], nil)
}
