package extract

import (
	"regexp"
	"strconv"
	"strings"

	"rapporteur/internal/record"
	"rapporteur/schema"
)

// articlePhrase is a reference to articles or sections, with what may stand
// between it and its instrument: "articles 14 (3) (d) and 15 of the ",
// "article 2, paragraph 1, of the ".
var articlePhrase = regexp.MustCompile(`\b(?P<unit>[Aa]rticles?|[Aa]rts?\.|[Ss]ections?|[Ss]ects?\.|[Rr]ules?) (?P<list>[0-9]+(?: ?(?:bis|ter))?(?: ?\([0-9a-z]{1,4}\))*(?:(?:, | and |, and | or | to )[0-9]+(?: ?(?:bis|ter))?(?: ?\([0-9a-z]{1,4}\))*)*)(?:,? paragraphs? (?P<para>[0-9]+)(?: ?\([a-z]\))?)?(?P<of>,? (?:of|to|in) (?:the )?)?`)

var articleNumber = regexp.MustCompile(`([0-9]+(?: ?(?:bis|ter))?(?: ?\([0-9a-z]{1,4}\))*)|( to )`)

// provisions claims articles; resolve finds the instrument they belong to.
func (p *paragraph) provisions() {
	raw := p.text.Raw
	if !strings.Contains(raw, "rticle") && !strings.Contains(raw, "rt. ") && !strings.Contains(raw, "ection") && !strings.Contains(raw, "rts. ") {
		return
	}
	for _, m := range articlePhrase.FindAllStringSubmatchIndex(raw, -1) {
		group := func(name string) string {
			i := articlePhrase.SubexpIndex(name)
			if m[2*i] < 0 {
				return ""
			}
			return raw[m[2*i]:m[2*i+1]]
		}
		numbers := articleNumbers(group("list"))
		if para := group("para"); para != "" && len(numbers) == 1 {
			numbers[0] += " (" + para + ")"
		}
		c := Claim{Class: schema.ClassProvision, How: ByRule, Rule: "provision", Numbers: numbers, Unit: unitOf(group("unit"))}
		end := m[2*articlePhrase.SubexpIndex("list")+1]
		if group("of") != "" {
			c.Follows = m[1]
		}
		p.addSpan(record.Span{Start: m[0], End: end}, c)
	}
}

func unitOf(word string) string {
	switch word[0] | 0x20 {
	case 's':
		return "sect."
	case 'r':
		return "rule"
	}
	return "art."
}

// maxRange bounds what "articles 1 to 40" may be unfolded to.
const maxRange = 100

// articleNumbers reads "14 (3) (d), 15 and 17 to 19".
func articleNumbers(list string) []string {
	var out []string
	until := false
	for _, m := range articleNumber.FindAllStringSubmatch(list, -1) {
		if m[2] != "" {
			until = true
			continue
		}
		number := strings.Join(strings.Fields(strings.ReplaceAll(m[1], "(", " (")), " ")
		if until && len(out) > 0 {
			out = append(out, between(out[len(out)-1], number)...)
			until = false
		}
		out = append(out, number)
	}
	return out
}

// between are the numbers strictly between two plain ones.
func between(from, to string) []string {
	a, err1 := strconv.Atoi(from)
	b, err2 := strconv.Atoi(to)
	if err1 != nil || err2 != nil || b-a > maxRange {
		return nil
	}
	var out []string
	for n := a + 1; n < b; n++ {
		out = append(out, strconv.Itoa(n))
	}
	return out
}
