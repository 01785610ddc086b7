package reconcile

import (
	"context"
	"fmt"

	"github.com/cayleygraph/quad"

	"rapporteur/queries/gizmo"
	"rapporteur/schema"
)

// A Card is what tells an entity from others, on a small space.
type Card struct {
	ID         string
	Name       string
	Type       string // "Institution"
	Lines      []Line // at most a few
	Paragraphs int    // in which it is named, or which are about it
}

// A Line is a property with values as people read them.
type Line struct {
	Label  string
	Values []string
	More   int // values that are left out
}

// mostShown is how many values a line has.
const mostShown = 4

// shownOnCards are properties of cards, in the order of a card.
var shownOnCards = []schema.Property{
	schema.AltLabel, schema.Notation, schema.Kind, schema.OfCountry, schema.DelegateOf, schema.MemberOf,
	schema.Party, schema.Broader, schema.OfBody, schema.Reviews, schema.Date,
}

// Properties of a card, and in how many paragraphs its entity turns up.
const (
	cardFacts      = `g.V(entity).Tag("entity").Out(properties, "property").LabelTag("stated_in").Tag("value").All()`
	cardParagraphs = `g.V(entity).In(ways).Unique().Count()`
)

// Card returns the card of an entity. The error is [ErrNoEntity] or the store's.
func (s Service) Card(ctx context.Context, id string) (*Card, error) {
	e, ok := s.Names.Lookup(id)
	if !ok {
		return nil, fmt.Errorf("%q: %w", id, ErrNoEntity)
	}
	card := &Card{ID: id, Name: e.Label}
	if def, ok := s.Schema.Class(e.Class); ok {
		card.Type = def.Label
	}
	var properties []quad.Value
	for _, p := range shownOnCards {
		properties = append(properties, quad.IRI(p))
	}
	rows, err := s.run(ctx, cardFacts, map[string]any{"entity": quad.IRI(id), "properties": properties})
	if err != nil {
		return nil, err
	}
	known := facts{}
	s.add(known, rows, false)
	for _, p := range shownOnCards {
		card.add(s.Schema, p, s.shown(known[id][string(p)]))
	}
	ways := []quad.Value{quad.IRI(schema.Mentions), quad.IRI(schema.Subject)}
	rows, err = s.run(ctx, cardParagraphs, map[string]any{"entity": quad.IRI(id), "ways": ways})
	card.Paragraphs = count(rows)
	return card, err
}

func (c *Card) add(sch *schema.Schema, p schema.Property, values []string) {
	if len(values) == 0 {
		return
	}
	def, _ := sch.Property(p)
	n := min(len(values), mostShown)
	c.Lines = append(c.Lines, Line{Label: def.Label, Values: values[:n], More: len(values) - n})
}

func count(rows []gizmo.Row) int {
	if len(rows) == 0 {
		return 0
	}
	n, _ := rows[0]["count"].(quad.Int)
	return int(n)
}
