package store

import (
	"github.com/cayleygraph/quad"

	"rapporteur/graph"
)

// A plan works out what replacing a record changes.
//
// What the record states is compared directly. What the lexicon says of an
// entity stays as long as the entity is used: as long as a quad of some record
// has it as subject or object, or the lexicon refers to it from an entity that
// is used (a wider topic, the country of an institution). A record that is
// written brings all that the lexicon says of its entities, so what it does not
// say any more goes.
type plan struct {
	reader
	old     map[quad.Quad]bool          // what the record stated until now
	used    map[quad.Value]bool         // entities that the record uses from now on
	parents map[quad.Value][]quad.Value // entities from which the new lexicon quads refer to one
	direct  map[quad.Value]bool         // memory of usedDirectly
	gone    map[quad.Quad]bool          // lexicon quads that the lexicon does not say any more
}

// replacement finds the difference that makes quads all that the store holds
// of the record.
func (r reader) replacement(record graph.ID, quads []quad.Quad) (difference, error) {
	stored, err := r.stated(record)
	if err != nil {
		return difference{}, err
	}
	p := plan{
		reader: r, old: map[quad.Quad]bool{}, used: map[quad.Value]bool{},
		parents: map[quad.Value][]quad.Value{}, direct: map[quad.Value]bool{}, gone: map[quad.Quad]bool{},
	}
	for _, q := range stored {
		p.old[q] = true
	}
	return p.difference(stored, quads)
}

func (p *plan) difference(stored, quads []quad.Quad) (d difference, err error) {
	keep := map[quad.Quad]bool{}
	for _, q := range quads {
		if isLexicon(q) {
			p.parents[q.Object] = append(p.parents[q.Object], q.Subject)
			continue
		}
		keep[q] = true
		p.used[q.Subject], p.used[q.Object] = true, true
		if !p.old[q] {
			d.added = append(d.added, q)
		}
	}
	var touched []quad.Value
	for _, q := range stored {
		if !keep[q] {
			d.removed = append(d.removed, q)
			touched = append(touched, q.Subject, q.Object)
		}
	}
	stale, err := p.stale(quads)
	if err != nil {
		return difference{}, err
	}
	for _, q := range stale {
		p.gone[q] = true
		d.removed = append(d.removed, q)
		touched = append(touched, q.Object)
	}
	if d.removed, err = p.dropUnused(d.removed, touched); err != nil {
		return difference{}, err
	}
	d.added, err = p.addLexicon(d.added, quads)
	return d, err
}

// stale returns what the store holds of the lexicon about entities that quads
// tell of too, and quads do not say any more: the lexicon has changed.
func (p *plan) stale(quads []quad.Quad) ([]quad.Quad, error) {
	said, subjects := map[quad.Quad]bool{}, map[quad.Value]bool{}
	var out []quad.Quad
	for _, q := range quads {
		said[q] = true
	}
	for _, q := range quads {
		if !isLexicon(q) || subjects[q.Subject] {
			continue
		}
		subjects[q.Subject] = true
		alive, err := p.alive(q.Subject)
		if err == nil && alive {
			err = p.each(quad.Quad{Subject: q.Subject}, func(old quad.Quad) error {
				if isLexicon(old) && !said[old] {
					out = append(out, old)
				}
				return nil
			})
		}
		if err != nil {
			return nil, err
		}
	}
	return out, nil
}

// addLexicon adds the lexicon quads that are not there yet and whose subject
// is used.
func (p *plan) addLexicon(added, quads []quad.Quad) ([]quad.Quad, error) {
	for _, q := range quads {
		if !isLexicon(q) {
			continue
		}
		alive, err := p.alive(q.Subject)
		if err != nil {
			return nil, err
		}
		there, err := p.exists(q)
		if err != nil {
			return nil, err
		}
		if alive && !there {
			added = append(added, q)
		}
	}
	return added, nil
}

// dropUnused adds the lexicon quads of entities that are used no more, starting
// from those of removed quads and going on to what their lexicon quads refer to.
func (p *plan) dropUnused(removed []quad.Quad, touched []quad.Value) ([]quad.Quad, error) {
	seen := map[quad.Value]bool{}
	for len(touched) > 0 {
		entity := touched[0]
		touched = touched[1:]
		if _, ok := entity.(quad.IRI); !ok || seen[entity] {
			continue
		}
		seen[entity] = true
		alive, err := p.alive(entity)
		if err != nil {
			return nil, err
		}
		if alive {
			continue
		}
		err = p.each(quad.Quad{Subject: entity}, func(q quad.Quad) error {
			if isLexicon(q) {
				removed = append(removed, q)
				touched = append(touched, q.Object)
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	return removed, nil
}

// alive reports whether an entity is used, directly or because the lexicon
// refers to it from one that is.
func (p *plan) alive(entity quad.Value) (bool, error) {
	seen := map[quad.Value]bool{entity: true}
	for queue := []quad.Value{entity}; len(queue) > 0; queue = queue[1:] {
		direct, err := p.usedDirectly(queue[0])
		if err != nil || direct {
			return direct, err
		}
		from := p.parents[queue[0]]
		err = p.each(quad.Quad{Object: queue[0]}, func(q quad.Quad) error {
			if isLexicon(q) && !p.gone[q] {
				from = append(from[:len(from):len(from)], q.Subject)
			}
			return nil
		})
		if err != nil {
			return false, err
		}
		for _, parent := range from {
			if !seen[parent] {
				seen[parent] = true
				queue = append(queue, parent)
			}
		}
	}
	return false, nil
}

// usedDirectly reports whether a quad that some record states, this one after
// the replacement or another, has the entity as subject or object.
func (p *plan) usedDirectly(entity quad.Value) (bool, error) {
	if p.used[entity] {
		return true, nil
	}
	if known, ok := p.direct[entity]; ok {
		return known, nil
	}
	other := func(q quad.Quad) bool { return !isLexicon(q) && !p.old[q] }
	found, err := p.any(quad.Quad{Subject: entity}, other)
	if err == nil && !found {
		found, err = p.any(quad.Quad{Object: entity}, other)
	}
	if err != nil {
		return false, err
	}
	p.direct[entity] = found
	return found, nil
}

func isLexicon(q quad.Quad) bool { return q.Label == quad.IRI(graph.Lexicon) }
