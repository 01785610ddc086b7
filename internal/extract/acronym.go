package extract

import (
	"slices"

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

// expandedAcronyms claims what an acronym in brackets is short for where no rule
// knows the words before it: "Northern Islands Weavers (NIW)". Its letters must
// be the initials of the capitalised words, and these must name no mere thing.
func (p *paragraph) expandedAcronyms() {
	for i := 3; i+1 < len(p.text.Words); i++ {
		if !isAcronym(p.text.Words[i]) || !p.text.Is(i-1, "(") || !p.text.Is(i+1, ")") || things[p.text.Words[i-2].Fold] || p.knownWord(i) {
			continue
		}
		end := p.text.Words[i-2].End
		if first, ok := p.initials(p.text.Words[i].Fold, i-2); ok && !slices.ContainsFunc(p.claims, func(c Claim) bool { return c.Span.End == end }) {
			p.add(first, i-1, Claim{Class: schema.ClassInstitution, How: ByRule, Rule: "expanded-acronym", Kind: "organization", Name: p.text.Quote(first, i-1), National: !internationalName(p.text, first, i-1)})
		}
	}
}

// initials is where the capitalised words begin that end with word last and have
// the letters as their initials.
func (p *paragraph) initials(letters string, last int) (first int, ok bool) {
	k := len(letters)
	for j := last; j >= 0 && k > 0; j-- {
		w := p.text.Words[j]
		switch {
		case w.Capital() && w.Fold[0] == letters[k-1]:
			k, first = k-1, j
		case w.Fold == "of" || w.Fold == "for" || w.Fold == "and" || w.Fold == "the" || w.Fold == "in" || w.Fold == "on" || w.Fold == "to" || w.Fold == "against" || w.Fold == "with":
		default:
			return 0, false
		}
	}
	return first, k == 0 && len(letters) >= 3
}

// things end what is no institution, though it has an acronym.
var things = words.Set("persons people review reviews understanding paper papers product income technology technologies index indicator indicators syndrome disease virus rate goals assessment area areas zone zones mutilation test survey officer officers report reports treatment therapy system systems status protocol language languages rights year years convention covenant act code law plan programme strategy policy framework agreement")
