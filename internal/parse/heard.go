package parse

import (
	"strings"

	"rapporteur/internal/record"
)

// belongs reports whether a candidate is of the meeting by the way it is named:
// an office that presides, a representative, with a bracket, or in the capitals
// that records print speakers in.
func (c *candidate) belongs(text string) bool {
	return c.from == record.SpeakerChair || c.Anonymous || c.span.End > c.NameSpan.End || c.Name.Name != "" && inCapitals(c.NameSpan.Of(text))
}

// inCapitals reports whether a word of a name is in capitals, initials aside:
// "Ms. ROE", "Mr. LI Wenhua".
func inCapitals(name string) bool {
	for word := range strings.FieldsSeq(name) {
		if len(word) > 1 && allUpper(word) && !strings.Contains(word, ".") {
			return true
		}
	}
	return false
}

// hear notes who surely speaks or presides, and takes back the speech of others
// who only lean to it: "Mr. Pike was unable to leave the country".
func (p *parser) hear(blocks []block) {
	for _, c := range p.rec.Header.Chairs {
		p.heard[c.Name] = true
	}
	for _, b := range blocks {
		if b.voice.kind == speaking && !b.voice.leans {
			p.heard[called(b.voice.speaker)] = true
		}
	}
	for i := range blocks {
		blocks[i].voice = p.known(blocks[i].voice)
	}
}

// opening reads the start of a paragraph once it is known who is heard.
func (p *parser) opening(text string) opened { return p.known(openingOf(text, p.president)) }

// known returns o, or silence where it only leans to a speaker who is not heard elsewhere.
func (p *parser) known(o opened) opened {
	if o.leans && !p.heard[called(o.speaker)] {
		return opened{}
	}
	return o
}

// called is the name that speakers are told apart by.
func called(s record.Speaker) string {
	if s.Name.Name != "" {
		return s.Name.Name
	}
	return s.Office
}
