package reconcile

import (
	"context"
	"maps"
	"slices"
	"unicode/utf8"

	"rapporteur/internal/names"
	"rapporteur/schema"
)

// A plan is a query whose types and properties are found in the schema.
type plan struct {
	query      Query
	limit      int
	wanted     []schema.Class // classes of things that the types allow
	searched   []schema.Class // classes of candidates: those wanted, or all things
	conditions []condition
	pool       []names.Match // the entities to look at
}

// Reconcile answers a batch. The error is a [*RequestError] for a type or property
// that does not exist, or the store's.
func (s Service) Reconcile(ctx context.Context, b Batch) (map[string]Result, error) {
	plans := map[string]plan{}
	for _, key := range slices.Sorted(maps.Keys(b)) {
		if err := ctx.Err(); err != nil { // looking for names does not ask
			return nil, err
		}
		p, err := s.plan(b[key])
		if err != nil {
			return nil, fault(key, "%w", err)
		}
		if p.pool, err = s.pool(ctx, p); err != nil {
			return nil, err
		}
		plans[key] = p
	}
	known, err := s.factsFor(ctx, plans)
	if err != nil {
		return nil, err
	}
	results := map[string]Result{}
	for key, p := range plans {
		results[key] = Result{s.rank(p, s.drafts(p, known), s.match(p, known))}
	}
	return results, s.describe(ctx, results)
}

// factsFor reads what tells the candidates of all plans apart.
func (s Service) factsFor(ctx context.Context, plans map[string]plan) (facts, error) {
	ids, properties := map[string]bool{}, []Property{}
	for _, p := range plans {
		if len(p.conditions) == 0 || p.query.Text == "" {
			continue
		}
		for _, m := range p.pool {
			ids[m.ID] = true
		}
		for _, c := range p.conditions {
			properties = append(properties, c.property)
		}
	}
	return s.facts(ctx, slices.Sorted(maps.Keys(ids)), properties)
}

func (s Service) plan(q Query) (p plan, err error) {
	p = plan{query: q, limit: defaultCandidates}
	if q.Limit > 0 {
		p.limit = min(q.Limit, MaxCandidates)
	}
	if p.wanted, err = s.classes(q.Types, q.Strict); err != nil {
		return p, err
	}
	p.searched = p.wanted
	if q.Strict == Should {
		p.searched, _ = s.classes(nil, Any)
	}
	for _, c := range q.Properties {
		condition, err := s.condition(c)
		if err != nil {
			return p, err
		}
		p.conditions = append(p.conditions, condition)
	}
	return p, nil
}

// pool returns the entities to look at.
func (s Service) pool(ctx context.Context, p plan) ([]names.Match, error) {
	switch text := p.query.Text; {
	case len(p.searched) == 0 || utf8.RuneCountInString(text) > MaxText:
		return nil, nil
	case text == "":
		return s.holders(ctx, p)
	default:
		return s.called(p), nil
	}
}

// called returns the entities with names like that of the query: with properties
// to tell them by more than are asked for, and every namesake.
func (s Service) called(p plan) []names.Match {
	text, n := p.query.Text, p.limit
	if len(p.conditions) > 0 {
		n = max(considered, min(len(s.Names.Named(text, p.searched...)), mostNamesakes))
	}
	pool := s.Names.Similar(text, n, p.searched...)
	for _, e := range s.Names.Named(text, p.wanted...) { // of any type, the name may first mean others
		if len(pool) < n+mostNamesakes && !slices.ContainsFunc(pool, func(m names.Match) bool { return m.ID == e.ID }) {
			pool = append(pool, names.Match{Entity: e, Likeness: 1})
		}
	}
	return pool
}

// match returns the id of the one entity that the query can only mean.
func (s Service) match(p plan, known facts) string {
	if p.query.Text == "" || len(p.wanted) == 0 || utf8.RuneCountInString(p.query.Text) > MaxText {
		return ""
	}
	namesakes := s.Names.Named(p.query.Text, p.wanted...)
	if len(namesakes) > mostNamesakes {
		return "" // not all were looked at
	}
	namesakes = slices.DeleteFunc(namesakes, func(e names.Entity) bool { return s.fits(p.conditions, known[e.ID]) < fitting })
	if len(namesakes) != 1 {
		return ""
	}
	return namesakes[0].ID
}

func (s Service) drafts(p plan, known facts) []draft {
	drafts := make([]draft, len(p.pool))
	for i, m := range p.pool {
		fit := fitting
		if p.query.Text != "" { // else the graph was asked for what fits
			fit = s.fits(p.conditions, known[m.ID])
		}
		typed := slices.ContainsFunc(p.wanted, func(w schema.Class) bool { return s.Schema.Is(m.Class, w) })
		drafts[i] = draft{m, fit, typed}
	}
	return drafts
}
