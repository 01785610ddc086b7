// Package peer compares Rapporteur with programs that find names in any English
// text. They give no ids and do not know definite descriptions, so what is
// compared is what all can do: which words name a person, a country or an
// institution.
package peer

import (
	"slices"
	"strings"

	"rapporteur/internal/annotation"
	"rapporteur/schema"
)

// A Span is words of a paragraph that were found to name something, in Unicode
// code points of its text, end exclusive. Type is empty for a name of a type
// that is not compared, such as a river.
type Span struct {
	Type  schema.Class `json:"type"`
	Start int          `json:"start"`
	End   int          `json:"end"`
}

// Types returns the types that are compared.
func Types() []schema.Class {
	return []schema.Class{schema.ClassPerson, schema.ClassCountry, schema.ClassInstitution}
}

// isCompared reports whether names of type t are compared.
func isCompared(t schema.Class) bool { return slices.Contains(Types(), t) }

// Spans returns the names among the mentions of a paragraph, and as aside what
// is neither asked for nor wrong where it is found: definite descriptions ("the
// State party") and demonyms ("Azerbaijani"), which other programs do not count
// among names, and, without a type, names of types that are not compared.
func Spans(p annotation.Paragraph) (names, aside []Span) {
	for _, m := range p.Mentions {
		switch {
		case !isCompared(m.Type):
			aside = append(aside, Span{Start: m.Start, End: m.End})
		case m.How == "coreference" || m.How == "demonym":
			aside = append(aside, Span{m.Type, m.Start, m.End})
		default:
			names = append(names, Span{m.Type, m.Start, m.End})
		}
	}
	return names, aside
}

// Found returns what Rapporteur found in a paragraph of the types compared.
func Found(p annotation.Paragraph) (found []Span) {
	for _, m := range p.Mentions {
		if isCompared(m.Type) {
			found = append(found, Span{m.Type, m.Start, m.End})
		}
	}
	return found
}

// honorifics stand before a person's name or are part of it, as one likes: spans
// are compared without.
var honorifics = []string{"Mr. ", "Ms. ", "Mrs. ", "Miss "}

// bare returns s without the honorific of a person.
func (s Span) bare(text []rune) Span {
	if s.Type != schema.ClassPerson {
		return s
	}
	for _, h := range honorifics {
		if strings.HasPrefix(string(text[s.Start:s.End]), h) {
			s.Start += len(h)
		}
	}
	return s
}

func (s Span) overlaps(o Span) bool { return s.Start < o.End && o.Start < s.End }
