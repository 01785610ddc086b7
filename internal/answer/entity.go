package answer

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"

	"rapporteur/graph"
	"rapporteur/queries/gizmo"
	"rapporteur/queries/table"
	"rapporteur/schema"
)

// An Entity is all that the graph says of a thing.
type Entity struct {
	ID          string       `json:"id"`
	Label       string       `json:"label"`
	Type        schema.Class `json:"type"`
	Aliases     []string     `json:"aliases"`
	Codes       []string     `json:"codes"`
	Document    *string      `json:"document"` // address of the United Nations document that it is
	Facts       []Fact       `json:"facts"`
	Mentions    int          `json:"mentions"`    // how often it is named
	Appearances []Appearance `json:"appearances"` // by record, in order of dates
	Truncated   bool         `json:"truncated"`   // the limits left something out
}

// A Fact is one statement about a thing, with every passage that makes it. An
// inverse fact is read backwards: the value "cites" the thing, which so is
// "cited by" the value.
type Fact struct {
	Property Ref        `json:"property"`
	Value    table.Item `json:"value"`
	Inverse  bool       `json:"inverse"`
	StatedIn []Passage  `json:"stated_in"`
}

// An Appearance is a record in which a thing turns up.
type Appearance struct {
	ID       string    `json:"id"`
	Symbol   string    `json:"symbol"`
	Date     *string   `json:"date"`
	Mentions int       `json:"mentions"`
	NamedIn  []Passage `json:"named_in"`  // paragraphs that name it, or are about it
	SpeaksIn []Passage `json:"speaks_in"` // paragraphs that it speaks, or that are spoken for it
}

// Entity returns the entity of an id, which the names know.
func (r Reader) Entity(ctx context.Context, id string) (*Entity, error) {
	links := r.links()
	said, err := r.run(ctx, "entity.js", map[string]any{"what": iris(id), "links": iris(links...)})
	if err != nil {
		return nil, fmt.Errorf("%s: %w", id, err)
	}
	e := &Entity{ID: id, Label: r.Names.Label(id), Type: r.Names.Class(id), Truncated: said.Truncated}
	if p := graph.ID(id).Prefix(); p == "symbol" || p == "record" {
		url := graph.DocumentURL(graph.ID(id).Name())
		e.Document = &url
	}
	v := values{}
	for _, row := range said.Rows {
		if p := schema.Property(iri(row, "property")); row["value"] != nil {
			v[p] = addNew(v[p], row["value"])
		}
	}
	e.Aliases, e.Codes = v.texts(schema.AltLabel), v.texts(schema.Notation)
	e.Facts = r.facts(said.Rows)
	return e, r.appearances(ctx, e)
}

// links are the properties that link entities with each other, not with
// paragraphs only.
func (r Reader) links() []schema.Property {
	var out []schema.Property
	for _, p := range r.Schema.Properties() {
		ofEntities := slices.ContainsFunc(p.Domain, r.isEntity) || len(p.Domain) == 0
		if ofEntities && slices.ContainsFunc(p.Range, r.isEntity) {
			out = append(out, p.IRI)
		}
	}
	return out
}

// isEntity tells things from paragraphs, from mentions and relations in them, from
// the roles of a meeting and from plain values.
func (r Reader) isEntity(c schema.Class) bool {
	_, known := r.Schema.Class(c)
	return known && c != schema.ClassParagraph && c != schema.ClassMention && c != schema.ClassRelation && c != schema.ClassMembership
}

// isEntityID is isEntity for an id.
func (r Reader) isEntityID(id string) bool {
	class, ok := r.Schema.ClassOf(id)
	return ok && r.isEntity(class)
}

// facts joins rows that say the same.
func (r Reader) facts(rows []gizmo.Row) []Fact {
	type key struct {
		property schema.Property
		value    quad.Value
		inverse  bool
	}
	stated := map[key]map[string]bool{}
	for _, row := range rows {
		k := key{schema.Property(iri(row, "property")), row["value"], false}
		if k.value == nil {
			k.value, k.inverse = row["other"], true
		}
		if k.inverse && !r.isEntityID(iri(row, "other")) {
			continue // paragraphs: appearances tell
		}
		if stated[k] == nil {
			stated[k] = map[string]bool{}
		}
		if where := iri(row, "stated_in"); where != "" {
			stated[k][where] = true
		}
	}
	facts := make([]Fact, 0, len(stated))
	for k, where := range stated {
		facts = append(facts, Fact{r.property(k.property, k.inverse), r.item(k.value), k.inverse, passages(where)})
	}
	r.sortFacts(facts)
	return facts
}

// property names a property as it is read from the thing.
func (r Reader) property(p schema.Property, inverse bool) Ref {
	def, ok := r.Schema.Property(p)
	switch {
	case !ok:
		return Ref{string(p), string(p)}
	case inverse && def.Reverse != "":
		return Ref{string(p), def.Reverse}
	}
	return Ref{string(p), def.Label}
}

// sortFacts puts own facts before inverse ones, properties in the order of the
// schema, and values in the order of their labels.
func (r Reader) sortFacts(facts []Fact) {
	place := map[string]int{}
	for i, p := range r.Schema.Properties() {
		place[string(p.IRI)] = i
	}
	side := map[bool]int{true: 1}
	slices.SortFunc(facts, func(a, b Fact) int {
		return cmp.Or(
			cmp.Compare(side[a.Inverse], side[b.Inverse]),
			cmp.Compare(place[a.Property.ID], place[b.Property.ID]),
			strings.Compare(a.Value.Label, b.Value.Label),
			compare(a.Value.Value, b.Value.Value),
		)
	})
}
