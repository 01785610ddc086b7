package export

import (
	"rapporteur/graph"
	"rapporteur/schema"
)

// Asked is a selection as people write it: things by their ids or names.
type Asked struct{ Entity, State, Body, From, To string }

// A Namer finds the one thing of some classes that people call so.
type Namer interface {
	Resolve(text string, wanted ...schema.Class) (string, error)
}

// ByName reports whether a thing is named, for which a [Namer] is needed.
func (a Asked) ByName() bool { return a.Entity != "" || a.State != "" || a.Body != "" }

// Selection returns what is asked for. The error is a [*SelectionError].
func (a Asked) Selection(names Namer) (Selection, error) {
	sel := Selection{From: a.From, To: a.To}
	for _, thing := range []struct {
		field, name string
		to          *graph.ID
		wanted      []schema.Class
	}{
		{"entity", a.Entity, &sel.Entity, nil},
		{"state", a.State, &sel.State, []schema.Class{schema.ClassCountry}},
		{"body", a.Body, &sel.Body, []schema.Class{schema.ClassBody}},
	} {
		if thing.name == "" {
			continue
		}
		found, err := names.Resolve(thing.name, thing.wanted...)
		if err != nil {
			return Selection{}, &SelectionError{thing.field, err}
		}
		*thing.to = graph.ID(found)
	}
	return sel, sel.Check()
}
