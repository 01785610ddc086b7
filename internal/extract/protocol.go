package extract

import (
	"cmp"
	"slices"
	"strings"

	"rapporteur/internal/lexicon"
	"rapporteur/schema"
)

// Protocols returns, by the id of a treaty, its only optional protocol: the
// bodies that call the one "the Convention" call the other "the Optional Protocol".
func Protocols(l *lexicon.Lexicon) map[string]string {
	out := make(map[string]string)
	several := make(map[string]bool)
	for _, p := range l.Entries() {
		if p.Short != "Optional Protocol" {
			continue
		}
		for _, t := range l.Entries() {
			if t.Short != "Convention" && t.Short != "Covenant" || !slices.ContainsFunc(t.Bodies, func(b string) bool { return slices.Contains(p.Bodies, b) }) {
				continue
			}
			several[t.ID] = several[t.ID] || out[t.ID] != ""
			out[t.ID] = p.ID
		}
	}
	for id := range several {
		if several[id] {
			delete(out, id)
		}
	}
	return out
}

// itsProtocols claims "its Optional Protocol", which belongs to the treaty that
// the sentence has named just before, else to the body's own.
func (p *paragraph) itsProtocols() {
	for i, w := range p.text.Words {
		if w.Fold != "its" || !p.text.Is(i+1, "optional") || !p.text.Is(i+2, "protocol") || !p.text.Words[i+1].Capital() {
			continue
		}
		c := Claim{Class: schema.ClassAgreement, How: ByCoreference, Head: "optional protocol"}
		if t := p.treatyBefore(i); t != "" {
			if c.ID = p.protocols[t]; c.ID == "" {
				continue
			}
			c.How, c.Rule = ByRule, "its-protocol"
		}
		p.add(i+1, i+3, c)
	}
}

// treatyBefore is the id of the agreement that the sentence names last before
// word i.
func (p *paragraph) treatyBefore(i int) string {
	for j := i - 1; j >= p.text.SentenceOf(i).First; j-- {
		if h, ok := p.hits.covering(j); ok && h.Entry.Class == schema.ClassAgreement {
			return h.Entry.ID
		}
		if p.text.Is(j, "convention", "covenant") {
			return "" // the body's own
		}
	}
	return ""
}

// A title is a name of an optional protocol that says to which treaty it belongs.
type title struct{ name, id string }

// protocolTitles are the titles of the optional protocols, the longest first.
func protocolTitles(l *lexicon.Lexicon) []title {
	var out []title
	for _, e := range l.Entries() {
		for _, name := range append([]string{e.Label}, e.Aliases...) {
			if e.Class == schema.ClassAgreement && strings.Contains(strings.ToLower(name), "optional protocol to the ") {
				out = append(out, title{name, e.ID})
			}
		}
	}
	slices.SortStableFunc(out, func(a, b title) int { return cmp.Or(len(b.name)-len(a.name), strings.Compare(a.name, b.name)) })
	return out
}

// draftProtocols claims the title of an optional protocol in lower case, as it is
// written until the protocol is adopted: "the draft optional protocol to the …".
func (p *paragraph) draftProtocols() {
	for i, w := range p.text.Words {
		if w.Fold != "optional" || w.Capital() || !p.text.Is(i+1, "protocol") || !p.text.Is(i+2, "to") {
			continue
		}
		if p.text.Is(i-1, "first", "second", "third") {
			i--
		}
		before := i - 1
		for p.text.Is(before, "draft", "proposed", "new", "future", "possible") {
			before--
		}
		if !p.text.Is(before, "a", "an", "any", "such") {
			p.draftProtocol(i) // a certain one
		}
	}
}

// draftProtocol claims the longest title that stands at word i.
func (p *paragraph) draftProtocol(i int) {
	rest := p.text.Raw[p.text.Words[i].Start:]
	for _, t := range p.titles {
		if len(rest) < len(t.name) || !strings.EqualFold(rest[:len(t.name)], t.name) || len(rest) > len(t.name) && !strings.ContainsAny(rest[len(t.name):len(t.name)+1], " ,.;:)?") {
			continue
		}
		end := p.text.At(p.text.Words[i].Start + len(t.name))
		p.add(i, end, Claim{Class: schema.ClassAgreement, How: ByAlias, ID: t.id})
		return
	}
}
