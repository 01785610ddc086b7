package extract

import (
	"regexp"
	"strings"

	"rapporteur/schema"
)

// beforeNumber is what stands between the title of a law and its number where
// both name one law: "Migration Act (Act No. 12)", "the Aliens Act, adopted in
// 1991 as Decree No. 7".
var beforeNumber = regexp.MustCompile(`(?: \(|,? (?:which (?:had been|was) |that was )?(?:adopted|promulgated|enacted|issued|approved)(?: (?:in|on) [A-Za-z0-9 ]{3,20})? as (?:the )?|,? also known as (?:the )?)$`)

// farthestNumber bounds how far before a law's number its title ends, in bytes.
const farthestNumber = 60

// lawNumbers returns the numbers by which the paragraph says that a law with a
// title is known too. They hold for the record as acronyms do.
func (p *paragraph) lawNumbers() []Acronym {
	var out []Acronym
	for _, c := range p.claims {
		if c.Class != schema.ClassLaw || !strings.Contains(c.Name, " No. ") {
			continue
		}
		before := p.text.Raw[max(0, c.Span.Start-farthestNumber):c.Span.Start]
		if at := beforeNumber.FindStringIndex(before); at != nil {
			out = append(out, Acronym{Para: p.index, Short: c.Name, After: c.Span.Start - len(before) + at[0]})
		}
	}
	return out
}
