package review

import (
	"strings"

	"rapporteur/graph"
)

// persons finds pairs among persons by their surnames, which end their ids.
func (f *finder) persons(list []*entity) {
	surnames := make(map[string][]*entity) // slug, and each end of it
	for _, e := range list {
		for slug := slugOf(e); ; {
			surnames[slug] = append(surnames[slug], e)
			_, rest, more := strings.Cut(slug, "-")
			if !more {
				break
			}
			slug = rest
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
