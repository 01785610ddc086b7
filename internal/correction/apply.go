package correction

import (
	"slices"

	"rapporteur/graph"
	"rapporteur/internal/lexicon"
	"rapporteur/internal/record"
	"rapporteur/internal/resolve"
)

// A Lexicon knows entities that records need not introduce.
type Lexicon interface {
	Entry(id string) *lexicon.Entry // nil if there is none
}

// Apply corrects what was found in a record, in place, and returns the indexes
// of the entries that matched something in it, in ascending order.
//
// An entity that a correction leads to keeps what the record or the lexicon says
// of it; one that neither knows takes over what was known of the corrected one.
// A merge of all mentions keeps the names of what is merged as other names, and
// a merge or rename of all mentions keeps the earlier id ([resolve.Entity]).
// What no mention, speaker or fact refers to any more is dropped.
func (s *Set) Apply(res *resolve.Resolution, lex Lexicon) (matched []int) {
	if len(s.Entries()) == 0 {
		return nil
	}
	ed := &editor{set: s, res: res, lexicon: lex, entities: make(map[string]*resolve.Entity)}
	for _, e := range res.Entities {
		ed.entities[e.ID] = e
	}
	ed.number()
	left := make(map[string]bool)
	for _, i := range s.order {
		c := &change{editor: ed, entry: s.entries[i]}
		if c.apply() {
			matched = append(matched, i)
			left[c.entry.ID] = true
		}
	}
	ed.drop(left)
	matched = append(matched, ed.relabel()...)
	slices.Sort(matched)
	return slices.Compact(matched)
}

// An editor is one record while it is corrected.
type editor struct {
	set      *Set
	res      *resolve.Resolution
	lexicon  Lexicon
	entities map[string]*resolve.Entity
}

// number fixes which of the mentions and relations that share a span is which, so
// that the ids of the others do not change when one is rejected.
func (ed *editor) number() {
	for i := range ed.res.Paragraphs {
		p := &ed.res.Paragraphs[i]
		count := make(map[record.Span]int)
		for k := range p.Mentions {
			if m := &p.Mentions[k]; m.Nth == 0 {
				count[m.Span]++
				m.Nth = count[m.Span]
			}
		}
		clear(count)
		for k := range p.Relations {
			if r := &p.Relations[k]; r.Nth == 0 {
				count[r.Span]++
				r.Nth = count[r.Span]
			}
		}
	}
}

// known returns the entity of the record or of the lexicon, nil if neither has it.
func (ed *editor) known(id string) *resolve.Entity {
	if e := ed.entities[id]; e != nil {
		return e
	}
	if entry := ed.lexicon.Entry(id); entry != nil {
		return ed.put(&resolve.Entity{ID: id, Class: entry.Class, Label: entry.Label, Kind: entry.Kind, Country: entry.Country, Entry: entry})
	}
	return nil
}

func (ed *editor) put(e *resolve.Entity) *resolve.Entity {
	ed.entities[e.ID] = e
	ed.res.Entities = append(ed.res.Entities, e)
	return e
}

// drop removes those of the entities that nothing refers to any more.
func (ed *editor) drop(left map[string]bool) {
	if len(left) == 0 {
		return
	}
	used := make(map[string]bool)
	ed.each(func(id string) { used[id] = true })
	ed.res.Entities = slices.DeleteFunc(ed.res.Entities, func(e *resolve.Entity) bool { return left[e.ID] && !used[e.ID] })
}

// each calls do for every reference to an entity in the record.
func (ed *editor) each(do func(id string)) {
	all := func(ids []string) {
		for _, id := range ids {
			do(id)
		}
	}
	all(ed.res.Chairs)
	all(ed.res.States)
	for _, p := range ed.res.Paragraphs {
		if s := p.Speaker; s != nil {
			all([]string{s.ID, s.SpeaksFor, s.State})
		}
		for _, m := range p.Mentions {
			do(m.Entity.ID)
		}
		for _, r := range p.Relations {
			all([]string{r.Subject, r.Object})
		}
		all(p.Topics)
	}
	for _, e := range ed.res.Entities {
		all([]string{e.Country, e.MemberOf})
		all(e.Parties)
		all(e.MayBe)
	}
}

// paragraphID is the id of paragraph i.
func (ed *editor) paragraphID(i int) graph.ID {
	return graph.ParagraphID(ed.res.Record.Header.Symbol, ed.res.Record.Paragraphs[i].Number)
}

// relabel gives entities the names that entries give them, the record's own
// before the one for all records, and returns the relabels that matched.
func (ed *editor) relabel() (matched []int) {
	record := string(graph.RecordID(ed.res.Record.Header.Symbol))
	for _, e := range ed.res.Entities {
		for _, in := range []string{"", record} {
			n, ok := ed.set.names[named{e.ID, in}]
			switch outright := ok && ed.set.entries[n.entry].Action == Relabel; {
			case outright:
				matched = append(matched, n.entry)
			case !ok || e.Entry != nil:
				continue // the lexicon names its entities itself
			}
			if _, own := ed.set.names[named{e.ID, record}]; in == record || !own {
				call(e, n.label)
			}
		}
	}
	return matched
}

// call changes the name to show for an entity; the old one becomes an alias.
func call(e *resolve.Entity, label string) {
	if e.Label == label {
		return
	}
	old := e.Label
	e.Label = label
	e.Aliases = slices.DeleteFunc(e.Aliases, func(a string) bool { return a == label })
	alias(e, old)
	if e.Entry != nil {
		entry := *e.Entry // the lexicon's own is shared by all records
		entry.Label = label
		e.Entry = &entry
	}
}

// alias adds other names of an entity that it does not have.
func alias(e *resolve.Entity, names ...string) {
	for _, n := range names {
		if n != "" && n != e.Label && !slices.Contains(e.Aliases, n) {
			e.Aliases = append(e.Aliases, n)
		}
	}
}
