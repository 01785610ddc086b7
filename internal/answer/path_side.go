package answer

import (
	"context"
	"maps"
	"slices"

	"rapporteur/schema"
)

// A side is what is known from one end of a search for ways.
type side struct {
	goal  string // the other end, which a way may always lead to
	depth int    // steps from the end
	// reached are the entities that were reached, with what links each with those
	// a step nearer to the end.
	reached map[string]*stop
	edge    []string // those reached last
}

// A stop is an entity that was reached.
type stop struct {
	depth int
	back  map[string]bundle // by the entity a step nearer
}

// A bundle is all that links two entities.
type bundle map[strandKey]*strand

func newSide(end, goal string) *side {
	return &side{goal: goal, reached: map[string]*stop{end: {}}, edge: []string{end}}
}

// portion is how many entities are asked about at once. Where that has more
// links than the limits allow, it is halved.
const portion = 64

// advance goes a step on from all entities of the edge. It reports whether the
// limits hid some links.
func (r Reader) advance(ctx context.Context, s *side, via []schema.Class) (cut bool, err error) {
	edge := s.edge
	s.edge, s.depth = nil, s.depth+1
	for nodes := range slices.Chunk(edge, portion) {
		hidden, err := r.advanceFrom(ctx, s, nodes, via)
		if err != nil {
			return cut, err
		}
		cut = cut || hidden
	}
	slices.Sort(s.edge)
	return cut, nil
}

// leading are the programs that lead on from nodes. What a record names counts
// where records are looked at, from either side.
func (r Reader) leading(s *side, nodes []string, via []schema.Class) []string {
	programs := slices.Clone(linking)
	if slices.ContainsFunc(nodes, r.isRecord) {
		programs = append(programs, "record-names.js")
	}
	if r.isRecord(s.goal) || slices.Contains(via, schema.ClassSummaryRecord) {
		programs = append(programs, "records-of.js")
	}
	return programs
}

func (r Reader) advanceFrom(ctx context.Context, s *side, nodes []string, via []schema.Class) (cut bool, err error) {
	found := newWeave()
	cut, err = r.linksOf(ctx, found, nodes, r.leading(s, nodes, via))
	if err != nil {
		return cut, err
	}
	if half := len(nodes) / 2; cut && half > 0 {
		first, err := r.advanceFrom(ctx, s, nodes[:half], via)
		if err != nil {
			return first, err
		}
		second, err := r.advanceFrom(ctx, s, nodes[half:], via)
		return first || second, err
	}
	from := map[string]bool{}
	for _, id := range nodes {
		from[id] = true
	}
	for k, l := range found.strands {
		for _, ends := range [][2]string{{k.source, k.target}, {k.target, k.source}} {
			if from[ends[0]] && (ends[1] == s.goal || r.wanted(ends[1], via)) {
				s.reach(ends[0], ends[1], k, l)
			}
		}
	}
	return cut, nil
}

// reach notes a link that leads a step on, unless it leads where the search has
// been before.
func (s *side) reach(from, to string, k strandKey, l *strand) {
	p := s.reached[to]
	if p == nil {
		p = &stop{s.depth, map[string]bundle{}}
		s.reached[to] = p
		s.edge = append(s.edge, to)
	}
	if p.depth != s.depth {
		return
	}
	if p.back[from] == nil {
		p.back[from] = bundle{}
	}
	p.back[from][k] = l
}

// meets returns the entities that both sides have reached, sorted.
func (s *side) meets(other *side) []string {
	var met []string
	for id, p := range s.reached {
		if o := other.reached[id]; o != nil && p.depth == s.depth && o.depth == other.depth {
			met = append(met, id)
		}
	}
	slices.Sort(met)
	return met
}

// routes returns the ways from an entity back to the end of the side.
func (s *side) routes(id string) []route {
	p := s.reached[id]
	if p.depth == 0 {
		return []route{{nodes: []string{id}}}
	}
	var out []route
	for _, nearer := range slices.Sorted(maps.Keys(p.back)) {
		for _, rest := range s.routes(nearer) {
			if len(out) == mostRoutes {
				return out
			}
			out = append(out, route{nodes: append([]string{id}, rest.nodes...), steps: append([]bundle{p.back[nearer]}, rest.steps...)})
		}
	}
	return out
}
