package review

import "strings"

// A use is a name that an entity has.
type use struct {
	entity   *entity
	spelling spelling
	word     string // that is left out, in lists of names with a gap
}

// names lists the names of entities by what they may have in common.
type names struct {
	words    map[string][]use // by the words, in any order
	whole    map[string][]use // by the words, in order
	acronyms map[string][]use
	gaps     map[string][]use // by the words but one
}

func namesOf(list []*entity) names {
	n := names{make(map[string][]use), make(map[string][]use), make(map[string][]use), make(map[string][]use)}
	put := func(in map[string][]use, key string, u use) { in[key] = append(in[key], u) }
	for _, e := range list {
		for _, s := range e.spelled {
			u := use{entity: e, spelling: s}
			put(n.words, s.key(), u)
			put(n.whole, strings.Join(s.stems, " "), u)
			if s.acronym {
				put(n.acronyms, strings.ToLower(s.name), u)
			}
			for _, g := range s.gaps() {
				put(n.gaps, g[0], use{e, s, g[1]})
			}
		}
	}
	return n
}

// named finds pairs among entities by their names.
func (f *finder) named(list []*entity) {
	n := namesOf(list)
	for _, e := range list {
		for _, s := range e.spelled {
			f.addAll(e, s, n.words[s.key()], sameWords)
			if len(s.stems) > 2 {
				f.addAll(e, s, n.acronyms[s.letters], acronym)
			}
			for _, part := range s.parts() {
				f.addAll(e, s, n.whole[part], contained)
			}
			for _, g := range s.gaps() {
				f.misspelt(use{e, s, g[1]}, n.gaps[g[0]])
			}
		}
	}
}

func (f *finder) addAll(e *entity, s spelling, others []use, why likeness) {
	for _, o := range others {
		if o.spelling.numbers == s.numbers {
			f.add(e, o.entity, why)
		}
	}
}

// misspelt finds names that differ from u in one word by a letter or two. Names
// of one word share nothing that makes them alike.
func (f *finder) misspelt(u use, others []use) {
	if len(u.spelling.stems) < 2 {
		return
	}
	for _, o := range others {
		if o.entity.id < u.entity.id && sameState(o.entity, u.entity) && o.spelling.numbers == u.spelling.numbers && alike(o.word, u.word) {
			f.add(u.entity, o.entity, misspelt)
		}
	}
}
