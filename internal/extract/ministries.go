package extract

import (
	"strings"

	"rapporteur/schema"
)

// ministries claims each member of "the Ministries of Health, Education and
// Labour and Social Protection", quoting the whole phrase.
func (p *paragraph) ministries() {
	for i := 0; i < len(p.text.Words); i++ {
		w := p.text.Words[i]
		if w.Fold != "ministries" && w.Fold != "departments" || !w.Capital() || !p.text.Is(i+1, "of") {
			continue
		}
		members, end := p.titleList(i + 2)
		if len(members) < 2 {
			continue
		}
		one := "Ministry of "
		if w.Fold == "departments" {
			one = "Department of "
		}
		for _, m := range members {
			p.add(i, end, Claim{Class: schema.ClassInstitution, How: ByRule, Rule: "ministries", Kind: "ministry", Name: one + m, National: true, Head: strings.ToLower(strings.Fields(one)[0])})
		}
		i = end - 1
	}
}

// longestList bounds a list of titles, in words.
const longestList = 120

// titleList reads "Health, Education, Foreign Affairs and Labour and Social
// Protection": commas part it, and the first "and" after the last comma.
func (p *paragraph) titleList(i int) (members []string, end int) {
	start := i
	parted := false // the "and" that ends the list was seen
	comma := p.lastComma(i)
	for limit := i + longestList; i < min(limit, len(p.text.Words)); {
		w := p.text.Words[i]
		switch {
		case w.Capital(), w.Fold == "the" && i == start:
			if w.Fold == "the" {
				start = i + 1
			}
			i++
			end = i
		case w.Fold == "," && i <= comma && end == i:
			members = append(members, p.text.Quote(start, i))
			i++
			start = i
			if p.text.Is(i, "and") {
				i++
				start, parted = i, true
			}
		case (w.Fold == "and" || w.Fold == "of") && i+1 < len(p.text.Words) && (p.text.Words[i+1].Capital() || p.text.Is(i+1, "the") || p.text.Is(i+1, "of")):
			if w.Fold == "and" && i > comma && !parted {
				members = append(members, p.text.Quote(start, i))
				start, parted = i+1, true
				for p.text.Is(start, "of", "the") {
					start++
					i++
				}
			}
			i++
		default:
			return p.closeList(members, start, end), end
		}
	}
	return p.closeList(members, start, end), end
}

func (p *paragraph) closeList(members []string, start, end int) []string {
	if start < end {
		members = append(members, p.text.Quote(start, end))
	}
	return members
}

// lastComma is the last comma of the list of titles that begins at word i.
func (p *paragraph) lastComma(i int) int {
	last := -1
	for limit := i + longestList; i < min(limit, len(p.text.Words)); i++ {
		w := p.text.Words[i]
		switch {
		case w.Fold == "," && i+1 < len(p.text.Words) && (p.text.Words[i+1].Capital() || p.text.Is(i+1, "and")):
			last = i
		case w.Capital(), w.Fold == "and", w.Fold == "of", w.Fold == "the":
		default:
			return last
		}
	}
	return last
}
