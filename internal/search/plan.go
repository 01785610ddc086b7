package search

import (
	"context"
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/blevesearch/bleve/v2"
	bsearch "github.com/blevesearch/bleve/v2/search"
	"github.com/blevesearch/bleve/v2/search/query"

	"rapporteur/graph"
	"rapporteur/internal/names"
	"rapporteur/schema"
)

// A plan is a query that is ready to run.
type plan struct {
	Query
	state    string // of the store that the index holds
	offset   int
	clauses  []clause
	filters  []query.Query
	names    *names.Index
	schema   *schema.Schema
	analyst  *analyst
	updating bool
	brief    bool // without facets
}

// plan checks a query and finds what its names mean.
func (x *Index) plan(q Query, n *names.Index, state string) (*plan, error) {
	q, err := q.orDefault()
	if err != nil {
		return nil, err
	}
	p := &plan{Query: q, state: state, names: n, schema: x.reader.schema, analyst: x.analyst, updating: state != x.reader.store.State()}
	if p.offset, err = offset(q, state); err != nil {
		return nil, err
	}
	if p.clauses, err = x.analyst.parse(q.Text); err != nil {
		return nil, err
	}
	if p.filters, err = x.filters(q, n); err != nil {
		return nil, err
	}
	return p, nil
}

// run searches an index.
func (p *plan) run(ctx context.Context, index bleve.Index) (*Result, error) {
	result := &Result{Kind: p.Kind, State: p.state, Updating: p.updating}
	c := compiler{index: index, kind: p.Kind}
	q, err := c.compile(p.Text, p.clauses, p.filters)
	if err != nil {
		return nil, err
	}
	if c.none || strings.TrimSpace(p.Text) != "" && len(p.clauses) == 0 {
		q = query.NewMatchNoneQuery() // text without a letter means nothing
	}
	request := bleve.NewSearchRequestOptions(q, min(p.Limit, maxDepth-p.offset), p.offset, false)
	request.Fields = []string{fieldShown}
	request.SortBy(p.order())
	if !p.ranked() {
		request.Score = "none" // else 0/0
	}
	if !p.brief {
		request.AddFacet(fieldFacet, bleve.NewFacetRequest(fieldFacet, maxCounted))
	}
	found, err := index.SearchInContext(ctx, request)
	if err != nil {
		return nil, fmt.Errorf("searching: %w", err)
	}
	result.Total = int(found.Total)
	if end := p.offset + len(found.Hits); len(found.Hits) > 0 && end < result.Total && end < maxDepth {
		result.Next = next(p.Query, end, p.state)
	}
	result.Facets = p.counted(found.Facets[fieldFacet])
	return result, p.show(result, found.Hits)
}

// ranked reports whether a hit can be better than another: filters, negations and,
// of paragraphs, beginnings make none so.
func (p *plan) ranked() bool {
	return slices.ContainsFunc(p.clauses, func(c clause) bool { return !c.not && (!c.prefix || p.Kind == Entities) })
}

// order is how hits are sorted. Equal ones keep the order of symbols or labels.
func (p *plan) order() []string {
	switch {
	case p.Sort == ByDate:
		return []string{"-" + fieldDate, fieldOrder}
	case !p.ranked():
		return []string{fieldOrder}
	}
	return []string{"-_score", fieldOrder}
}

// show fills in the hits.
func (p *plan) show(result *Result, hits bsearch.DocumentMatchCollection) error {
	if p.Kind == Entities {
		result.Entities = []Entity{}
	} else {
		result.Paragraphs = []Paragraph{}
	}
	for _, hit := range hits {
		text, _ := hit.Fields[fieldShown].(string)
		var err error
		if p.Kind == Entities {
			var e shownEntity
			err = json.Unmarshal([]byte(text), &e)
			result.Entities = append(result.Entities, p.entity(hit, e))
		} else {
			var s shownParagraph
			err = json.Unmarshal([]byte(text), &s)
			result.Paragraphs = append(result.Paragraphs, p.paragraph(hit, s))
		}
		if err != nil {
			return fmt.Errorf("reading %s from the search index: %w", hit.ID, err)
		}
	}
	return nil
}

func (p *plan) paragraph(hit *bsearch.DocumentMatch, s shownParagraph) Paragraph {
	symbol, number, _ := graph.ID(hit.ID).Paragraph()
	return Paragraph{
		ID: hit.ID, Symbol: symbol, Number: number, CiteAs: graph.ID(hit.ID).Cite(),
		Date: optional(s.Date), Body: p.ref(s.Body), Section: optional(s.Section),
		Speaker: optional(s.Speaker), Role: optional(s.Role), SpeaksFor: p.ref(s.SpeaksFor),
		Fragment: fragment(s.Text, p.analyst.tokens(s.Text), p.clauses), Score: rounded(hit.Score),
	}
}

func (p *plan) entity(hit *bsearch.DocumentMatch, s shownEntity) Entity {
	class, _ := p.schema.ClassOf(hit.ID)
	e := Entity{ID: hit.ID, Label: s.Label, Type: class, Matched: []string{}, Score: rounded(hit.Score)}
	for _, name := range s.Other {
		if len(marks(p.analyst.tokens(name), p.clauses)) > 0 {
			e.Matched = append(e.Matched, name)
		}
	}
	return e
}

// rounded leaves what compares hits.
func rounded(score float64) float64 { return math.Round(score*1e4) / 1e4 }

func (p *plan) ref(id string) *Ref {
	if id == "" {
		return nil
	}
	return &Ref{id, p.names.Label(id)}
}

func optional(text string) *string {
	if text == "" {
		return nil
	}
	return &text
}
