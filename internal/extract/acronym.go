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
		if !isAcronym(p.text.Words[i]) {
			continue
		}
		if i >= 2 && p.text.Is(i-1, "(") && p.text.Is(i+1, ")") {
			out = append(out, Acronym{Para: p.index, Short: p.text.Quote(i, i+1), After: p.text.Words[i-2].End})
		}
		if at := p.knownAs(i); at > 0 {
			out = append(out, Acronym{Para: p.index, Short: p.text.Quote(i, i+1), After: p.text.Words[at-1].End})
		}
	}
	return out
}

// knownAs is where ", known as" or ", known by its French acronym" begins before
// the acronym at word i, 0 if it does not stand there.
func (p *paragraph) knownAs(i int) int {
	j := i - 1
	switch {
	case p.text.Is(j, "as"):
	case p.text.Is(j, "acronym", "initials", "abbreviation"):
		for j--; j > 0 && !p.text.Is(j, "by", "under"); j-- {
			if i-j > 5 {
				return 0
			}
		}
	default:
		return 0
	}
	if !p.text.Is(j-1, "known") {
		return 0
	}
	if j--; p.text.Is(j-1, ",") {
		j--
	}
	return j
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
