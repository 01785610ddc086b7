package review

import (
	"cmp"
	"context"
	"embed"
	"fmt"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"

	"rapporteur/graph"
	"rapporteur/queries/gizmo"
	"rapporteur/schema"
)

//go:embed *.js
var programs embed.FS

// An entity is what the store says of one.
type entity struct {
	id         string
	class      schema.Class
	label      string // the first in the alphabet, where records differ
	names      []string
	kind       string
	honorific  string
	state      string     // code of the State or the body that it belongs to, "" for none
	mayBe      []string   // of a person who cannot be told from others: their ids
	listed     bool       // the lexicon knows it
	paragraphs []graph.ID // that name it, in order
	spelled    []spelling // its names as they are compared
}

// A reader asks a store.
type reader struct {
	ctx    context.Context
	store  Store
	schema *schema.Schema
}

// unbounded is what reading everything of a class may use: no store has that much.
const unbounded = 1 << 40

// run answers one of the embedded programs; each gets every row.
func (r *reader) run(name string, params map[string]any, each func(gizmo.Row)) error {
	src, err := programs.ReadFile(name)
	if err != nil {
		return err
	}
	p, err := gizmo.Compile(string(src), params)
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	result, err := r.store.Run(r.ctx, p, gizmo.Limits{Steps: unbounded, Rows: unbounded, Bytes: unbounded})
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	for _, row := range result.Rows {
		each(row)
	}
	return nil
}

// reviewed are the classes whose entities records introduce. Countries, topics
// and documents have ids of their own, which cannot be mistaken.
var reviewed = []schema.Class{schema.ClassPerson, schema.ClassInstitution, schema.ClassBody, schema.ClassAgreement, schema.ClassLaw, schema.ClassPolicy}

// entities reads what the store says of them, by id.
func (r *reader) entities() (map[string]*entity, error) {
	all := make(map[string]*entity)
	facts := []quad.Value{quad.IRI(schema.Label), quad.IRI(schema.AltLabel), quad.IRI(schema.Honorific), quad.IRI(schema.Kind), quad.IRI(schema.OfCountry), quad.IRI(schema.MayBe)}
	for _, class := range reviewed {
		params := map[string]any{"kind": quad.IRI(class.IRI()), "facts": facts}
		if err := r.run("entities.js", params, func(row gizmo.Row) { r.fact(all, row) }); err != nil {
			return nil, err
		}
	}
	for _, e := range all {
		slices.SortFunc(e.paragraphs, byParagraph)
		slices.Sort(e.names)
		e.names = slices.Compact(e.names)
		slices.Sort(e.mayBe)
		e.mayBe = slices.Compact(e.mayBe)
		if e.label == "" {
			e.label = graph.ID(e.id).Name()
		}
	}
	return all, nil
}

// fact takes up a row of entities.js.
func (r *reader) fact(all map[string]*entity, row gizmo.Row) {
	id := iri(row, "entity")
	e := all[id]
	if e == nil {
		class, _ := r.schema.ClassOf(id)
		if class == schema.ClassBody {
			class = schema.ClassInstitution
		}
		e = &entity{id: id, class: class}
		e.state, _, _ = strings.Cut(graph.ID(id).Name(), "/")
		if e.state == graph.ID(id).Name() {
			e.state = ""
		}
		all[id] = e
	}
	if iri(row, "from") == string(graph.Lexicon) {
		e.listed = true
	}
	if p := iri(row, "paragraph"); p != "" {
		e.paragraphs = append(e.paragraphs, graph.ID(p))
	}
	value := text(row, "value")
	switch schema.Property(iri(row, "says")) {
	case schema.OfCountry:
		e.state = graph.ID(iri(row, "value")).Name()
	case schema.MayBe:
		e.mayBe = append(e.mayBe, iri(row, "value"))
	case schema.Kind:
		e.kind = value
	case schema.Honorific:
		e.honorific = value
	case schema.Label:
		if e.label == "" || value < e.label {
			e.label = value
		}
		e.names = append(e.names, value)
	case schema.AltLabel:
		e.names = append(e.names, value)
	}
}

// A naming is an entity in a paragraph.
type naming struct {
	paragraph graph.ID
	entity    string
}

// words reads the first words by which paragraphs name each of their entities.
func (r *reader) words(paragraphs []graph.ID) (map[naming]string, error) {
	values := make([]quad.Value, len(paragraphs))
	for i, p := range paragraphs {
		values[i] = quad.IRI(p)
	}
	first, words := make(map[naming]int64), make(map[naming]string)
	err := r.run("quotes.js", map[string]any{"paragraphs": values}, func(row gizmo.Row) {
		n := naming{graph.ID(iri(row, "paragraph")), iri(row, "entity")}
		start, _ := row["start"].(quad.Int)
		said := text(row, "words")
		if old, ok := words[n]; !ok || cmp.Or(cmp.Compare(int64(start), first[n]), cmp.Compare(said, old)) < 0 {
			first[n], words[n] = int64(start), said
		}
	})
	return words, err
}

func iri(row gizmo.Row, column string) string {
	v, _ := row[column].(quad.IRI)
	return string(v)
}

func text(row gizmo.Row, column string) string {
	v, _ := row[column].(quad.String)
	return string(v)
}
