package answer

import (
	"slices"

	"github.com/cayleygraph/quad"

	"rapporteur/graph"
	"rapporteur/queries/gizmo"
	"rapporteur/schema"
)

// values are what is said of one subject, by property.
type values map[schema.Property][]quad.Value

// bySubject sorts rows with the columns subject, property and value.
func bySubject(rows []gizmo.Row) map[string]values {
	all := map[string]values{}
	for _, row := range rows {
		subject, p := iri(row, "subject"), schema.Property(iri(row, "property"))
		if all[subject] == nil {
			all[subject] = values{}
		}
		all[subject][p] = addNew(all[subject][p], row["value"])
	}
	return all
}

// first returns the one value of a property. Where there are several, it is
// always the same one.
func (v values) first(p schema.Property) quad.Value {
	if len(v[p]) == 0 {
		return nil
	}
	return slices.MinFunc(v[p], func(a, b quad.Value) int { return compare(a, b) })
}

func (v values) text(p schema.Property) *string {
	first := v.first(p)
	if first == nil {
		return nil
	}
	s := graph.Words(first)
	return &s
}

func (v values) number(p schema.Property) *int {
	i, ok := v.first(p).(quad.Int)
	if !ok {
		return nil
	}
	n := int(i)
	return &n
}

// texts returns all values of a property, sorted.
func (v values) texts(p schema.Property) []string {
	out := []string{}
	for _, value := range v[p] {
		out = append(out, graph.Words(value))
	}
	slices.Sort(out)
	return out
}

func compare(a, b quad.Value) int {
	switch x, y := a.String(), b.String(); {
	case x < y:
		return -1
	case x > y:
		return 1
	}
	return 0
}
