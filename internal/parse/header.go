package parse

import (
	"strings"

	"rapporteur/internal/record"
)

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
