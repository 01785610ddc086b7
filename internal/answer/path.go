package answer

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"rapporteur/queries/gizmo"
	"rapporteur/schema"
)

// ErrTooWide says that there is more between two things than the limits allow to
// look at.
var ErrTooWide = errors.New("too much to look at")

// Paths are the shortest ways between two entities.
type Paths struct {
	From    Named       `json:"from"`
	To      Named       `json:"to"`
	Length  *int        `json:"length"`  // in steps; null where no way is short enough
	Paths   []Path      `json:"paths"`   // the best first
	Total   int         `json:"total"`   // of the shortest ways, as far as they were counted
	Records []RecordRef `json:"records"` // that the passages of the links stand in, by symbol
	// Truncated says that the limits hid some links: there may be more ways, or
	// shorter ones.
	Truncated bool `json:"truncated"`
}

// A Named is an entity with its type.
type Named struct {
	ID    string       `json:"id"`
	Label string       `json:"label"`
	Type  schema.Class `json:"type"`
}

// A Path is one way.
type Path struct {
	Nodes []Named `json:"nodes"` // from the first entity to the last
	Steps []Step  `json:"steps"` // between each node and the next
}

// A Step is all that links two entities directly: facts before what is only
// named together.
type Step struct {
	Links []Link `json:"links"`
}

// A Search says which ways to look for.
type Search struct {
	Max   int            // most steps of a way, from 1
	Limit int            // most ways to return, from 1
	Via   []schema.Class // of what ways lead through; none is [Reader.Passable]
}

// Passable are the types that ways lead through unless they are told otherwise:
// all but those that link everything with everything. A topic is that of
// thousands of paragraphs, and a record names all that is named in it.
func (r Reader) Passable() []schema.Class {
	var out []schema.Class
	for _, c := range r.Schema.Classes() {
		switch c.ID {
		case schema.ClassTopic, schema.ClassSummaryRecord, schema.ClassMeeting:
		default:
			if r.isEntity(c.ID) {
				out = append(out, c.ID)
			}
		}
	}
	return out
}

// Paths returns the shortest ways between two different entities, which the
// names know. It looks from both ends in turn, from the one with fewer entities
// to go on from, until they meet. The error is [ErrTooWide] where the budget of
// a program is spent on the way.
func (r Reader) Paths(ctx context.Context, from, to string, s Search) (*Paths, error) {
	p := &Paths{From: r.Named(from), To: r.Named(to), Paths: []Path{}}
	if len(s.Via) == 0 {
		s.Via = r.Passable()
	}
	a, b := newSide(from, to), newSide(to, from)
	for a.depth+b.depth < s.Max && len(a.edge) > 0 && len(b.edge) > 0 {
		next := a
		if len(b.edge) < len(a.edge) {
			next = b
		}
		cut, err := r.advance(ctx, next, s.Via)
		if errors.Is(err, gizmo.ErrBudget) {
			err = fmt.Errorf("%w: %w", ErrTooWide, err)
		}
		if err != nil {
			return nil, fmt.Errorf("from %s to %s: %w", from, to, err)
		}
		p.Truncated = p.Truncated || cut
		if met := a.meets(b); len(met) > 0 {
			r.trace(p, a, b, met, s.Limit)
			break
		}
	}
	records, cut, err := r.recordRefs(ctx, p.links())
	if err != nil {
		return nil, fmt.Errorf("from %s to %s: %w", from, to, err)
	}
	p.Records, p.Truncated = records, p.Truncated || cut
	return p, nil
}

// Named returns an entity with its name and type.
func (r Reader) Named(id string) Named {
	class, _ := r.Schema.ClassOf(id)
	return Named{id, r.Names.Label(id), class}
}

// trace writes the ways through the entities in which two sides have met.
func (r Reader) trace(p *Paths, a, b *side, met []string, limit int) {
	routes := through(a, b, met)
	slices.SortFunc(routes, compareRoutes)
	length := a.depth + b.depth
	p.Length, p.Total = &length, len(routes)
	p.Truncated = p.Truncated || len(routes) == mostRoutes
	for _, way := range routes[:min(len(routes), limit)] {
		p.Paths = append(p.Paths, r.path(way))
	}
}

func (r Reader) path(way route) Path {
	var p Path
	for _, id := range way.nodes {
		p.Nodes = append(p.Nodes, r.Named(id))
	}
	for _, links := range way.steps {
		step := Step{}
		for k, s := range links {
			step.Links = append(step.Links, Link{k.source, k.target, k.predicate, s.label, max(len(s.stated), 1), few(passages(s.stated))})
		}
		slices.SortFunc(step.Links, func(a, b Link) int {
			return cmp.Or(cmp.Compare(order(a), order(b)), cmp.Compare(b.Weight, a.Weight), strings.Compare(a.Predicate, b.Predicate), strings.Compare(a.Source, b.Source))
		})
		p.Steps = append(p.Steps, step)
	}
	return p
}
