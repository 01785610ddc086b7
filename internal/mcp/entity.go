package mcp

import (
	"context"

	sdk "github.com/modelcontextprotocol/go-sdk/mcp"

	"rapporteur/internal/answer"
	"rapporteur/queries/table"
)

// The most of one entity that an answer holds.
const (
	mostFacts       = 80
	mostAppearances = 40
	mostPlaces      = 12 // paragraphs of one fact, or of one record
)

type entityQuestion struct {
	Entity string `json:"entity" jsonschema:"id, name, acronym or ISO code, such as IOM, country:AZE or State Migration Service"`
}

type entityAnswer struct {
	Gap
	Entity *entity `json:"entity" jsonschema:"null where the records do not know it"`
}

// An entity is what the records say of one.
type entity struct {
	ID          string       `json:"id"`
	Label       string       `json:"label"`
	Type        string       `json:"type"`
	Aliases     []string     `json:"aliases"`
	Facts       []fact       `json:"facts"`
	Mentions    int          `json:"mentions" jsonschema:"how often it is named in all"`
	Appearances []appearance `json:"appearances" jsonschema:"the records in which it is named or speaks, by date"`
	Truncated   bool         `json:"truncated" jsonschema:"whether there is more than this answer holds"`
}

type fact struct {
	Property string   `json:"property"`
	Value    string   `json:"value"`
	ValueID  string   `json:"value_id,omitempty"`
	StatedIn []string `json:"stated_in" jsonschema:"paragraphs to cite; lexicon is general knowledge that no record states"`
}

type appearance struct {
	Symbol   string   `json:"symbol"`
	Date     string   `json:"date,omitempty"`
	NamedIn  []string `json:"named_in" jsonschema:"paragraphs to cite"`
	SpeaksIn []string `json:"speaks_in" jsonschema:"paragraphs to cite"`
}

func (d desk) addEntity(server *sdk.Server) {
	add(server, "entity", "A person, institution, State, agreement, law or topic",
		"What the records say of one entity: its facts with the paragraphs that state them, and where it is named or speaks.",
		d.entity)
}

func (d desk) entity(ctx context.Context, q entityQuestion) (entityAnswer, error) {
	reader, err := d.reader(ctx)
	if err != nil {
		return entityAnswer{}, err
	}
	id, err := reader.Names.Resolve(q.Entity)
	if gap, ok := gapOf(err); ok {
		return entityAnswer{Gap: gap}, nil
	}
	found, err := reader.Entity(ctx, id)
	if err != nil {
		return entityAnswer{}, err
	}
	return entityAnswer{Entity: short(found)}, nil
}

// short leaves out what is too much to read.
func short(e *answer.Entity) *entity {
	out := &entity{
		ID: e.ID, Label: e.Label, Type: string(e.Type), Aliases: e.Aliases, Mentions: e.Mentions,
		Facts: []fact{}, Appearances: []appearance{},
		Truncated: e.Truncated || len(e.Facts) > mostFacts || len(e.Appearances) > mostAppearances,
	}
	cite := func(passages []answer.Passage) []string {
		out.Truncated = out.Truncated || len(passages) > mostPlaces
		return cites(passages[:min(len(passages), mostPlaces)])
	}
	for _, f := range e.Facts[:min(len(e.Facts), mostFacts)] {
		out.Facts = append(out.Facts, fact{f.Property.Label, f.Value.Label, idOf(f.Value), cite(f.StatedIn)})
	}
	for _, a := range e.Appearances[:min(len(e.Appearances), mostAppearances)] {
		date := ""
		if a.Date != nil {
			date = *a.Date
		}
		out.Appearances = append(out.Appearances, appearance{a.Symbol, date, cite(a.NamedIn), cite(a.SpeaksIn)})
	}
	return out
}

func cites(passages []answer.Passage) []string {
	out := make([]string, len(passages))
	for i, p := range passages {
		out[i] = p.CiteAs
	}
	return out
}

// idOf is the id of what can be asked about.
func idOf(i table.Item) string {
	if i.Type == table.Class {
		return ""
	}
	return i.ID()
}
