package parse

import (
	"strings"

	"rapporteur/internal/record"
)

// A voice says what the start of a paragraph tells about who speaks in it.
type voice int

const (
	silent     voice = iota // nobody is named: the paragraph goes on with the one before
	speaking                // somebody is named and speaks
	procedural              // nobody speaks: a decision, an election, an invitation
	perhaps                 // speaking, if the speaker is heard elsewhere: see hear
)

// An opened paragraph is its start as read by openingOf.
type opened struct {
	kind    voice
	speaker record.Speaker // where kind is speaking or perhaps
	from    record.SpeakerSource
}

// maxLead bounds, in bytes, how far into a paragraph its speaker is looked for.
const maxLead = 1200

// openingOf reads who speaks at the start of a paragraph. Spans in the result
// are of text. Presidents are speakers only where a president presides.
func openingOf(text string, president bool) opened {
	if text == "" {
		return opened{}
	}
	lead := text[:min(len(text), maxLead)]
	if o := speakerAt(lead, 0, president, false); o.kind != silent {
		return o
	}
	if o := behindClause(lead, president); o.kind != silent {
		return o
	}
	if isProcedure(text) {
		return opened{kind: procedural}
	}
	return opened{}
}

// speakerAt reads a speaker at text[at:] and what the speaker does. Strict wants
// a listed verb of speech; the start of a paragraph is less demanding.
func speakerAt(text string, at int, president, strict bool) opened {
	s, ok := scanSpeaker(text, at, president)
	if !ok {
		return opened{}
	}
	kind := speaking
	switch s.act(text, strict) {
	case nothing:
		return opened{}
	case procedure:
		return opened{kind: procedural}
	case leaning:
		if !s.belongs(text) {
			kind = perhaps
		}
	}
	s.span.End = max(s.span.End, s.span.Start)
	s.Span = s.span
	return opened{kind: kind, speaker: s.Speaker, from: s.from}
}

// A candidate is somebody named who may turn out to speak.
type candidate struct {
	record.Speaker
	from   record.SpeakerSource
	span   record.Span
	strict bool // needs a listed verb
}

// scanSpeaker reads a person, an office or an anonymous representative, with the
// brackets behind, at text[at:].
func scanSpeaker(text string, at int, president bool) (candidate, bool) {
	c, end, ok := scanVoice(text, at, president)
	if !ok {
		return c, false
	}
	c.span = record.Span{Start: at, End: end}
	for {
		content, size := bracket(text[c.span.End:])
		if size == 0 {
			break
		}
		c.describe(content)
		c.span.End += size
	}
	return c, true
}

// scanVoice reads the words that name a speaker, without brackets.
func scanVoice(text string, at int, president bool) (candidate, int, bool) {
	var c candidate
	if name, end, ok := scanPerson(text, at); ok {
		c.Name, c.from = name, record.SpeakerNamed
		c.NameSpan = record.Span{Start: at, End: end}
		return c, end, true
	}
	if o, end, ok := scanOffice(text, at, president); ok {
		c.Office, c.from, c.strict = o.name, record.SpeakerNamed, !o.presides
		if o.presides {
			c.from = record.SpeakerChair
		}
		c.NameSpan = record.Span{Start: at, End: end}
		return c, end, true
	}
	if whom, end, ok := scanAnonymous(text, at); ok {
		c.Anonymous, c.from, c.strict = true, record.SpeakerNamed, true
		c.Affiliation, c.Capacity = whom.affiliation, whom.capacity
		c.NameSpan = record.Span{Start: at, End: end}
		return c, end, true
	}
	if at == 0 {
		return scanUnaddressed(text)
	}
	return c, 0, false
}

// scanUnaddressed reads a name without honorific at the start of a paragraph: two
// words at least and a bracket that is no acronym ("Nana Oye Doe (Ghana) said").
func scanUnaddressed(text string) (candidate, int, bool) {
	end := scanName(text, 0)
	content, size := bracket(text[end:])
	if size == 0 || strings.Count(text[:end], " ") < 1 || allUpper(content) || startsCommon(text) {
		return candidate{}, 0, false
	}
	c := candidate{from: record.SpeakerNamed, strict: true}
	c.Name.Name = foldName(text[:end])
	c.NameSpan = record.Span{End: end}
	return c, end, true
}

// common are words that begin names of things, not of persons.
var common = words(`The A An In On At As Article Articles Section Committee Convention Act Law Code Protocol General Human International National United World European
	Ministry Office Department Commission Council Court Supreme Constitutional Federal State States Working Draft Rule Rules Decree Order Resolution Non-governmental Special`)

// startsCommon reports whether text begins with such a word.
func startsCommon(text string) bool {
	word, _, _ := strings.Cut(text, " ")
	return common[word]
}

// act reads what the candidate does, and takes what stands between commas into
// account on the way.
func (c *candidate) act(text string, strict bool) act {
	rest := text[c.span.End:]
	if strings.HasPrefix(rest, " ,") {
		rest = rest[1:]
	}
	strict = strict || c.strict
	if end := othersEnd(text, c.span.End); end > c.span.End {
		if actAt(text[end:], strict) <= leaning {
			return nothing
		}
		return procedure // several people at once: nobody's intervention
	}
	if rest == "" || rest[0] == '\'' || strings.HasPrefix(rest, "’") {
		return nothing
	}
	if tail := strings.Trim(rest, " ,"); tail == "…" || tail == "..." { // an extract leaves out what was said
		return speech
	}
	if strings.HasPrefix(rest, " ") {
		if hasAnyPrefix(rest, " speaking ", " on behalf ", " (") || isParticiple(wordAt(rest[1:])) && speaksBehindComma(rest) {
			return c.apposition(rest, strict)
		}
		return actAt(rest, strict)
	}
	switch {
	case rest[0] == ',':
		return c.apposition(rest[1:], strict)
	case c.span.Start == 0 && strings.HasPrefix(rest, ": "):
		return speech
	}
	return nothing
}

// isParticiple reports whether a word says what a speaker does beside speaking:
// "replying", "introducing".
func isParticiple(word string) bool { return len(word) > 5 && strings.HasSuffix(word, "ing") }

// speaksBehindComma reports whether a listed verb of speech follows a comma.
func speaksBehindComma(rest string) bool {
	for comma := nextComma(rest, 0); comma >= 0; comma = nextComma(rest, comma+1) {
		if actAt(rest[comma+1:], true) == speech {
			return true
		}
	}
	return false
}

// othersEnd returns where a list of further people behind a first one ends, or at:
// "Mr. Doe, Ms. Roe (Norway) and the Chair".
func othersEnd(text string, at int) int {
	for end := at; ; {
		next := end
		for _, joint := range []string{", and ", ", ", " and ", " as well as "} {
			if strings.HasPrefix(text[end:], joint) {
				next += len(joint)
				break
			}
		}
		if next == end {
			return end
		}
		_, stop, ok := scanPerson(text, next)
		if !ok {
			if _, stop, ok = scanOffice(text, next, true); !ok {
				return at
			}
		}
		_, size := bracket(text[stop:])
		end = stop + size
	}
}

// bracket reads a bracketed remark at the start of text, nested brackets and a
// leading space included: its content and its size. A size of 0 means none.
func bracket(text string) (string, int) {
	at := 0
	if at < len(text) && text[at] == ' ' {
		at++
	}
	if at >= len(text) || text[at] != '(' {
		return "", 0
	}
	depth := 0
	for i := at; i < len(text) && i < maxFixed; i++ {
		switch text[i] {
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				return strings.TrimSpace(text[at+1 : i]), i + 1
			}
		}
	}
	return "", 0
}
