package review

import (
	"slices"
	"strings"

	"rapporteur/graph"
	"rapporteur/internal/correction"
	"rapporteur/queries/gizmo"
)

// persons finds pairs among persons by their surnames, which begin or end their
// ids. Those who may be any of several are doubtful, and no duplicates.
func (f *finder) persons(list []*entity) {
	f.apart = candidates(list)
	list = slices.DeleteFunc(list, func(e *entity) bool { return len(e.mayBe) > 0 })
	surnames := make(map[string][]*entity)
	for _, e := range list {
		for _, part := range ends(slugOf(e)) {
			surnames[part] = append(surnames[part], e)
		}
	}
	scopes := make(map[string][]*entity)
	for _, e := range list {
		scopes[e.state] = append(scopes[e.state], e)
		for _, o := range surnames[slugOf(e)] {
			switch {
			case o.state == e.state:
				f.add(e, o, sameSurname)
			case slugOf(o) == slugOf(e):
				f.add(e, o, otherScope)
			}
		}
	}
	for _, in := range scopes {
		for i, e := range in {
			for _, o := range in[:i] {
				if alike(slugOf(e), slugOf(o)) {
					f.add(e, o, misspelt)
				}
			}
		}
	}
}

// candidates are pairs of ids that one name may mean: records tell them apart.
func candidates(list []*entity) map[[2]string]bool {
	out := make(map[[2]string]bool)
	for _, e := range list {
		for _, a := range e.mayBe {
			for _, b := range e.mayBe {
				out[[2]string{a, b}] = true
			}
		}
	}
	return out
}

// ends are a slug and all that it begins and ends with: "a-b-c", "b-c", "c", "a-b",
// "a".
func ends(slug string) []string {
	parts := strings.Split(slug, "-")
	out := []string{slug}
	for n := 1; n < len(parts); n++ {
		out = append(out, strings.Join(parts[n:], "-"), strings.Join(parts[:n], "-"))
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func slugOf(e *entity) string {
	name := graph.ID(e.id).Name()
	return name[strings.LastIndex(name, "/")+1:]
}

// oppositeTitles reports whether one is a Mr. and the other a Ms.
func oppositeTitles(x, y *entity) bool {
	man := func(e *entity) bool { return e.honorific == "Mr." || e.honorific == "Sir" }
	woman := func(e *entity) bool {
		return e.honorific == "Ms." || e.honorific == "Mrs." || e.honorific == "Miss" || e.honorific == "Dame"
	}
	return man(x) && woman(y) || woman(x) && man(y)
}

// eitherPerson suggests whom a name means that may be any of several: the first of
// them, with the others beside.
func eitherPerson(e *entity, entities map[string]*entity, row gizmo.Row) (doubt, bool) {
	known := []*entity{e}
	for _, id := range e.mayBe {
		if o := entities[id]; o != nil {
			known = append(known, o)
		}
	}
	if len(known) < 3 {
		return doubt{}, false
	}
	d := rejection(e, row, "one surname, several persons; the record does not say which", 0)
	d.Entry.Action, d.Entry.Into, d.Entry.Label = correction.Merge, known[1].id, known[1].label
	d.About = about(known...)
	for _, o := range known[2:] {
		d.Or = append(d.Or, o.id)
	}
	return d, true
}
