package score

import (
	"maps"
	"slices"

	"rapporteur/internal/annotation"
)

// Topics says how a topic counts that gold has no word for. The vocabulary is
// finer than what gold is written with: "asylum procedures" where gold can only
// say "asylum seekers" is no mistake. So a topic outside the vocabulary of gold
// counts as the nearest broader one inside it.
//
// With the zero Topics every topic counts as itself.
type Topics struct {
	// Known reports whether gold may give a topic.
	Known func(id string) bool
	// Broader returns the topics right above one, none for the top.
	Broader func(id string) []string
}

// counted returns the topic that id counts as where gold gives the paragraph
// those of want: itself if gold knows it, else the nearest above it that gold
// knows; of several equally near, one of want before the first. Where gold
// knows none, id counts as itself.
func (t Topics) counted(id string, want []string) string {
	if t.Known == nil {
		return id
	}
	seen := map[string]bool{id: true}
	for level := []string{id}; len(level) > 0; level = t.above(level, seen) {
		if i := slices.IndexFunc(level, func(id string) bool { return slices.Contains(want, id) }); i >= 0 {
			return level[i]
		}
		if i := slices.IndexFunc(level, func(id string) bool { return t.Known(id) }); i >= 0 {
			return level[i]
		}
	}
	return id
}

// above returns the topics right above those of a level that were not seen yet.
func (t Topics) above(level []string, seen map[string]bool) (next []string) {
	if t.Broader == nil {
		return nil
	}
	for _, id := range level {
		for _, b := range t.Broader(id) {
			if !seen[b] {
				seen[b] = true
				next = append(next, b)
			}
		}
	}
	return next
}

// topicSet scores the topics of a paragraph as sets, each found one as what it
// counts as.
func (s *scorer) topicSet(gold, got []string) {
	found := make(map[string]string) // by what it counts as
	for _, id := range got {
		found[s.topics.counted(id, gold)] = id
	}
	s.setAs("topics", gold, slices.Collect(maps.Keys(found)), func(id string) string {
		if found[id] == id {
			return id
		}
		return id + " for the narrower " + found[id]
	})
}

func topicIDs(ts []annotation.Topic) []string {
	var out []string
	for _, t := range ts {
		out = append(out, t.ID)
	}
	return out
}
