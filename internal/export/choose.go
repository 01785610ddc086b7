package export

import (
	"slices"

	"github.com/cayleygraph/quad"

	"rapporteur/graph"
	"rapporteur/schema"
)

// choose finds out which records and paragraphs are selected.
func choose(v graph.View, sch *schema.Schema, sel Selection) (*part, error) {
	p := &part{view: v, schema: sch, dates: map[graph.ID]string{}}
	records := extents{}
	err := v.Match(quad.Quad{Predicate: quad.IRI(schema.Type), Object: quad.IRI(schema.ClassSummaryRecord.IRI())}, func(q quad.Quad) error {
		if q.Subject != q.Label {
			return nil
		}
		record := graph.ID(q.Subject.(quad.IRI))
		date, chosen, err := p.inScope(record, sel)
		if err == nil && chosen {
			records[record] = &extent{whole: true}
			p.dates[record] = date
		}
		return err
	})
	if err != nil || sel == (Selection{}) {
		return p, err
	}
	if sel.State != "" {
		found, err := p.from(sel.State)
		if err != nil {
			return nil, err
		}
		records = records.and(found)
	}
	if sel.Entity != "" {
		found, err := p.about(sel.Entity)
		if err != nil {
			return nil, err
		}
		records = records.and(found)
	}
	if len(records) == 0 {
		return nil, ErrNothing
	}
	p.chosen = records
	return p, p.readLexicon()
}

// inScope returns the date of a record and whether body and dates select it.
func (p *part) inScope(record graph.ID, sel Selection) (date string, chosen bool, err error) {
	date, err = p.first(record, schema.Date)
	if err != nil || !sel.holds(date) || sel.Body == "" {
		return date, err == nil && sel.holds(date), err
	}
	bodies, err := p.values(record, schema.OfBody)
	return date, slices.Contains(bodies, string(sel.Body)), err
}

// from returns what a State says, and the records of meetings that reviewed it.
func (p *part) from(state graph.ID) (extents, error) {
	found := extents{}
	err := p.view.Match(quad.Quad{Predicate: quad.IRI(schema.Reviews), Object: quad.IRI(state)}, func(q quad.Quad) error {
		found.of(id(q.Subject)).whole = true
		return nil
	})
	for _, way := range []schema.Property{schema.SpeaksFor, schema.SpeakerFrom} {
		if err != nil {
			return nil, err
		}
		err = p.view.Match(quad.Quad{Predicate: quad.IRI(way), Object: quad.IRI(state)}, func(q quad.Quad) error {
			found.add(id(q.Label))
			return nil
		})
	}
	return found, err
}

// about returns where anything is stated of a thing.
func (p *part) about(entity graph.ID) (extents, error) {
	found := extents{}
	if class, _ := p.schema.ClassOf(string(entity)); class == schema.ClassSummaryRecord {
		found.of(entity).whole = true
		return found, nil
	}
	add := func(q quad.Quad) error {
		found.add(id(q.Label))
		return nil
	}
	err := p.view.Match(quad.Quad{Subject: quad.IRI(entity)}, add)
	if err == nil {
		err = p.view.Match(quad.Quad{Object: quad.IRI(entity)}, add)
	}
	return found, err
}

// id returns the id that a term is, "" for a literal.
func id(v quad.Value) graph.ID {
	iri, _ := v.(quad.IRI)
	return graph.ID(iri)
}
