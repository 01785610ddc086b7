package reconcile

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"rapporteur/graph"
	"rapporteur/internal/names"
	"rapporteur/schema"
)

// PageSize is how many suggestions come at a time.
const PageSize = 20

// A Suggestion is an entity, a type or a property.
type Suggestion struct {
	ID          string `json:"id"`
	Name        string `json:"name"`
	Description string `json:"description,omitempty"`
	Notable     []Type `json:"notable,omitempty"` // types of an entity
}

// Suggestions are a page of them.
type Suggestions struct {
	Result []Suggestion `json:"result"`
}

// SuggestEntities returns entities of the types with a name in which the words of
// prefix begin words, or with prefix as id; best first, from the one at cursor on.
// Without types it is any entity. The error is a [*RequestError] for a type that
// does not exist, or the store's.
func (s Service) SuggestEntities(ctx context.Context, prefix string, types []string, cursor int) (Suggestions, error) {
	out := Suggestions{Result: []Suggestion{}}
	wanted, err := s.classes(types, Any)
	if err != nil {
		return out, fault("", "%w", err)
	}
	found := s.begun(prefix, wanted, cursor)
	ids := make([]string, len(found))
	for i, e := range found {
		ids[i] = e.ID
	}
	descriptions, err := s.descriptions(ctx, ids)
	for _, e := range found {
		out.Result = append(out.Result, Suggestion{e.ID, e.Label, descriptions[e.ID], s.typesOf(e.Class)})
	}
	return out, err
}

// begun returns a page of entities whose names or id begin so. An entity that
// prefix names as a whole by its id stands before the others.
func (s Service) begun(prefix string, wanted []schema.Class, cursor int) []names.Entity {
	if len(wanted) == 0 {
		return nil
	}
	var first []names.Entity
	if e, ok := s.Names.Lookup(s.Schema.Shorten(strings.TrimSpace(prefix))); ok && cursor == 0 && isThing(e.Class) {
		first = append(first, e)
	}
	page, _ := s.Names.SearchAmong(prefix, wanted, cursor, PageSize)
	for _, e := range page {
		if len(first) == 0 || e.ID != first[0].ID {
			first = append(first, e)
		}
	}
	return first
}

// SuggestTypes returns the types with a name in which the words of prefix begin
// words.
func (s Service) SuggestTypes(prefix string, cursor int) Suggestions {
	var all []Suggestion
	for _, t := range Types(s.Schema) {
		def, _ := s.Schema.Class(schema.Class(t.ID))
		if begins(prefix, t.ID, t.Name, def.Plural) {
			all = append(all, Suggestion{ID: t.ID, Name: t.Name, Description: def.Description})
		}
	}
	return page(all, cursor)
}

// SuggestProperties is [Service.SuggestTypes] for properties.
func (s Service) SuggestProperties(prefix string, cursor int) Suggestions {
	var all []Suggestion
	for _, p := range s.properties() {
		if begins(prefix, p.ID, p.Name) {
			all = append(all, Suggestion{ID: p.ID, Name: p.Name, Description: p.Description})
		}
	}
	return page(all, cursor)
}

// begins reports whether text begins one of the names or a word in it.
func begins(text string, names ...string) bool {
	wanted := graph.Slug(text)
	for _, name := range names {
		slug := "-" + graph.Slug(name)
		if strings.Contains(slug, "-"+wanted) || name == text {
			return true
		}
	}
	return false
}

func page(all []Suggestion, cursor int) Suggestions {
	start := min(cursor, len(all))
	return Suggestions{append([]Suggestion{}, all[start:min(start+PageSize, len(all))]...)}
}

// A Proposal is properties that entities of a type can have.
type Proposal struct {
	Properties []Property `json:"properties"`
	Type       string     `json:"type"`
	Limit      int        `json:"limit,omitempty"`
}

// Propose returns at most limit properties of entities of a type, those of the
// fewest types first; type "" is any, and limit 0 none. The error is a [*RequestError] for a type that does not exist.
func (s Service) Propose(id string, limit int) (Proposal, error) {
	out := Proposal{Properties: []Property{}, Type: id, Limit: limit}
	var class schema.Class
	if id != "" {
		var err error
		if class, err = s.class(id); err != nil {
			return out, fault("", "%w", err)
		}
	}
	for _, p := range s.properties() {
		if id == "" || s.isOf(p, class) {
			out.Properties = append(out.Properties, p)
		}
	}
	slices.SortStableFunc(out.Properties, func(a, b Property) int { return cmp.Compare(len(a.of), len(b.of)) })
	if limit > 0 && len(out.Properties) > limit {
		out.Properties = out.Properties[:limit]
	}
	return out, nil
}
