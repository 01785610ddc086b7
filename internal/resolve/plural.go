package resolve

import (
	"slices"
	"strings"

	"rapporteur/internal/extract"
	"rapporteur/internal/lexicon"
	"rapporteur/schema"
)

// several are the instruments that a short form in the plural means.
func (m *meeting) several(c extract.Claim) []*Entity {
	switch c.Head {
	case "covenants":
		return m.all(m.shortNamed("covenant"), c.Para)
	case "conventions":
		return m.lastOf("convention", c)
	}
	treaty := c.ID
	if e := m.treatyMeant(c); treaty == "" && e != nil {
		treaty = e.ID
	}
	return m.someProtocols(m.protocolsOf(treaty), c)
}

// shortNamed are the treaties that some body calls so for short.
func (m *meeting) shortNamed(short string) []*lexicon.Entry {
	var out []*lexicon.Entry
	for _, e := range m.lexicon.Entries() {
		if foldWords(e.Short) == short && e.Class == schema.ClassAgreement {
			out = append(out, e)
		}
	}
	return out
}

func (m *meeting) all(entries []*lexicon.Entry, para int) []*Entity {
	var out []*Entity
	for _, e := range entries {
		out = append(out, m.known(e.ID, para))
	}
	return out
}

// lastOf are the instruments of a kind that the speaker named last, as many as
// the short form says.
func (m *meeting) lastOf(head string, c extract.Claim) []*Entity {
	var out []*Entity
	here := m.rec.Paragraphs[c.Para].Intervention
	for i := len(m.history) - 1; i >= 0 && len(out) < c.Count; i-- {
		p := m.history[i]
		if m.rec.Paragraphs[p.para].Intervention != here || here < 0 && p.para != c.Para {
			break
		}
		if p.entity.Class == schema.ClassAgreement && p.entity.calledBy(head) && !slices.Contains(out, p.entity) {
			out = append(out, p.entity)
		}
	}
	if len(out) < c.Count {
		return nil
	}
	slices.Reverse(out)
	return out
}

// protocolsOf are the optional protocols to a treaty, in the order of the lexicon.
func (r *Resolver) protocolsOf(treaty string) []*lexicon.Entry {
	t := r.lexicon.Entry(treaty)
	if t == nil || len(t.Bodies) == 0 {
		return nil
	}
	var out []*lexicon.Entry
	for _, e := range r.lexicon.Entries() {
		if strings.HasSuffix(e.Short, "Optional Protocol") && slices.ContainsFunc(e.Bodies, func(b string) bool { return slices.Contains(t.Bodies, b) }) {
			out = append(out, e)
		}
	}
	return out
}

// someProtocols are those that the words mean: as many as they say, the oldest
// first; else those that the record has named, or all where there are two.
func (m *meeting) someProtocols(of []*lexicon.Entry, c extract.Claim) []*Entity {
	if c.Count > 0 && c.Count <= len(of) {
		return m.all(of[:c.Count], c.Para)
	}
	named := slices.DeleteFunc(slices.Clone(of), func(e *lexicon.Entry) bool { return m.entities[e.ID] == nil })
	switch {
	case len(named) > 1:
		return m.all(named, c.Para)
	case len(of) == 2:
		return m.all(of, c.Para)
	}
	return nil
}

// protocolTo is "the Optional Protocol to the Covenant": the only one, or the one
// of several that was named last.
func (m *meeting) protocolTo(c extract.Claim) *Entity {
	treaty := c
	treaty.Head, treaty.To = c.To, ""
	for _, t := range m.instrument(treaty) {
		if id := m.protocols[t.ID]; id != "" {
			return m.known(id, c.Para)
		}
	}
	c.To = ""
	return m.lastNamed(c)
}
