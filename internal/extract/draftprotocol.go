package extract

import (
	"cmp"
	"slices"
	"strings"

	"rapporteur/internal/lexicon"
	"rapporteur/schema"
)

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
