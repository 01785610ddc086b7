package correction

import (
	"cmp"
	"slices"
	"strings"
)

// agree refuses entries that contradict each other, and collects what merges
// and splits call the entities they lead to.
func (s *Set) agree() error {
	type key struct{ id, record, paragraph, words string }
	decided := make(map[key]*Entry)  // who decides what these mentions mean
	gone := make(map[string]*Entry)  // ids that no mention has any more
	called := make(map[key]*Entry)   // who says what an entity is called
	for _, e := range s.entries {
		if e.Action == Relabel {
			continue
		}
		k := key{e.ID, e.Record, e.Paragraph, e.Words}
		if first := decided[k]; first != nil {
			return e.errorf("", "%s %s contradicts %s, which says %s of the same mentions", e.Action, e.ID, first.Place(), first.Action)
		}
		decided[k] = e
		if e.everywhere() {
			gone[e.ID] = e
		}
	}
	s.labels = make(map[string]string)
	for _, e := range s.entries {
		id := e.ID
		if e.Action != Relabel {
			id = e.target()
		}
		if by := gone[id]; by != nil && (e.Action == Relabel || by.Action == Reject) {
			return e.errorf("", "%s: %s is no more: %s %ss it", e.Action, id, by.Place(), strings.TrimSuffix(string(by.Action), "s"))
		}
		if e.Label == "" {
			continue
		}
		k := key{id: id, record: e.Record}
		if e.Action != Relabel {
			k.record = ""
			s.labels[id] = e.Label
		}
		if first := called[k]; first != nil && (first.Label != e.Label || first.Action == Relabel && e.Action == Relabel) {
			return e.errorf("label", "%s is called %q, but %q at %s", id, e.Label, first.Label, first.Place())
		}
		called[k] = e
	}
	return nil
}

// arrange finds the order of application: what leads to an id before what is
// about that id, the narrower before the wider, and names at the end. It refuses
// entries that lead in a circle.
func (s *Set) arrange() error {
	depth := make(map[string]int) // how many steps may lead to an id
	byID := make(map[string][]*Entry)
	for _, e := range s.entries {
		if t := e.target(); t != "" {
			byID[e.ID] = append(byID[e.ID], e)
		}
	}
	for round := 0; ; round++ {
		changed := (*Entry)(nil)
		for _, e := range s.entries {
			if t := e.target(); t != "" && depth[t] < depth[e.ID]+1 {
				depth[t], changed = depth[e.ID]+1, e
			}
		}
		if changed == nil {
			break
		}
		if round > len(s.entries) {
			return circle(changed, byID)
		}
	}
	s.order = make([]int, len(s.entries))
	for i := range s.order {
		s.order[i] = i
	}
	slices.SortStableFunc(s.order, func(i, j int) int {
		a, b := s.entries[i], s.entries[j]
		return cmp.Or(last(a)-last(b), depth[a.ID]-depth[b.ID], cmp.Compare(a.ID, b.ID), a.width()-b.width())
	})
	return nil
}

func last(e *Entry) int {
	if e.Action == Relabel {
		return 1
	}
	return 0
}

// circle describes a circle that e is in or leads out of.
func circle(e *Entry, byID map[string][]*Entry) error {
	return e.errorf("", "%s %s: leads back to itself", e.Action, e.ID)
}
