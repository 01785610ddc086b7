package mcp

import (
	"context"
	"fmt"

	sdk "github.com/modelcontextprotocol/go-sdk/mcp"

	"rapporteur/internal/search"
)

// A Searcher finds paragraphs by their words and entities by their names.
type Searcher interface {
	Search(ctx context.Context, q search.Query) (*search.Result, error)
}

type searchQuestion struct {
	Query  string `json:"query,omitempty" jsonschema:"words as they stand in paragraphs or names; \"phrases\" in quotes, -not, begin*"`
	Kind   string `json:"kind,omitempty" jsonschema:"paragraph (default) or entity"`
	Type   string `json:"type,omitempty" jsonschema:"class of the entity, or of one that the paragraph names: Person, Institution, Country, Agreement, Law, Policy, Document or Topic"`
	Body   string `json:"body,omitempty" jsonschema:"only in records of this body, such as CMW"`
	Year   string `json:"year,omitempty" jsonschema:"2019, or from and to: 2015-2019"`
	State  string `json:"state,omitempty" jsonschema:"for which somebody speaks, or which is under review"`
	Role   string `json:"role,omitempty" jsonschema:"of the speaker: chair, member, delegation, institution or secretariat"`
	Topic  string `json:"topic,omitempty" jsonschema:"of the paragraph, narrower topics included"`
	Entity string `json:"entity,omitempty" jsonschema:"that the paragraph names"`
	Limit  int    `json:"limit,omitempty" jsonschema:"most hits, from 1 to 100; default 20"`
}

type searchAnswer struct {
	Gap
	Total      int     `json:"total" jsonschema:"how many were found in all"`
	Paragraphs []found `json:"paragraphs" jsonschema:"the best first"`
	Entities   []named `json:"entities" jsonschema:"the best first"`
}

// found is a paragraph that was found.
type found struct {
	Symbol    string `json:"symbol"`
	Number    int    `json:"number"`
	CiteAs    string `json:"cite_as"`
	Date      string `json:"date,omitempty"`
	Speaker   string `json:"speaker,omitempty"`
	Role      string `json:"role,omitempty"`
	SpeaksFor string `json:"speaks_for,omitempty"`
	Fragment  string `json:"fragment" jsonschema:"a part of its text; get_paragraph gives the whole"`
}

// named is an entity.
type named struct {
	ID    string `json:"id"`
	Label string `json:"label"`
	Type  string `json:"type"`
}

func (d desk) addSearch(server *sdk.Server) {
	if d.Search == nil {
		return
	}
	add(server, "search", "Search",
		"Find paragraphs by their words, or entities by their names, narrowed by body, year, State, role of the speaker, topic or entity.",
		d.search)
}

func (d desk) search(ctx context.Context, q searchQuestion) (searchAnswer, error) {
	a := searchAnswer{Paragraphs: []found{}, Entities: []named{}}
	r, err := d.Search.Search(ctx, search.Query{
		Text: q.Query, Kind: search.Kind(q.Kind), Type: q.Type, Body: q.Body, Year: q.Year,
		State: q.State, Role: q.Role, Topic: q.Topic, Entity: q.Entity, Limit: q.Limit,
	})
	if gap, ok := gapOf(err); ok {
		a.Gap = gap
		return a, nil
	}
	if err != nil {
		return a, err
	}
	a.Total = r.Total
	if r.Total == 0 {
		a.Note = unsaid
	}
	for _, p := range r.Paragraphs {
		hit := found{Symbol: p.Symbol, Number: p.Number, CiteAs: p.CiteAs, Date: text(p.Date), Speaker: text(p.Speaker), Role: text(p.Role), Fragment: p.Fragment.Text}
		if p.SpeaksFor != nil {
			hit.SpeaksFor = fmt.Sprintf("%s (%s)", p.SpeaksFor.Label, p.SpeaksFor.ID)
		}
		a.Paragraphs = append(a.Paragraphs, hit)
	}
	for _, e := range r.Entities {
		a.Entities = append(a.Entities, named{e.ID, e.Label, string(e.Type)})
	}
	return a, nil
}

// text is "" for what is not known.
func text(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}
