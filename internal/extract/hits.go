package extract

import (
	"sort"

	"rapporteur/internal/lexicon"
	"rapporteur/schema"
)

// hits are the known names of a paragraph, found by the words they stand on.
// They do not overlap.
type hits struct {
	list   []lexicon.Hit // without phrases to pass over
	passed []lexicon.Hit // phrases to pass over
	on     []int         // for each word one more than the index in list of its name, 0 for none
}

// set makes h the hits of a paragraph of so many words, in order.
func (h *hits) set(all []lexicon.Hit, words int) {
	h.list, h.passed, h.on = h.list[:0], h.passed[:0], cleared(h.on, words)
	for _, hit := range all {
		if hit.Entry == nil {
			h.passed = append(h.passed, hit)
			continue
		}
		h.list = append(h.list, hit)
		for i := hit.First; i < hit.End; i++ {
			h.on[i] = len(h.list)
		}
	}
}

// covering returns the name that word i belongs to.
func (h *hits) covering(i int) (lexicon.Hit, bool) {
	if i < 0 || i >= len(h.on) || h.on[i] == 0 {
		return lexicon.Hit{}, false
	}
	return h.list[h.on[i]-1], true
}

// starting returns the name that begins at word i.
func (h *hits) starting(i int) (lexicon.Hit, bool) {
	hit, ok := h.covering(i)
	return hit, ok && hit.First == i
}

// ending returns the name of the class that ends before word i.
func (h *hits) ending(i int, class schema.Class) (lexicon.Hit, bool) {
	hit, ok := h.covering(i - 1)
	return hit, ok && hit.End == i && hit.Entry.Class == class
}

// passedOver reports whether the words lie within a phrase to pass over.
func (h *hits) passedOver(first, end int) bool {
	i := sort.Search(len(h.passed), func(k int) bool { return h.passed[k].End >= end })
	return i < len(h.passed) && h.passed[i].First <= first
}
