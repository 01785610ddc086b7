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

// hear notes who surely speaks or presides, and makes silent the others who
// perhaps do: "Mr. Pike was unable to leave the country".
func (p *parser) hear(blocks []block) {
	for _, c := range p.rec.Header.Chairs {
		p.heard[c.Name] = true
	}
	for i := range blocks {
		if v := &blocks[i].voice; v.kind == speaking {
			p.heard[called(v.speaker)] = true
		}
	}
	for i := range blocks {
		p.settleVoice(&blocks[i].voice)
	}
}

// settleVoice makes speech of what may be speech where the speaker is heard, and
// silence elsewhere.
func (p *parser) settleVoice(v *opened) {
	switch {
	case v.kind != perhaps:
	case p.heard[called(v.speaker)]:
		v.kind = speaking
	default:
		*v = opened{}
	}
}

// called is the name that speakers are told apart by.
func called(s record.Speaker) string {
	if s.Name.Name != "" {
		return s.Name.Name
	}
	return s.Office
}
