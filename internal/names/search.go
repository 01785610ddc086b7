package names

import (
	"cmp"
	"slices"
	"strings"

	"rapporteur/graph"
	"rapporteur/internal/words"
	"rapporteur/schema"
)

// maxNear is how many near names an UnknownError offers.
const maxNear = 5

// How well a name answers a search; less is better.
const (
	exact = iota
	prefix
	wordsBegin
	noMatch
)

// Search returns the entities of a class ("" is any) that have a name in which
// every word of text begins a word, best first: the name itself, names that
// begin with text, all others; then by label. Empty text finds all, text without
// a letter or digit nothing. It returns limit entities from offset on, and how many there are in all.
func (x *Index) Search(text string, class schema.Class, offset, limit int) (page []Entity, total int) {
	if class == "" {
		return x.SearchAmong(text, nil, offset, limit)
	}
	return x.SearchAmong(text, []schema.Class{class}, offset, limit)
}

// SearchAmong is [Index.Search] for entities of several classes; none means any.
func (x *Index) SearchAmong(text string, wanted []schema.Class, offset, limit int) (page []Entity, total int) {
	type hit struct {
		*Entity
		rank int
		slug string // of the label, made once for all comparisons
	}
	var hits []hit
	for e, rank := range x.ranks(text) {
		if x.is(e.Class, wanted) {
			hits = append(hits, hit{e, rank, graph.Slug(e.Label)})
		}
	}
	slices.SortFunc(hits, func(a, b hit) int {
		return cmp.Or(cmp.Compare(a.rank, b.rank), cmp.Compare(a.slug, b.slug), cmp.Compare(a.ID, b.ID))
	})
	start := min(max(offset, 0), len(hits))
	end := min(start+max(limit, 0), len(hits))
	page = make([]Entity, 0, end-start)
	for _, h := range hits[start:end] {
		page = append(page, *h.Entity)
	}
	return page, len(hits)
}

// ranks returns the entities with a name that matches, each at its best.
func (x *Index) ranks(text string) map[*Entity]int {
	best := map[*Entity]int{}
	if strings.TrimSpace(text) == "" {
		for _, e := range x.entities {
			best[e] = exact
		}
		return best
	}
	slug := graph.Slug(text)
	if slug == "" {
		return best
	}
	wanted := strings.Split(slug, "-")
	for _, key := range x.keys {
		rank := match(key, slug, wanted)
		if rank == noMatch {
			continue
		}
		for _, e := range x.named[key] {
			if old, ok := best[e]; !ok || rank < old {
				best[e] = rank
			}
		}
	}
	return best
}

func match(key, text string, wanted []string) int {
	switch {
	case key == text:
		return exact
	case strings.HasPrefix(key, text):
		return prefix
	}
	for _, w := range wanted {
		if !strings.HasPrefix(key, w) && !strings.Contains(key, "-"+w) {
			return noMatch
		}
	}
	return wordsBegin
}

// near returns the entities with the names nearest to a slug that nothing has:
// names that differ by a few letters, then names that contain it.
func (x *Index) near(name string, wanted []schema.Class) []Entity {
	if name == "" {
		return nil
	}
	best := map[*Entity]int{}
	for key, distance := range x.distances(name) {
		for _, e := range x.named[key] {
			if old, ok := best[e]; x.is(e.Class, wanted) && (!ok || distance < old) {
				best[e] = distance
			}
		}
	}
	found := make([]*Entity, 0, len(best))
	for e := range best {
		found = append(found, e)
	}
	slices.SortFunc(found, func(a, b *Entity) int {
		return cmp.Or(cmp.Compare(best[a], best[b]), cmp.Compare(len(a.Label), len(b.Label)), cmp.Compare(a.ID, b.ID))
	})
	return x.of(found[:min(len(found), maxNear)], nil)
}

func (x *Index) distances(name string) map[string]int {
	found := map[string]int{}
	letters, wanted := []rune(name), strings.Split(name, "-")
	most := len(letters)/5 + 1
	for _, key := range x.keys {
		if d := words.Distance(letters, []rune(key), most); d <= most {
			found[key] = d
		} else if match(key, name, wanted) != noMatch {
			found[key] = most + 1
		}
	}
	return found
}
