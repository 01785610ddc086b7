package parse

import "rapporteur/internal/record"

// readClosing reads the closing line; what follows it are notes.
func (p *parser) readClosing(r lineRange) {
	if r.from >= r.to {
		return
	}
	p.claim(r.from, "closing")
	p.evidence[seenClosing] = true
	if t := times(p.lines[r.from].Text); len(t) > 0 {
		p.rec.Header.Closed = t[0]
	}
	for i := r.from + 1; i < r.to; i++ {
		if k := key(p.lines[i].Text); k == "notes" || k == "footnotes" {
			p.claim(i, "footnote")
		}
	}
}

// isSuspension recognises "The meeting was suspended at 4.30 p.m. and resumed at
// 4.55 p.m." and either half of it.
func isSuspension(k string) bool {
	return isMeeting(k) && len(k) < 160 && (containsAny(k, "suspendedat", "resumedat", "wassuspended") || isClosing(k) || isOpening(k))
}

// pause reads a numbered paragraph that says when the meeting stopped: without a
// closing line, the last one closes it.
func (p *parser) pause(text string) {
	if t := times(text); isClosing(key(text)) && len(t) == 1 && !p.closes {
		p.rec.Header.Closed = t[0]
		p.evidence[seenClosing] = true
		return
	}
	p.suspend(text)
}

// suspend notes the times of a suspension; a resumption closes the one that is
// open.
func (p *parser) suspend(text string) {
	k, t := key(text), times(text)
	h := &p.rec.Header
	last := len(h.Suspended) - 1
	switch {
	case len(t) == 0:
	case containsAny(k, "suspend", "adjourn", "roseat", "endedat"):
		s := record.Interval{From: t[0]}
		if len(t) > 1 {
			s.To = t[1]
		}
		h.Suspended = append(h.Suspended, s)
	case last >= 0 && h.Suspended[last].To == "":
		h.Suspended[last].To = t[0]
	}
}
