package parse

import "strings"

// votes are the keys that begin the lists of those who voted.
var votes = []string{"infavour", "against", "abstaining"}

// isVotes recognises "In favour: …", which belongs to the vote before it.
func isVotes(text string) bool {
	head := text[:min(len(text), 16)]
	return strings.Contains(head, ":") && hasAnyPrefix(key(head), votes...)
}

// amongVotes reports whether a paragraph stops within a list of those who voted,
// or behind one whose full stop is lost.
func amongVotes(text string) bool {
	for _, label := range []string{"In favour:", "Against:", "Abstaining:"} {
		if at := strings.LastIndex(text, label); at >= 0 && strings.IndexByte(text[at:], '.') < 0 {
			return true
		}
	}
	return false
}

// goesOnVoting reports whether b goes on with the list of votes that a stops in:
// the list cannot end there, or b holds names alone.
func (p *parser) goesOnVoting(a, b *block) bool {
	switch {
	case len(a.text) > maxParagraph, !amongVotes(a.text), b.marked, p.agenda[titleKey(b.text)]:
		return false
	case isVotes(b.text), mustGoOn(a.text), startsLower(b.text):
		return true
	}
	return b.voice.kind == silent && listsNames(b.text)
}

// mustGoOn reports whether a list cannot end where text does.
func mustGoOn(text string) bool {
	return strings.HasSuffix(text, ":") || cutMidway(text) || isOpen(text)
}

// small are the words in small letters within the names of States.
var small = words(`of and the former`)

// listsNames reports whether text is nothing but names: "Albania, Côte d’Ivoire",
// not "Organization of work".
func listsNames(text string) bool {
	for word := range strings.FieldsSeq(text) {
		word = strings.Trim(word, "(),.")
		if startsLower(word) && !small[word] && !hasAnyPrefix(word, "d’", "d'") {
			return false
		}
	}
	return true
}

// isCutOff reports whether a paragraph has no end, so that what follows may
// belong to it. A list of votes may lack its full stop.
func isCutOff(text string) bool {
	return !ends(text) && (!amongVotes(text) || mustGoOn(text))
}
