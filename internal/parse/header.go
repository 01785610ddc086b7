package parse

import (
	"regexp"
	"slices"
	"strings"

	"rapporteur/internal/record"
)

// A cell is a piece of the header that one rule reads: a line, or a part of one
// where a conversion ran several together.
type cell struct {
	line   int
	text   string
	key    string
	indent int
}

// cellStarts matches the labels at which a line is cut into cells.
var cellStarts = regexp.MustCompile(`(?:Distr\s?\.|(?i:original\s?:)|(?:Provisional |PROVISIONAL )?(?:Summary record|SUMMARY RECORD)|Held (?:at|via|by|in|as)\b|HELD AT|` +
	`(?i:(?:temporary |acting |interim |co-|vice-)?(?:chair ?(?:man|men|person|woman|women)?s?(?:-rapporteurs?)?|presidents?|later)\s?[:;])\s*(?:Mr|Mrs|Ms|Miss|Sir|Dame|H\.E|Archbishop)\b)`)

// cells cuts the free lines of a range.
func (p *parser) cells(r lineRange) []cell {
	var out []cell
	for i := r.from; i < r.to; i++ {
		if !p.free(i) {
			continue
		}
		for _, text := range cutCells(p.lines[i].Text) {
			out = append(out, cell{i, text, key(text), p.lines[i].Indent})
		}
	}
	return out
}

// columnsRE matches lines of the General Assembly's mastheads that hold two columns:
// "FORTY-FIFTH SESSION at 4 p.m.".
var columnsRE = regexp.MustCompile(`(?i)^(general assembly|.{4,40} session|official records\*?|.{4,60} committee) (held on|at \d{1,2}(?:\.\d\d)? ?[ap]\.m\.|new york|geneva|\d+ ?\w* meeting)$`)

// cutCells cuts a line before every label in it.
func cutCells(text string) []string {
	if m := columnsRE.FindStringSubmatch(text); m != nil {
		return m[1:]
	}
	var out []string
	at := 0
	for _, m := range cellStarts.FindAllStringIndex(text, -1) {
		if piece := strings.TrimSpace(text[at:m[0]]); piece != "" && m[0] > at {
			out = append(out, piece)
		}
		at = m[0]
	}
	return append(out, strings.TrimSpace(text[at:]))
}

// A headerState says which part of the header was read last.
type headerState int

const (
	inMasthead headerState = iota
	inTitle                // behind the title
	inChairs               // behind the line of the chair
	inContents
)

// readHeader reads masthead, contents and opening line.
func (p *parser) readHeader(r lineRange) {
	state := inMasthead
	cells := p.cells(r)
	if len(cells) == 0 {
		return
	}
	if last := cells[len(cells)-1]; isOpening(last.key) {
		p.open(last)
		cells = cells[:len(cells)-1]
	}
	for len(cells) > 0 {
		n, next := p.readCell(cells, state)
		cells, state = cells[n:], next
	}
}

// open reads the opening line.
func (p *parser) open(c cell) {
	p.claim(c.line, "opening")
	p.evidence[seenOpening] = true
	if t := times(c.text); len(t) > 0 {
		p.rec.Header.Opened = t[0]
	}
}

// readCell reads the first of cells, and those that belong to it. It returns how
// many it took and the state behind them.
func (p *parser) readCell(cells []cell, state headerState) (int, headerState) {
	c := cells[0]
	h := &p.rec.Header
	switch {
	case strings.Contains(c.key, "summaryrecord"):
		return p.readTitle(cells), inTitle
	case strings.HasPrefix(c.key, "held"):
		return p.readVenue(cells), max(state, inTitle)
	case isContents(c.key):
		p.claim(c.line, "contents")
		return 1, inContents
	case state < inChairs && p.readColumn(c):
		return 1, state
	case isPresiding(c.text):
		return p.readChairs(cells), inChairs
	case chairNoteSize(cells) > 0:
		return p.readChairNote(cells[:chairNoteSize(cells)]), state
	case strings.HasPrefix(c.key, "distr"), strings.HasPrefix(c.key, "original"), isDistribution(c.key):
		p.claim(c.line, "distribution")
		p.readDistribution(c)
		return 1, state
	case isDay(c.key):
		p.claim(c.line, "distribution")
		if d, _ := findDay(c.key); h.Distributed == "" {
			h.Distributed = d.iso
		}
		return 1, state
	case state < inChairs || isSession(c.key):
		p.readMasthead(c)
		return 1, state
	}
	return p.readEntry(cells), inContents
}

// isHeader reports whether a line reads like a part of the masthead.
func (p *parser) isHeader(text string) bool {
	k := key(text)
	return strings.Contains(k, "summaryrecordofthe") || strings.HasPrefix(k, "heldat") || isPresiding(text) || isDay(k) || isSession(k) ||
		hasAnyPrefix(k, "distr", "original") || isDistribution(k) || isContents(k) || isOrgan(k) || text == strings.ToUpper(text) && len(text) < 8
}

// titleNumber returns the meeting's number from the title, before it was read.
func (p *parser) titleNumber() int {
	for i, l := range p.lines {
		if strings.HasPrefix(l.Text, "*") || len(l.Text) > maxFixed {
			continue
		}
		if k := key(l.Text); strings.Contains(k, "summaryrecord") {
			text := l.Text
			for j := i + 1; j < len(p.lines) && j < i+6 && !strings.Contains(key(text), "meeting"); j++ {
				text += " " + p.lines[j].Text
			}
			n, _ := readMeeting(key(text))
			return n
		}
	}
	return 0
}

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

// isDistribution reports whether a key is a language, or how widely a document
// is distributed, and nothing else.
func isDistribution(k string) bool {
	return slices.Contains(languages, strings.TrimSuffix(k, "only")) || k == "general" || k == "limited" || k == "restricted"
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

// addChair notes a presiding person once.
func (p *parser) addChair(n record.Name) {
	if n.Name == "" {
		return
	}
	for _, c := range p.rec.Header.Chairs {
		if strings.EqualFold(c.Name, n.Name) {
			return
		}
	}
	p.rec.Header.Chairs = append(p.rec.Header.Chairs, n)
}
