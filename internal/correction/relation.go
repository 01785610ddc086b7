package correction

import (
	"slices"

	"rapporteur/internal/resolve"
)

// relations corrects what paragraph i says of facts; about tells the mentions
// that the entry is about. What is said of nothing, or of an entity and itself,
// is not said.
func (c *change) relations(p *resolve.Paragraph, i int, about func(resolve.Mention) bool) []resolve.Relation {
	kept := make([]resolve.Relation, 0, len(p.Relations))
	for _, r := range p.Relations {
		if (r.Subject == c.entry.ID || r.Object == c.entry.ID) && c.restsOn(r, p.Mentions, about) {
			r.Subject, r.Object = c.replace(r.Subject, i), c.replace(r.Object, i)
			if r.Subject == "" || r.Object == "" || r.Subject == r.Object || slices.ContainsFunc(p.Relations, sameFact(r)) || slices.ContainsFunc(kept, sameFact(r)) {
				continue
			}
		}
		kept = append(kept, r)
	}
	return kept
}

// restsOn reports whether a relation rests on mentions that the entry is about:
// on those among its words, or, where its words do not name the entity, on all
// that the paragraph has of it.
func (c *change) restsOn(r resolve.Relation, mentions []resolve.Mention, about func(resolve.Mention) bool) bool {
	if c.entry.Words == "" {
		return true
	}
	among, elsewhere := false, true
	for _, m := range mentions {
		if m.Entity.ID != c.entry.ID {
			continue
		}
		if r.Span.Overlaps(m.Span) {
			among = true
			if about(m) {
				return true
			}
		}
		elsewhere = elsewhere && about(m)
	}
	return !among && elsewhere && slices.ContainsFunc(mentions, about)
}

// sameFact reports whether a relation says what r says, in the same words.
func sameFact(r resolve.Relation) func(resolve.Relation) bool {
	return func(o resolve.Relation) bool {
		r.Nth = o.Nth
		return o == r
	}
}
