package search

import (
	"context"
	"fmt"
	"slices"

	"github.com/cayleygraph/quad"

	"rapporteur/graph"
	"rapporteur/queries/gizmo"
	"rapporteur/schema"
)

// Programs that read what is indexed.
const (
	recordsProgram = `g.V(kind).In("<rdf:type>").Unique().Tag("record").SaveOpt("<rap:contentHash>", "hash").All()`
	broaderProgram = `g.V(kind).In("<rdf:type>").Unique().Tag("topic").Out("<skos:broader>").Tag("broader").All()`
	recordProgram  = `
g.V(record).Tag("subject").Out(header, "property").Tag("value").All()
g.V(record).In("<dcterms:isPartOf>").Tag("subject").Out(said, "property").Tag("value").All()
`
	entitiesProgram = `g.V(kind).In("<rdf:type>").Unique().Tag("subject").Out(naming, "property").Tag("value").All()`
)

// unbounded is what reading for the index may use of anything.
const unbounded = 1 << 40

// What is read of records, of paragraphs and of entities.
var (
	headerProperties = []schema.Property{schema.OfBody, schema.Date, schema.Reviews}
	saidProperties   = []schema.Property{
		schema.Text, schema.Section, schema.SpeakerName, schema.SpeakerRole, schema.SpeaksFor, schema.SpeakerFrom,
		schema.Subject, schema.Mentions, schema.Cites,
	}
	namingProperties = []schema.Property{
		schema.Label, schema.PrefLabel, schema.AltLabel, schema.Notation, schema.Identifier, schema.SameAs,
	}
)

// A storeError is a fault of the store rather than of the index.
type storeError struct{ error }

func (e storeError) Unwrap() error { return e.error }

func (r reader) run(ctx context.Context, program string, params map[string]any) ([]gizmo.Row, error) {
	p, err := gizmo.Compile(program, params)
	if err != nil {
		return nil, storeError{fmt.Errorf("reading for the search index: %w", err)}
	}
	result, err := r.store.Run(ctx, p, gizmo.Limits{Steps: unbounded, Rows: unbounded, Bytes: unbounded})
	if err != nil {
		return nil, storeError{fmt.Errorf("reading for the search index: %w", err)}
	}
	return result.Rows, nil
}

// values are what is said of one subject.
type values map[schema.Property][]string

// first is the first value in the alphabet, so that it does not depend on the
// order of facts.
func (v values) first(p schema.Property) string {
	if len(v[p]) == 0 {
		return ""
	}
	return slices.Min(v[p])
}

// subjects reads a program with the columns subject, property and value.
func (r reader) subjects(ctx context.Context, program string, params map[string]any) (map[string]values, error) {
	rows, err := r.run(ctx, program, params)
	said := map[string]values{}
	for _, row := range rows {
		id, p, value := graph.Words(row["subject"]), schema.Property(graph.Words(row["property"])), graph.Words(row["value"])
		if said[id] == nil {
			said[id] = values{}
		}
		if !slices.Contains(said[id][p], value) {
			said[id][p] = append(said[id][p], value)
		}
	}
	return said, err
}

// records returns the content hashes of all records, "" where one has none.
func (r reader) records(ctx context.Context) (map[string]string, error) {
	rows, err := r.run(ctx, recordsProgram, map[string]any{"kind": quad.IRI(schema.ClassSummaryRecord.IRI())})
	hashes := map[string]string{}
	for _, row := range rows {
		hashes[graph.Words(row["record"])] = graph.Words(row["hash"])
	}
	return hashes, err
}

// broader returns the topics right above each topic.
func (r reader) broader(ctx context.Context) (map[string][]string, error) {
	rows, err := r.run(ctx, broaderProgram, map[string]any{"kind": quad.IRI(schema.ClassTopic.IRI())})
	above := map[string][]string{}
	for _, row := range rows {
		topic := graph.Words(row["topic"])
		above[topic] = append(above[topic], graph.Words(row["broader"]))
	}
	return above, err
}

// classes are those whose entities are found by name.
func (r reader) classes() []schema.ClassDef {
	return slices.DeleteFunc(r.schema.Classes(), func(c schema.ClassDef) bool {
		switch c.ID {
		case schema.ClassMention, schema.ClassParagraph, schema.ClassRelation, schema.ClassMembership:
			return true
		}
		return false
	})
}

func iris(properties []schema.Property) []quad.Value {
	out := make([]quad.Value, len(properties))
	for i, p := range properties {
		out[i] = quad.IRI(p)
	}
	return out
}
