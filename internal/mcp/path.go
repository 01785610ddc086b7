package mcp

import (
	"context"
	"errors"
	"fmt"

	sdk "github.com/modelcontextprotocol/go-sdk/mcp"

	"rapporteur/internal/answer"
)

// How far ways are looked for, and how many are shown.
const (
	mostSteps = 4
	mostWays  = 5
)

type pathQuestion struct {
	From string `json:"from" jsonschema:"id, name or acronym of the entity where the way begins"`
	To   string `json:"to" jsonschema:"id, name or acronym of the entity where it ends"`
}

type pathAnswer struct {
	Gap
	Paths     []way `json:"paths" jsonschema:"the shortest ways, the best first"`
	Total     int   `json:"total" jsonschema:"how many ways of this length there are"`
	Truncated bool  `json:"truncated" jsonschema:"whether links were left out, so that there may be more ways or shorter ones"`
}

// A way leads from one entity to the next.
type way struct {
	Entities []named `json:"entities"`
	Steps    []step  `json:"steps" jsonschema:"between each entity and the next"`
}

type step struct {
	Links []link `json:"links"`
}

type link struct {
	Source   string   `json:"source"`
	Relation string   `json:"relation" jsonschema:"named together is no relation that a record states: the same paragraphs name both"`
	Target   string   `json:"target"`
	StatedIn []string `json:"stated_in" jsonschema:"paragraphs to cite"`
}

func (d desk) addPath(server *sdk.Server) {
	add(server, "path", "How two entities are linked",
		"The shortest ways between two entities, over what records state and what the same paragraphs name, with the paragraphs of every link.",
		d.path)
}

func (d desk) path(ctx context.Context, q pathQuestion) (pathAnswer, error) {
	a := pathAnswer{Paths: []way{}}
	reader, err := d.reader(ctx)
	if err != nil {
		return a, err
	}
	from, err := reader.Names.Resolve(q.From)
	if err != nil {
		return a.without(err)
	}
	to, err := reader.Names.Resolve(q.To)
	if err != nil {
		return a.without(err)
	}
	if from == to {
		return a, fmt.Errorf("%w: to is where the way begins", errArgument)
	}
	p, err := reader.Paths(ctx, from, to, answer.Search{Max: mostSteps, Limit: mostWays})
	if errors.Is(err, answer.ErrTooWide) {
		a.Note, a.Truncated = "So much lies between the two that it could not be looked at.", true
		return a, nil
	}
	if err != nil {
		return a, err
	}
	a.Total, a.Truncated = p.Total, p.Truncated
	if p.Total == 0 {
		a.Note = fmt.Sprintf("The records that are loaded link the two in no way of at most %d steps.", mostSteps)
	}
	for _, found := range p.Paths {
		a.Paths = append(a.Paths, shortWay(found))
	}
	return a, nil
}

// without is the answer about a name that is not one entity.
func (a pathAnswer) without(err error) (pathAnswer, error) {
	gap, ok := gapOf(err)
	if !ok {
		return a, err
	}
	a.Gap = gap
	return a, nil
}

func shortWay(p answer.Path) way {
	w := way{}
	labels := map[string]string{}
	for _, e := range p.Nodes {
		labels[e.ID] = e.Label
		w.Entities = append(w.Entities, named{e.ID, e.Label, string(e.Type)})
	}
	for _, s := range p.Steps {
		links := []link{}
		for _, l := range s.Links {
			links = append(links, link{labels[l.Source], l.Label, labels[l.Target], cites(l.Paragraphs[:min(len(l.Paragraphs), mostPlaces)])})
		}
		w.Steps = append(w.Steps, step{links})
	}
	return w
}
