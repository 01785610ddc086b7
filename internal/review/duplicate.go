package review

import (
	"cmp"
	"maps"
	"slices"

	"rapporteur/graph"
	"rapporteur/internal/correction"
	"rapporteur/internal/words"
	"rapporteur/schema"
)

// A likeness is why two entities may be one; the stronger is the smaller.
type likeness int

const (
	sameWords likeness = iota
	acronym
	sameSurname
	misspelt
	contained
	otherScope
)

// reasons say it in the entries.
var reasons = map[likeness]string{
	sameWords:   "the names have the same words",
	acronym:     "one name is the acronym of the other",
	sameSurname: "one surname in one delegation, body or institution",
	misspelt:    "the names differ by a letter or two",
	contained:   "one name contains the other",
	otherScope:  "one surname in several delegations, bodies or institutions",
}

// A pair is two entities that may be one, of which a is to be merged into b.
type pair struct {
	a, b *entity
	why  likeness
}

// duplicates suggests merges, the likeliest first: at most one for each id, and
// none that leads back to itself.
func duplicates(entities map[string]*entity) []Suggestion {
	f := finder{found: make(map[[2]string]pair)}
	split := words.NewSplitter()
	byClass := make(map[schema.Class][]*entity)
	for _, id := range slices.Sorted(maps.Keys(entities)) {
		e := entities[id]
		for _, name := range e.names {
			if s := spell(split, name); len(s.stems) > 0 {
				e.spelled = append(e.spelled, s)
			}
		}
		byClass[e.class] = append(byClass[e.class], e)
	}
	for class, list := range byClass {
		if class == schema.ClassPerson {
			f.persons(list)
			continue
		}
		f.named(list)
	}
	return suggest(slices.Collect(maps.Values(f.found)))
}

// A finder collects pairs, each once and for its strongest likeness.
type finder struct {
	found map[[2]string]pair
	apart map[[2]string]bool // ids that are known to be two
}

// add adds a pair unless something speaks against it.
func (f *finder) add(x, y *entity, why likeness) {
	if x == y || x.listed && y.listed || why != otherScope && !sameState(x, y) || oppositeTitles(x, y) || f.apart[[2]string{x.id, y.id}] {
		return
	}
	if x.state != y.state && (x.listed || y.listed) && (why == contained || why == misspelt) {
		return // a State's institution may well be called much like an international one
	}
	p := pair{x, y, why}
	if rank(x, y, why) > 0 {
		p.a, p.b = y, x
	}
	k := [2]string{p.a.id, p.b.id}
	if old, ok := f.found[k]; !ok || why < old.why {
		f.found[k] = p
	}
}

// rank is below 0 where x is to be merged into y: into what the lexicon knows,
// else into the fuller name, else into what is named more often.
func rank(x, y *entity, why likeness) int {
	listed := func(e *entity) int {
		if e.listed {
			return 1
		}
		return 0
	}
	fuller := 0
	if why == contained || why == acronym || why == sameSurname {
		fuller = len(graph.ID(x.id).Name()) - len(graph.ID(y.id).Name())
	}
	return cmp.Or(listed(x)-listed(y), fuller, len(x.paragraphs)-len(y.paragraphs), len(x.label)-len(y.label), cmp.Compare(y.id, x.id))
}

// sameState reports whether two entities may be of one State: the same, or one
// of none. The scope of a person or an agreement is part of what it is.
func sameState(x, y *entity) bool {
	if x.class == schema.ClassPerson || x.class == schema.ClassAgreement {
		return x.state == y.state
	}
	return x.state == y.state || x.state == "" || y.state == ""
}

// suggest makes entries of pairs.
func suggest(pairs []pair) (out []Suggestion) {
	slices.SortFunc(pairs, func(x, y pair) int {
		return cmp.Or(int(x.why-y.why), cmp.Compare(x.a.id, y.a.id), rank(y.b, x.b, x.why))
	})
	torn := severalStates(pairs)
	into := make(map[string]string)
	bySurname := make(map[string]int) // index of the suggestion to merge an id for its surname
	for _, p := range pairs {
		if i, ok := bySurname[p.a.id]; ok && p.why == sameSurname {
			out[i].Or, out[i].About = append(out[i].Or, p.b.id), append(out[i].About, about(p.b)...)
			continue
		}
		if torn[p.a] || torn[p.b] || into[p.a.id] != "" || leads(into, p.b.id, p.a.id) {
			continue
		}
		into[p.a.id] = p.b.id
		e := correction.Entry{Action: correction.Merge, ID: p.a.id, Into: p.b.id, Reason: reasons[p.why]}
		if !p.b.listed {
			e.Label = p.b.label // for records that do not name it
		}
		if p.why == sameSurname {
			bySurname[p.a.id] = len(out)
		}
		out = append(out, Suggestion{Entry: e, About: about(p.a, p.b)})
	}
	return out
}

// severalStates are the entities of no State that may be one of several States:
// a Ministry of Health, where two States have one.
func severalStates(pairs []pair) map[*entity]bool {
	state, torn := make(map[*entity]string), make(map[*entity]bool)
	for _, p := range pairs {
		for _, x := range [][2]*entity{{p.a, p.b}, {p.b, p.a}} {
			if x[0].state != "" || x[1].state == "" {
				continue
			}
			if first := state[x[0]]; first != "" && first != x[1].state {
				torn[x[0]] = true
			}
			state[x[0]] = x[1].state
		}
	}
	return torn
}

// leads reports whether merges lead from one id to another.
func leads(into map[string]string, from, to string) bool {
	for id := from; id != ""; id = into[id] {
		if id == to {
			return true
		}
	}
	return false
}
