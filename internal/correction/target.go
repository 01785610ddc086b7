package correction

import (
	"slices"
	"strings"

	"rapporteur/graph"
	"rapporteur/internal/resolve"
	"rapporteur/schema"
)

// target returns the entity that mentions go to: the one that the record or the
// lexicon knows by the id, else a new one, which begins in paragraph para.
func (c *change) target(para int) *resolve.Entity {
	e, from := c.entry, c.from
	if from == nil {
		from = &resolve.Entity{ID: e.ID, Class: c.class(e.ID), First: para}
	}
	to := c.known(e.target())
	if to == nil {
		to = c.put(c.beget(from, para))
	}
	if e.everywhere() {
		absorb(to, from)
	}
	return to
}

// beget makes the entity that the entry leads to out of what is known of the one
// that it is about. A part that is split off shares its kind and no more.
func (c *change) beget(from *resolve.Entity, para int) *resolve.Entity {
	e := c.entry
	to := &resolve.Entity{ID: e.target(), Class: from.Class, Label: e.Label, Kind: from.Kind, Honorific: from.Honorific, First: para}
	to.Country = c.country(to.ID, from)
	if e.Action == Split {
		return to
	}
	to.MemberOf, to.Parties = from.MemberOf, slices.Clone(from.Parties)
	if to.Label == "" {
		to.Label = from.Label
	}
	if e.Action == Rename {
		to.Head, to.Entry, to.Aliases, to.MayBe = from.Head, from.Entry, slices.Clone(from.Aliases), slices.Clone(from.MayBe)
	}
	return to
}

// country is the State that the id of a new entity names. Only a person's State
// does not follow from the id, which may name the body instead.
func (c *change) country(id string, from *resolve.Entity) string {
	if from.Class == schema.ClassPerson {
		return from.Country
	}
	code, _, scoped := strings.Cut(graph.ID(id).Name(), "/")
	if !scoped {
		return ""
	}
	if state := c.known("country:" + code); state != nil {
		return state.ID
	}
	return ""
}

// class is the class of an id of which nothing else is known.
func (c *change) class(id string) schema.Class {
	class, _ := c.set.schema.ClassOf(id)
	if class == schema.ClassBody {
		return schema.ClassInstitution
	}
	return class
}

// absorb keeps the names and ids of an entity that is another from now on, and
// what the other lacks.
func absorb(to, from *resolve.Entity) {
	alias(to, from.Label)
	alias(to, from.Aliases...)
	if from.Entry != nil && from.Entry != to.Entry {
		alias(to, from.Entry.Aliases...)
		alias(to, from.Entry.Acronyms...)
	}
	for _, id := range append([]string{from.ID}, from.SameAs...) {
		if id != to.ID && !slices.Contains(to.SameAs, id) {
			to.SameAs = append(to.SameAs, id)
		}
	}
	if to.Entry != nil {
		return
	}
	for _, gap := range []struct{ to, from *string }{{&to.Kind, &from.Kind}, {&to.Honorific, &from.Honorific}, {&to.MemberOf, &from.MemberOf}, {&to.Label, &from.Label}} {
		if *gap.to == "" {
			*gap.to = *gap.from
		}
	}
	if len(to.Parties) == 0 {
		to.Parties = slices.Clone(from.Parties)
	}
}
