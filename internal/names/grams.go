package names

import (
	"cmp"
	"slices"
)

// A gram is three letters in a row within a word, whose ends count as letters.
type gram [3]rune

// grams find names that share letters with a text without a look at every name.
type grams struct {
	names  []string         // as slugs
	sizes  []int            // how many different grams each name has
	having map[gram][]int32 // places in names, ascending
}

// newGrams prepares names, which are slugs, for searching.
func newGrams(names []string) *grams {
	g := &grams{names: names, sizes: make([]int, len(names)), having: map[gram][]int32{}}
	for i, name := range names {
		all := gramsOf(name)
		g.sizes[i] = len(all)
		for _, one := range all {
			g.having[one] = append(g.having[one], int32(i))
		}
	}
	return g
}

// gramsOf returns the different grams of a slug.
func gramsOf(slug string) []gram {
	letters := []rune("-" + slug + "-")
	all := make([]gram, 0, len(letters))
	for i := 1; i < len(letters)-1; i++ {
		if letters[i] != '-' { // no gram reaches over the end of a word
			all = append(all, gram(letters[i-1:i+2]))
		}
	}
	slices.SortFunc(all, func(a, b gram) int {
		return cmp.Or(cmp.Compare(a[0], b[0]), cmp.Compare(a[1], b[1]), cmp.Compare(a[2], b[2]))
	})
	return slices.Compact(all)
}

// near returns the names wanted that share most grams with a slug, by the share
// of grams that both have (the coefficient of Dice).
func (g *grams) near(slug string, wanted func(name string) bool) []likeName {
	all := gramsOf(slug)
	shared := make([]int32, len(g.names))
	for _, one := range all {
		for _, i := range g.having[one] {
			shared[i]++
		}
	}
	var found []likeName
	for i, n := range shared {
		likeness := 2 * float64(n) / float64(len(all)+g.sizes[i])
		if n > 0 && likeness >= leastGrams {
			found = append(found, likeName{g.names[i], likeness})
		}
	}
	slices.SortFunc(found, func(a, b likeName) int {
		return cmp.Or(-cmp.Compare(a.likeness, b.likeness), cmp.Compare(a.name, b.name))
	})
	best := found[:0]
	for _, name := range found {
		if len(best) == mostNames {
			break
		}
		if wanted(name.name) {
			best = append(best, name)
		}
	}
	return best
}
