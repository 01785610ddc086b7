package names

import (
	"cmp"
	"slices"
	"strings"

	"rapporteur/graph"
	"rapporteur/internal/words"
	"rapporteur/schema"
)

// A Match is an entity with how like a text its most similar name is.
type Match struct {
	Entity
	// Likeness is 1 for a name itself, where case, accents, punctuation and a
	// leading "the" do not count, and above 0 and at most [Alike] for any other.
	Likeness float64
}

// Alike is the most that a name other than the text itself is like it, such as
// one with the same words in another order.
const Alike = 0.95

const (
	leastLike  = 0.5 // what is less like a text is no candidate
	leastGrams = 0.3 // by letters in a row alone; spelling may raise it
	mostNames  = 200 // compared letter by letter, best first
)

// Named returns the entities that text names, of the classes wanted or, without
// any, of all, in order of ids: the one with the id, else those with the name,
// else those with an id that ends so.
func (x *Index) Named(text string, wanted ...schema.Class) []Entity {
	text = strings.TrimSpace(text)
	if e, ok := x.entities[text]; ok && x.is(e.Class, wanted) {
		return []Entity{*e}
	}
	key := graph.Slug(text)
	if found := x.of(x.named[key], wanted); len(found) > 0 {
		return found
	}
	return x.of(x.local[key], wanted)
}

// Similar returns at most n entities of the classes wanted with names like text:
// those that it names, see [Index.Named], and those with names that share words
// or parts of words with it, in whatever order, or differ by a few letters. The
// most similar come first; the same likeness goes by label.
func (x *Index) Similar(text string, n int, wanted ...schema.Class) []Match {
	best := map[string]Match{}
	for _, e := range x.Named(text, wanted...) {
		best[e.ID] = Match{e, 1}
	}
	for _, near := range x.alike(graph.Slug(text), wanted) {
		for _, e := range x.named[near.name] {
			if near.likeness > best[e.ID].Likeness && x.is(e.Class, wanted) {
				best[e.ID] = Match{*e, near.likeness}
			}
		}
	}
	found := make([]Match, 0, len(best))
	for _, m := range best {
		found = append(found, m)
	}
	slices.SortFunc(found, func(a, b Match) int {
		return cmp.Or(-cmp.Compare(a.Likeness, b.Likeness), strings.Compare(a.Label, b.Label), strings.Compare(a.ID, b.ID))
	})
	return found[:min(len(found), max(n, 0))]
}

// A likeName is a name, as slug, with how like a text it is.
type likeName struct {
	name     string
	likeness float64
}

// alike returns the names other than text itself that are like it.
func (x *Index) alike(text string, wanted []schema.Class) []likeName {
	near := x.grams().near(text, func(name string) bool {
		return name != text && slices.ContainsFunc(x.named[name], func(e *Entity) bool { return x.is(e.Class, wanted) })
	})
	letters := []rune(text)
	found := near[:0]
	for _, n := range near {
		n.likeness = min(max(n.likeness, spelling(letters, []rune(n.name))), Alike)
		if n.likeness >= leastLike {
			found = append(found, n)
		}
	}
	return found
}

// spelling is the share of letters that are the same in the same order, 0 where
// more than a quarter of them (or, of few letters, more than one) differ.
func spelling(a, b []rune) float64 {
	longer := max(len(a), len(b), 1)
	most := max(longer/4, 1)
	d := words.Distance(a, b, most)
	if d > most {
		return 0
	}
	return 1 - float64(d)/float64(longer)
}
