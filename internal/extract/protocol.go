package extract

import (
	"slices"

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
