package answer

import (
	"cmp"
	"slices"
)

// A route is a way from entity to entity.
type route struct {
	nodes []string
	steps []bundle // one less
}

// join joins two ways from the same entity: back to one end, and on to the other.
func (back route) join(on route) route {
	nodes, steps := slices.Clone(back.nodes), slices.Clone(back.steps)
	slices.Reverse(nodes)
	slices.Reverse(steps)
	return route{append(nodes, on.nodes[1:]...), append(steps, on.steps...)}
}

// mostRoutes is how many ways are compared at most.
const mostRoutes = 2000

// through returns the ways through the entities in which two sides have met.
func through(a, b *side, met []string) []route {
	var all []route
	for _, id := range met {
		for _, back := range a.routes(id) {
			for _, on := range b.routes(id) {
				if len(all) == mostRoutes {
					return all
				}
				all = append(all, back.join(on))
			}
		}
	}
	return all
}

// strength tells good ways: by how many of their steps are facts, then by the
// step with the fewest passages, then by all passages.
func (way route) strength() (facts, weakest, all int) {
	for i, links := range way.steps {
		weight, fact := 0, 0
		for _, l := range links {
			weight += max(len(l.stated), 1)
			if l.fact {
				fact = 1
			}
		}
		facts, all = facts+fact, all+weight
		if i == 0 || weight < weakest {
			weakest = weight
		}
	}
	return facts, weakest, all
}

// compareRoutes puts the better way first.
func compareRoutes(a, b route) int {
	factsA, weakestA, allA := a.strength()
	factsB, weakestB, allB := b.strength()
	return cmp.Or(cmp.Compare(factsB, factsA), cmp.Compare(weakestB, weakestA), cmp.Compare(allB, allA), slices.Compare(a.nodes, b.nodes))
}
