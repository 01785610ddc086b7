package export

import (
	"errors"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"

	"rapporteur/graph"
	"rapporteur/internal/extsort"
	"rapporteur/schema"
)

// A part is what is selected of a graph: of chosen records the headers, of chosen
// paragraphs all that they state, and of the things in these how the same records
// and the lexicon describe them. So a part can be imported again.
type part struct {
	view   graph.View
	schema *schema.Schema
	dates  map[graph.ID]string // of the chosen records; "" for none

	chosen  extents              // nil for the whole graph
	lexicon map[graph.ID]objects // what the lexicon tells of, and refers to
}

type objects []graph.ID

// sorting is how many bytes are held in memory while they are sorted.
const sorting = 4 << 20

// subjects calls yield for every subject of the part that wanted accepts, in the
// order of canonical N-Quads, with all quads of the part about it. The slice is
// used again.
func (p *part) subjects(wanted func(graph.ID) bool, yield func(subject graph.ID, quads []quad.Quad) error) error {
	var quads []quad.Quad
	return p.walk(func(subject quad.IRI) error {
		if !wanted(graph.ID(subject)) {
			return nil
		}
		quads = quads[:0]
		err := p.view.Match(quad.Quad{Subject: subject}, func(q quad.Quad) error {
			if p.has(q) {
				quads = append(quads, q)
			}
			return nil
		})
		if err != nil || len(quads) == 0 {
			return err
		}
		return yield(graph.ID(subject), quads)
	})
}

// everything wants all subjects.
func everything(graph.ID) bool { return true }

// walk calls yield for all subjects that the part may have.
func (p *part) walk(yield func(quad.IRI) error) (err error) {
	if p.chosen == nil {
		return p.view.Subjects(yield)
	}
	terms := extsort.New(sorting)
	defer func() { err = errors.Join(err, terms.Close()) }()
	seen := map[graph.ID]bool{} // of the lexicon
	for record, extent := range p.chosen {
		if err := p.collect(record, extent, terms, seen); err != nil {
			return err
		}
	}
	return terms.Each(func(term string) error {
		return yield(quad.IRI(schema.Shorten(strings.Trim(term, "<>"))))
	})
}

// collect adds what the chosen paragraphs of a record speak of to terms.
func (p *part) collect(record graph.ID, e *extent, terms *extsort.Sorter, seen map[graph.ID]bool) error {
	var paragraphs []graph.ID
	add := func(q quad.Quad) error {
		return errors.Join(p.reach(id(q.Subject), terms, seen), p.reach(id(q.Object), terms, seen))
	}
	err := p.view.Match(quad.Quad{Label: quad.IRI(record)}, func(q quad.Quad) error {
		if _, number, ok := id(q.Subject).Paragraph(); ok && q.Predicate == quad.IRI(schema.IsPartOf) && e.has(number) {
			paragraphs = append(paragraphs, id(q.Subject))
		}
		return add(q)
	})
	for _, paragraph := range paragraphs {
		if err != nil {
			break
		}
		err = p.view.Match(quad.Quad{Label: quad.IRI(paragraph)}, add)
	}
	return err
}

// reach adds a thing to terms, and what the lexicon refers to from it; "" is none.
func (p *part) reach(thing graph.ID, terms *extsort.Sorter, seen map[graph.ID]bool) error {
	if thing == "" || seen[thing] {
		return nil
	}
	term, err := graph.Term(quad.IRI(thing))
	if err == nil {
		err = terms.Add(term)
	}
	further, ok := p.lexicon[thing]
	if !ok || err != nil {
		return err
	}
	seen[thing] = true
	for _, next := range further {
		if err := p.reach(next, terms, seen); err != nil {
			return err
		}
	}
	return nil
}

// readLexicon notes what the lexicon tells of.
func (p *part) readLexicon() error {
	p.lexicon = map[graph.ID]objects{}
	return p.view.Match(quad.Quad{Label: quad.IRI(graph.Lexicon)}, func(q quad.Quad) error {
		subject := id(q.Subject)
		known := p.lexicon[subject]
		if object := id(q.Object); object != "" && q.Predicate != quad.IRI(schema.Type) {
			known = append(known, object)
		}
		p.lexicon[subject] = known
		return nil
	})
}

// has reports whether a quad of a subject in the part is in it.
func (p *part) has(q quad.Quad) bool {
	label := id(q.Label)
	if p.chosen == nil || label == graph.Lexicon {
		return true
	}
	symbol, number, ok := label.Paragraph()
	if !ok {
		return p.chosen[label] != nil
	}
	e := p.chosen[graph.RecordID(symbol)]
	return e != nil && (e.has(number) || p.describes(q))
}

// describing are the properties that say what a thing is rather than what it does.
var describing = []quad.Value{
	quad.IRI(schema.Type), quad.IRI(schema.Label), quad.IRI(schema.PrefLabel), quad.IRI(schema.AltLabel),
	quad.IRI(schema.Identifier), quad.IRI(schema.Notation), quad.IRI(schema.Kind), quad.IRI(schema.OfCountry),
	quad.IRI(schema.Honorific), quad.IRI(schema.ExactMatch), quad.IRI(schema.IsPartOf), quad.IRI(schema.SameAs),
}

// describes reports whether a quad describes a thing, wherever a record does so.
func (p *part) describes(q quad.Quad) bool {
	return p.isEntity(id(q.Subject)) && slices.Contains(describing, q.Predicate)
}

// isEntity tells things from paragraphs, from mentions and relations in them, and
// from the roles of a meeting.
func (p *part) isEntity(thing graph.ID) bool {
	class, ok := p.schema.ClassOf(string(thing))
	return ok && class != schema.ClassParagraph && class != schema.ClassMention && class != schema.ClassRelation && class != schema.ClassMembership
}
