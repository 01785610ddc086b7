package extract

import (
	"regexp"
	"strings"

	"rapporteur/internal/record"
	"rapporteur/internal/words"
	"rapporteur/schema"
)

// A unit is what parts of an instrument are called.
type unit struct {
	cited string // "art."
	many  bool
}

var units = words.NewIndex(map[string]unit{
	"article": {"art.", false}, "articles": {"art.", true}, "art": {"art.", false}, "arts": {"art.", true},
	"section": {"sect.", false}, "sections": {"sect.", true}, "sect": {"sect.", false}, "sects": {"sect.", true},
	"rule": {"rule", false}, "rules": {"rule", true},
})

// provisions claims articles; resolve finds the instrument they belong to.
func (p *paragraph) provisions() {
	var last *Claim // which names no instrument, and what it is joined to follows
	for i, w := range p.text.Words {
		if units.Lacks(w.Form) {
			continue
		}
		u := units.Fold(w.Form)
		if u.cited == "" || p.text.Is(i-1, "draft") {
			continue
		}
		c := p.provision(w.Start, u)
		if c == nil {
			continue
		}
		c.Its = p.text.Is(i-1, "its")
		if last != nil && c.Follows > 0 && last.Unit == c.Unit && joined(p.text.Raw[last.Span.End:c.Span.Start]) {
			last.Numbers, last.Follows = append(last.Numbers, c.Numbers...), c.Follows
			last = nil
			continue
		}
		p.addSpan(c.Span, *c)
		last = nil
		if c.Follows == 0 {
			last = &p.claims[len(p.claims)-1]
		}
	}
}

// joined reports whether nothing but a joint stands between two phrases: "article
// 2 and articles 3 to 5 of the Covenant", but not "with article 2 and with …".
func joined(between string) bool {
	switch between {
	case " and ", ", and ", " or ", ", or ", ", ", " as well as ", ", as well as ":
		return true
	}
	return false
}

// ofInstrument is what stands between articles and the name of their instrument.
var ofInstrument = regexp.MustCompile(`^,? of (?:the )?`)

// provision reads the articles in the phrase whose word for them stands at byte
// start, nil if it has none.
func (p *paragraph) provision(start int, u unit) *Claim {
	text := p.text.Raw[start:]
	word := strings.IndexByte(text, ' ') + 1
	if word == 0 {
		return nil
	}
	numbers, size := readArticles(text[word:], u.many)
	if size == 0 {
		return nil
	}
	end := word + size
	c := &Claim{Class: schema.ClassProvision, How: ByRule, Rule: "provision", Numbers: numbers, Unit: u.cited, Span: record.Span{Start: start, End: start + len(strings.TrimSuffix(text[:end], ","))}}
	if of := ofInstrument.FindString(text[end:]); of != "" {
		c.Follows = start + end + len(of)
	} else if !startsWithDigit(numbers[0]) {
		return nil // "article V" by itself may be of anything
	}
	return c
}
