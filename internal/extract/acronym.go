package extract

import (
	"rapporteur/internal/record"
	"rapporteur/internal/words"
	"rapporteur/schema"
)

// An Acronym is defined where it stands in brackets behind a name.
type Acronym struct {
	Para  int
	Short string
	// After is the byte offset where the name ends that it stands for.
	After int
}

// isAcronym: "IOM", "GANHRI"; no number of a meeting or of a chapter.
func isAcronym(w words.Word) bool {
	return w.Shape == words.Upper && w.End-w.Start >= 2 && w.End-w.Start <= 12
}

// acronyms returns the definitions of the paragraph.
func (p *paragraph) acronyms() []Acronym {
	var out []Acronym
	for i := 1; i+1 < len(p.text.Words); i++ {
		if p.text.Is(i-1, "(") && p.text.Is(i+1, ")") && isAcronym(p.text.Words[i]) && i >= 2 {
			out = append(out, Acronym{Para: p.index, Short: p.text.Quote(i, i+1), After: p.text.Words[i-2].End})
		}
	}
	return out
}

// acronymsUsed claims acronyms that the lexicon does not know; resolve keeps
// those that the record defines.
func (p *paragraph) acronymsUsed() {
	for i, w := range p.text.Words {
		if isAcronym(w) && !p.knownWord(i) && !p.text.Is(i+1, "/") && !p.text.Is(i-1, "/") {
			p.addSpan(record.Span{Start: w.Start, End: w.End}, Claim{Class: schema.ClassInstitution, How: ByAcronym, Rule: "acronym", Name: p.text.Quote(i, i+1)})
		}
	}
}
