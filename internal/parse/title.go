package parse

import (
	"regexp"
	"strings"
)

// maxTitle is how many cells a broken title spreads over at most.
const maxTitle = 5

// readTitle reads "Summary record of the second part (public)* of the 2049th
// meeting" from one cell or several, and returns how many.
func (p *parser) readTitle(cells []cell) int {
	text, n := cells[0].text, 1
	for n < len(cells) && n < maxTitle && !strings.Contains(key(text), "meeting") {
		text += " " + cells[n].text
		n++
	}
	k := key(text)
	if !strings.Contains(k, "meeting") {
		n, k = 1, cells[0].key
	}
	for _, c := range cells[:n] {
		p.claim(c.line, "title")
	}
	p.evidence[seenTitle] = true
	h := &p.rec.Header
	if number, ok := readMeeting(k); ok {
		h.Meeting = number
	}
	if part := readPart(k); len(part) > len(h.Part) { // a copy's own title may leave out "(public)"
		h.Part = part
	}
	return n
}

// chamberRE matches the chamber between number and "meeting".
var chamberRE = regexp.MustCompile(`chamber[a-z]$`)

// readMeeting reads the number in a title's key: "…the1563rdchamberbmeeting".
func readMeeting(k string) (int, bool) {
	k = k[strings.Index(k, "summaryrecord")+len("summaryrecord"):]
	at := strings.Index(k, "meeting")
	if at < 0 {
		return 0, false
	}
	n, _ := ordinalAt(chamberRE.ReplaceAllString(k[:at], ""))
	return n, n > 0
}

// partRE matches the part of a meeting in a title's key.
var partRE = regexp.MustCompile(`(first|second|third|fourth|fifth)(public|closed|private)?part(public|closed|private)?`)

// readPart reads which part of a meeting a title's key names, as "second part
// (public)" or "partial".
func readPart(k string) string {
	if m := partRE.FindStringSubmatch(k); m != nil {
		if kind := m[2] + m[3]; kind != "" {
			return m[1] + " part (" + kind + ")"
		}
		return m[1] + " part"
	}
	switch {
	case strings.Contains(k, "partial"):
		return "partial"
	case containsAny(k, "recordpublicof", "recordpublicpartof", "recordofthepublicpartof"):
		return "public"
	}
	return ""
}
