package extract

import (
	"regexp"
	"strconv"
	"strings"

	"rapporteur/internal/record"
	"rapporteur/internal/words"
	"rapporteur/schema"
)

// articlePhrase is a reference to articles or sections from the word for them
// on, with what may stand between it and its instrument: "articles 14 (3) (d) and 15 of the ",
// "article 2, paragraph 1, of the ".
var articlePhrase = regexp.MustCompile(`^[A-Za-z]+\.? (?P<list>` + articleItem + `(?:(?:, | and |, and | or | to )` + articleItem + `)*)(?P<of>,? of (?:the )?)?`)

// articleItem is one article, with its paragraph.
const articleItem = `[0-9]+(?:-[0-9]+)?(?: ?(?:bis|ter))?(?: ?\([0-9a-z]{1,4}\))*(?:,? paragraphs? [0-9]+(?: ?\([a-z]+\))*,?)?`

var articleNumber = regexp.MustCompile(`([0-9]+(?:-[0-9]+)?(?: ?(?:bis|ter))?(?: ?\([0-9a-z]{1,4}\))*)(?:,? paragraphs? ([0-9]+(?: ?\([a-z]+\))*))?|( to )`)

// provisions claims articles; resolve finds the instrument they belong to.
func (p *paragraph) provisions() {
	for _, w := range p.text.Words {
		if units.Lacks(w.Form) {
			continue
		}
		if unit := units.Fold(w.Form); unit != "" {
			p.provision(w.Start, unit)
		}
	}
}

// units are the words for parts of an instrument, and how they are cited.
var units = words.NewIndex(map[string]string{
	"article": "art.", "articles": "art.", "art": "art.", "arts": "art.",
	"section": "sect.", "sections": "sect.", "sect": "sect.", "sects": "sect.", "rule": "rule", "rules": "rule",
})

// provision claims the articles in the phrase that begins at byte start.
func (p *paragraph) provision(start int, unit string) {
	text := p.text.Raw[start:]
	m := articlePhrase.FindStringSubmatchIndex(text)
	if m == nil {
		return
	}
	group := func(name string) (s string, end int) {
		i := articlePhrase.SubexpIndex(name)
		if m[2*i] < 0 {
			return "", 0
		}
		return text[m[2*i]:m[2*i+1]], m[2*i+1]
	}
	list, end := group("list")
	end -= len(list) - len(strings.TrimSuffix(list, ","))
	numbers := articleNumbers(list)
	c := Claim{Class: schema.ClassProvision, How: ByRule, Rule: "provision", Numbers: numbers, Unit: unit}
	c.Its = p.text.Is(p.text.At(start)-1, "its")
	if of, _ := group("of"); of != "" {
		c.Follows = start + m[1]
	}
	p.addSpan(record.Span{Start: start, End: start + end}, c)
}

// paragraphOf turns "6 (e)" into " (6) (e)".
func paragraphOf(para string) string {
	number, letters, _ := strings.Cut(strings.ReplaceAll(para, "(", " ("), " ")
	if letters = strings.Join(strings.Fields(letters), " "); letters != "" {
		letters = " " + letters
	}
	return " (" + number + ")" + letters
}

// maxRange bounds what "articles 1 to 40" may be unfolded to.
const maxRange = 100

// articleNumbers reads "14 (3) (d), 15 and 17 to 19".
func articleNumbers(list string) []string {
	var out []string
	until := false
	for _, m := range articleNumber.FindAllStringSubmatch(list, -1) {
		if m[3] != "" {
			until = true
			continue
		}
		number := strings.Join(strings.Fields(strings.ReplaceAll(m[1], "(", " (")), " ")
		if m[2] != "" {
			number += paragraphOf(m[2])
		}
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
