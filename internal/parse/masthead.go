package parse

import (
	"slices"
	"strings"
)

// readMasthead reads what stands above the title beside symbol and distribution:
// organ, treaty and session. Lines of no known kind stay free.
func (p *parser) readMasthead(c cell) {
	h := &p.rec.Header
	if n, _ := sessionIn(c.key); n > 0 && h.Session == 0 {
		h.Session = n
	}
	if d, ok := findDay(c.key); ok && d.end == len(c.key) && h.Distributed == "" && !p.evidence[seenTitle] {
		h.Distributed = d.iso // beside another line: "Sixty-first session 5 February 2007"
	}
	if h.Body == "" {
		h.Body = committeeIn(c.key)
	}
	if before, ok := strings.CutSuffix(c.key, "meeting"); ok && h.Meeting == 0 {
		if n, rest := ordinalAt(before); n > 0 && rest == "" {
			h.Meeting = n
			p.claim(c.line, "masthead")
		}
	}
	if isOrgan(c.key) || p.goesOnWithOrgan(c) || isFragment(c.key) || len(c.key) < 60 && containsAny(c.key, "session", "segment") {
		p.claim(c.line, "masthead")
	}
}

// goesOnWithOrgan reports whether a cell ends the name of an organ that the line
// before it began: "OF THE PALESTINIAN PEOPLE".
func (p *parser) goesOnWithOrgan(c cell) bool {
	first, _, _ := strings.Cut(c.text, " ")
	before := c.line - 1
	for before >= 0 && p.lines[before].Text == "" {
		before--
	}
	return joining[strings.ToLower(first)] && before >= 0 && p.claims[before] == "masthead" && len(c.text) < maxTitleText
}

// organWords are what the names of organs and treaties in mastheads are made of.
var organWords = []string{"unitednations", "committee", "convention", "covenant", "council", "assembly", "subcommittee", "rights", "discrimination",
	"torture", "treatment", "punishment", "migrant", "families", "disappearance", "women", "officialrecords", "political", "racial", "elimination", "nations"}

// isOrgan reports whether a key is an organ's or a treaty's name, or its code.
func isOrgan(k string) bool {
	if len(k) <= 6 {
		return true // "CERD", "E", "UNITED"
	}
	return len(k) < 200 && (containsAny(k, organWords...) || k == "ofallformsof" || k == "formsof")
}

// isDay reports whether a key is a day, or a month with its year.
func isDay(k string) bool {
	d, ok := findDay(k)
	return ok && d.start == 0 && d.end == len(k)
}

// isSession reports whether a key is nothing but the count of a session.
func isSession(k string) bool {
	n, before := sessionIn(k)
	return n > 0 && containsAny(before+"|", "generalassembly|", "resumed|") || n > 0 && before == ""
}

// sessionIn reads "…thirtythirdsession".
func sessionIn(k string) (int, string) {
	at := strings.Index(k, "session")
	if at < 0 {
		return 0, k
	}
	k = k[:at]
	for _, kind := range []string{"special", "emergency", "regular", "substantive", "resumed"} {
		k = strings.TrimSuffix(k, kind)
	}
	return ordinalAt(k)
}

// languages of the United Nations, as keys.
var languages = []string{"arabic", "chinese", "english", "french", "russian", "spanish"}

// distributions are the keys that say how widely, or in what state, a document goes
// out.
var distributions = []string{"general", "limited", "restricted", "provisional", "forparticipantsonly"}

// isDistribution reports whether a key is a language, or how widely a document
// is distributed, and nothing else.
func isDistribution(k string) bool {
	return slices.Contains(languages, strings.TrimSuffix(k, "only")) || slices.Contains(distributions, k)
}

// readDistribution reads "Distr.: General 12 October 2021", "Original: French"
// and the lines they were broken into. A language alone is the version's, which
// is the original's only until "Original:" says otherwise.
func (p *parser) readDistribution(c cell) {
	h := &p.rec.Header
	if d, ok := findDay(c.key); ok && h.Distributed == "" {
		h.Distributed = d.iso
	}
	rest, original := strings.CutPrefix(c.key, "original")
	if h.OriginalLanguage != "" && !original {
		return
	}
	for _, l := range languages {
		if strings.HasPrefix(rest, l) {
			h.OriginalLanguage = strings.ToUpper(l[:1]) + l[1:]
		}
	}
}
