package correction

import (
	"cmp"
	"slices"

	"rapporteur/graph"
)

// A name is what an entity is called, and by which entry.
type name struct {
	label string
	entry int // index
}

// named is the entity that is called something, in one record or in all.
type named struct{ id, record string }

// agree refuses entries that contradict each other, and collects the names.
func (s *Set) agree() error {
	type mentions struct{ id, record, paragraph, words string }
	decided := make(map[mentions]*Entry) // who decides what these mentions mean
	gone := make(map[string]*Entry)      // ids that no mention has any more
	for _, e := range s.entries {
		if e.Action == Relabel {
			continue
		}
		k := mentions{e.ID, e.Record, e.Paragraph, e.Words}
		if first := decided[k]; first != nil {
			return e.errorf("id", "%s %s contradicts %s, which %ss the same mentions", e.Action, e.ID, first.Place(), first.Action)
		}
		decided[k] = e
		if e.everywhere() {
			gone[e.ID] = e
		}
	}
	s.names = make(map[named]name)
	for i, e := range s.entries {
		id := e.leadsTo()
		if by := gone[id]; by != nil && e.Action != Reject && (e.Action == Relabel || by.Action == Reject) {
			return e.errorf("id", "%s leads to %s, which %s %ss", e.Action, id, by.Place(), by.Action)
		}
		if err := s.name(i, e, id); err != nil {
			return err
		}
	}
	return nil
}

// leadsTo is the id of the entity that is left when the entry was applied.
func (e *Entry) leadsTo() string {
	if t := e.target(); t != "" {
		return t
	}
	return e.ID
}

// name keeps what the entry calls an entity. What a merge or a split calls the
// entity they lead to holds for all records, as its name must be one.
func (s *Set) name(i int, e *Entry, id string) error {
	if e.Label == "" {
		return nil
	}
	k := named{id: id}
	if e.Action == Relabel {
		k.record = e.Record
	}
	old, ok := s.names[k]
	switch first := s.Entries()[old.entry]; {
	case !ok:
	case old.label != e.Label:
		return e.errorf("label", "%s is called %q here and %q at %s", id, e.Label, old.label, first.Place())
	case first.Action == Relabel && e.Action == Relabel:
		return e.errorf("label", "relabel %s: %s says so already", id, first.Place())
	case first.Action == Relabel:
		return nil // the entry that says it outright is the one that matches
	}
	s.names[k] = name{e.Label, i}
	return nil
}

// arrange finds the order of application: what leads to an id before what is
// about that id, the narrower before the wider, and countries at the end, as new
// entities may be of them. It refuses entries that lead in a circle.
func (s *Set) arrange() error {
	into := make(map[string][]*Entry)
	for i, e := range s.entries {
		if e.Action != Relabel {
			s.order = append(s.order, i)
		}
		if t := e.target(); t != "" {
			into[t] = append(into[t], e)
		}
	}
	d := depths{into: into, known: make(map[string]int)}
	for _, e := range s.entries {
		if err := d.find(e.ID); err != nil {
			return err
		}
	}
	slices.SortStableFunc(s.order, func(i, j int) int {
		a, b := s.entries[i], s.entries[j]
		return cmp.Or(country(a)-country(b), d.known[a.ID]-d.known[b.ID], cmp.Compare(a.ID, b.ID), a.width()-b.width())
	})
	return nil
}

// country is 1 for entries about countries, 0 for others.
func country(e *Entry) int {
	if graph.ID(e.ID).Prefix() == "country" {
		return 1
	}
	return 0
}

// depths counts how many entries, one after the other, lead to each id.
type depths struct {
	into  map[string][]*Entry
	known map[string]int // looking while it is being found
}

const looking = -1

func (d *depths) find(id string) error {
	if _, ok := d.known[id]; ok {
		return nil
	}
	d.known[id] = looking
	deepest := 0
	for _, e := range d.into[id] {
		if d.known[e.ID] == looking {
			return e.errorf("id", "%s %s leads to %s, which other entries lead back to %s", e.Action, e.ID, id, e.ID)
		}
		if err := d.find(e.ID); err != nil {
			return err
		}
		deepest = max(deepest, d.known[e.ID]+1)
	}
	d.known[id] = deepest
	return nil
}
