package correction

import (
	"slices"

	"rapporteur/internal/resolve"
)

// A change is one entry while it is applied to one record: every reference to
// its id that it is about is put to another entity, or taken away.
type change struct {
	*editor
	entry   *Entry
	to      *resolve.Entity // where mentions go; nil for reject, and before the first match
	from    *resolve.Entity // nil where nothing is known of the id
	matched bool
}

// apply reports whether the entry matched anything.
func (c *change) apply() bool {
	if !c.entry.inRecord(c.res.Record.Header.Symbol) {
		return false
	}
	c.from = c.entities[c.entry.ID]
	for i := range c.res.Paragraphs {
		if c.entry.inParagraph(c.paragraphID(i)) {
			c.paragraph(i)
		}
	}
	if c.entry.Paragraph == "" && c.entry.Words == "" {
		c.facts()
	}
	return c.matched
}

// match notes a match; the first one finds out where mentions go.
func (c *change) match(para int) {
	if !c.matched && c.entry.target() != "" {
		c.to = c.target(para)
	}
	c.matched = true
	if c.to != nil {
		c.to.First = min(c.to.First, para)
	}
}

// paragraph corrects paragraph i.
func (c *change) paragraph(i int) {
	p, text := &c.res.Paragraphs[i], c.res.Record.Paragraphs[i].Text
	about := func(m resolve.Mention) bool { return m.Entity.ID == c.entry.ID && c.entry.says(m.Span.Of(text)) }
	p.Relations = c.relations(p, i, about) // looks at the mentions as they were
	if slices.ContainsFunc(p.Mentions, about) {
		c.match(i)
		p.Mentions = c.mentions(p.Mentions, about)
		p.SetCites()
	}
	c.speaker(i, p.Speaker)
	if c.entry.Words == "" && slices.Contains(p.Topics, c.entry.ID) {
		p.Topics = c.replaceAll(p.Topics, i)
		slices.Sort(p.Topics)
	}
}

// mentions puts those that the entry is about to where they go, unless the same
// words are a mention of that already.
func (c *change) mentions(old []resolve.Mention, about func(resolve.Mention) bool) []resolve.Mention {
	var kept []resolve.Mention
	for _, m := range old {
		if about(m) {
			m.Entity = c.to
			if c.to == nil || slices.ContainsFunc(old, same(m)) || slices.ContainsFunc(kept, same(m)) {
				continue
			}
		}
		kept = append(kept, m)
	}
	return kept
}

// same reports whether a mention says what m says.
func same(m resolve.Mention) func(resolve.Mention) bool {
	return func(o resolve.Mention) bool {
		return o.Span == m.Span && o.Entity == m.Entity && o.Provision == m.Provision
	}
}

// speaker corrects who speaks in paragraph i, and for whom. Words are those that
// name the speaker; they say nothing of whom they speak for.
func (c *change) speaker(i int, s *resolve.Speaker) {
	if s == nil {
		return
	}
	if c.entry.Words == "" {
		s.SpeaksFor = c.replace(s.SpeaksFor, i)
		s.State = c.replace(s.State, i)
		s.ID = c.replace(s.ID, i)
		return
	}
	if n := c.res.Record.Paragraphs[i].Intervention; n >= 0 {
		iv := c.res.Record.Interventions[n]
		if c.entry.says(iv.Speaker.NameSpan.Of(c.res.Record.Paragraphs[iv.First].Text)) {
			s.ID = c.replace(s.ID, i)
		}
	}
}

// facts corrects what is said of the meeting and of other entities.
func (c *change) facts() {
	for k, id := range c.res.Chairs {
		c.res.Chairs[k] = c.replace(id, 0) // by index of the header's chairs, so none is taken out
	}
	c.res.States = c.replaceAll(c.res.States, 0)
	for _, e := range slices.Clone(c.res.Entities) {
		e.Country = c.replace(e.Country, e.First)
		e.MemberOf = c.replace(e.MemberOf, e.First)
		e.Parties = c.replaceAll(e.Parties, e.First)
		e.MayBe = c.replaceAll(e.MayBe, e.First)
	}
	if c.from != nil {
		c.match(c.from.First)
	}
}

// replace returns what a reference to an entity is from now on, "" for nothing.
func (c *change) replace(id string, para int) string {
	if id == "" || id != c.entry.ID {
		return id
	}
	c.match(para)
	if c.to == nil {
		return ""
	}
	return c.to.ID
}

// replaceAll is replace for a list that says nothing twice.
func (c *change) replaceAll(ids []string, para int) []string {
	if !slices.Contains(ids, c.entry.ID) {
		return ids
	}
	var out []string
	for _, id := range ids {
		if id = c.replace(id, para); id != "" && !slices.Contains(out, id) {
			out = append(out, id)
		}
	}
	return out
}
