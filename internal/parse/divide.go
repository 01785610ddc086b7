package parse

import "strings"

// divide finds where the body starts and ends. The opening line belongs to the
// head and the closing line to the tail; without them the body starts at the
// first paragraph and ends with the text.
func (p *parser) divide() (head, body, tail lineRange) {
	n := len(p.lines)
	from, to := -1, n
	for i := range p.lines {
		if !p.free(i) || !mayBeMeeting(p.lines[i].Text) {
			continue
		}
		k := key(p.lines[i].Text)
		if from < 0 && isOpening(k) {
			from = i + 1
		} else if isClosing(k) {
			to = i
		}
	}
	if from < 0 {
		from = p.firstParagraph()
	}
	if to < from {
		to = n
	}
	return lineRange{0, from}, lineRange{from, to}, lineRange{to, n}
}

// mayBeMeeting spares most lines the key that isMeeting looks at.
func mayBeMeeting(text string) bool {
	return len(text) <= maxFixed && len(text) > 10 && strings.IndexByte("TtAa", text[0]) >= 0
}

// isMeeting reports whether a key speaks of a meeting or a part of it.
func isMeeting(k string) bool {
	return hasAnyPrefix(k, "the", "at") && containsAny(k[:min(len(k), 60)], "meeting", "discussion", "part", "session")
}

// isOpening recognises "The second part (public) of the meeting was called to
// order at 10 a.m.".
func isOpening(k string) bool {
	return isMeeting(k) && len(k) < 160 && containsAny(k, "calledtoorder", "beganat", "wasopenedat", "openedat") && hasTime(k)
}

// isClosing recognises "The meeting rose at 1 p.m.".
func isClosing(k string) bool {
	return isMeeting(k) && len(k) < 160 && containsAny(k, "roseat", "endedat", "wasclosedat", "adjournedat", "concludedat") && hasTime(k)
}

// hasTime reports whether a key ends in a time of day or names one.
func hasTime(k string) bool {
	return containsAny(k, "noon", "midnight") || strings.ContainsAny(k, "0123456789")
}

// firstParagraph finds the body's start in a record without an opening line: its
// first paragraph, or the headings that stand over it.
func (p *parser) firstParagraph() int {
	for i := range p.lines {
		if !p.free(i) {
			continue
		}
		text := p.lines[i].Text
		number, rest := cutNumber(text)
		if number == 0 && p.isHeader(text) {
			continue
		}
		o := openingOf(rest, false)
		if number == 1 || o.kind != silent || number > 0 && ends(rest) {
			return p.headingsAbove(i)
		}
	}
	return len(p.lines)
}

// headingsAbove walks from a paragraph up over lines that can be its headings: it
// stops at the masthead, and at the entries of the contents.
func (p *parser) headingsAbove(i int) int {
	from := i
	for j := i - 1; j >= 0; j-- {
		if p.claims[j] != "" {
			continue
		}
		text := p.lines[j].Text
		if text == "" {
			continue
		}
		if p.isHeader(text) || isContents(key(text)) || p.repeated(j) {
			break
		}
		from = j
	}
	return from
}

// repeated reports whether the heading at line j is an entry of the contents: a
// later line repeats it.
func (p *parser) repeated(j int) bool {
	k := titleKey(p.lines[j].Text)
	for i := j + 1; i < len(p.lines) && i < j+40; i++ {
		if len(p.lines[i].Text) <= maxFixed && titleKey(p.lines[i].Text) == k {
			return true
		}
	}
	return false
}
