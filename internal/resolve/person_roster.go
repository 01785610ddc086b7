package resolve

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"rapporteur/graph"
	"rapporteur/internal/extract"
)

// A roster is everyone whom a record names of one body, State or institution:
// who is who among them follows from all of the record, not from who is named first.
type roster struct {
	scope  string            // "AZE", "CMW", "unhcr"
	used   map[form]int      // how often each form is printed
	speaks map[form]bool     // forms of those who speak or preside
	near   map[string][]form // forms by the first and by the last word of the surname
	heads  map[form][]form   // the fullest forms that each form may be short for; made by settle
	ids    map[form]string   // of the fullest forms
}

func newRoster(scope string) *roster {
	return &roster{scope: scope, used: make(map[form]int), speaks: make(map[form]bool), near: make(map[string][]form)}
}

// add notes that the record prints a form; speaks is false for a name in passing.
func (r *roster) add(f form, speaks bool) {
	r.speaks[f] = r.speaks[f] || speaks
	if r.used[f]++; r.used[f] > 1 {
		return
	}
	for _, k := range f.ends() {
		if len(r.near[k]) < mostNamesakes {
			r.near[k] = append(r.near[k], f)
		}
	}
}

// mostNamesakes is more forms of one surname, and more scopes that have it, than
// records have; further ones are compared with none, so that time stays linear.
const mostNamesakes = 16

// ends are the first and the last word of the surname.
func (f form) ends() []string {
	first, _, several := strings.Cut(f.family, "-")
	if !several {
		return []string{first}
	}
	last := f.family[strings.LastIndexByte(f.family, '-')+1:]
	return slices.Compact([]string{first, last})
}

// related are the forms of the roster that may name the same person as f.
func (r *roster) related(f form) (out []form) {
	for _, k := range f.ends() {
		for _, g := range r.near[k] {
			if f.related(g) && !slices.Contains(out, g) {
				out = append(out, g)
			}
		}
	}
	return out
}

// knows reports whether the roster may hold the person that f names; exact asks
// for the same surname.
func (r *roster) knows(f form, exact bool) bool {
	return slices.ContainsFunc(r.related(f), func(g form) bool { return !exact || g.family == f.family })
}

// settle finds who is who when all forms are known.
func (r *roster) settle() {
	r.heads, r.ids = make(map[form][]form), make(map[form]string)
	shortest := slices.SortedFunc(maps.Keys(r.used), func(a, b form) int {
		return cmp.Or(len(b.family)-len(a.family), len(b.given)-len(a.given), cmp.Compare(b.sex, a.sex), cmp.Compare(a.family, b.family), cmp.Compare(a.given, b.given))
	})
	for _, f := range shortest { // the fullest first
		r.heads[f] = r.headsOf(f)
	}
	names := make(map[string][]form)
	for _, f := range shortest {
		if r.isHead(f) {
			n := r.surname(f)
			names[n] = append(names[n], f)
		}
	}
	for surname, of := range names {
		for _, f := range of {
			slug := surname
			if !r.alone(f, of) {
				slug = f.slug(surname, of)
			}
			r.ids[f] = string(graph.ScopedID("person", r.scope, slug))
		}
	}
}

func (r *roster) isHead(f form) bool { return len(r.heads[f]) == 1 && r.heads[f][0] == f }

// headsOf are the fullest forms that f may be short for, f itself if there are none.
func (r *roster) headsOf(f form) []form {
	var out []form
	for _, g := range r.related(f) {
		if !g.fuller(f) {
			continue
		}
		for _, h := range r.heads[g] {
			if !slices.Contains(out, h) {
				out = append(out, h)
			}
		}
	}
	if len(out) == 0 {
		return []form{f}
	}
	return out
}

// surname is the slug by which the record calls the person that f names in full:
// "Silva", where "Xanthe Silva" is for the most part called so and nobody else is.
func (r *roster) surname(f form) string {
	best, most := f.family, 0
	for _, g := range r.related(f) {
		if g.family == f.family {
			most += r.used[g]
		}
	}
	for _, g := range r.related(f) {
		front, short := strings.CutSuffix(f.family, "-"+g.family)
		if short && len(r.heads[g]) == 1 && !onlyParticles(front) && !r.shared(g.family, f) && r.used[g] >= most {
			best, most = g.family, r.used[g]
		}
	}
	return best
}

// shared reports whether anyone but the person of f has a surname that ends so.
func (r *roster) shared(family string, f form) bool {
	for _, g := range r.near[family[strings.LastIndexByte(family, '-')+1:]] {
		if r.isHead(g) && g != f && (g.family == family || strings.HasSuffix(g.family, "-"+family)) {
			return true
		}
	}
	return false
}

// onlyParticles reports whether a slug holds nothing but beginnings of surnames:
// "de-la", "o".
func onlyParticles(slug string) bool {
	for part := range strings.SplitSeq(slug, "-") {
		if len(part) > 1 && !extract.IsParticle(part) {
			return false
		}
	}
	return true
}

// alone reports whether the surname is enough for f: nobody shares it, or f is the
// only one of them who speaks and only a form of address makes the others others.
// So a wrong "Ms." in passing does not change who the speaker is.
func (r *roster) alone(f form, namesakes []form) bool {
	if len(namesakes) == 1 {
		return true
	}
	return r.speaking(f) && !slices.ContainsFunc(namesakes, func(g form) bool {
		return g != f && (r.speaking(g) || f.given != "" && g.given != "")
	})
}

// speaking reports whether the person of f speaks, under whatever form.
func (r *roster) speaking(f form) bool {
	return slices.ContainsFunc(r.related(f), func(g form) bool { return r.speaks[g] && len(r.heads[g]) == 1 && r.heads[g][0] == f })
}

// slug is the surname with as much of the given names, or "mr" and "ms", before it
// as tells f from its namesakes in the record.
func (f form) slug(surname string, namesakes []form) string {
	if f.given == "" {
		return strings.Trim(string(f.sex)+"-"+surname, "-")
	}
	for _, g := range namesakes {
		if g != f && g.given == f.given {
			return strings.Trim(string(f.sex)+"-"+f.given+"-"+surname, "-")
		}
	}
	return f.given + "-" + surname
}

// persons are the ids of those whom f may name.
func (r *roster) persons(f form) (ids []string) {
	forms := []form{f}
	if r.heads[f] == nil {
		forms = r.related(f)
	}
	for _, g := range forms {
		for _, h := range r.heads[g] {
			if !slices.Contains(ids, r.ids[h]) {
				ids = append(ids, r.ids[h])
			}
		}
	}
	slices.Sort(ids)
	return ids
}
