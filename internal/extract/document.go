package extract

import (
	"strings"

	"rapporteur/internal/lexicon"
	"rapporteur/internal/rule"
	"rapporteur/schema"
)

// bodyOf returns m with the id of a general comment or recommendation turned to
// the body that the sentence names as its author: "general comment No. 18 of the
// Human Rights Committee", "CEDAW general recommendation No. 19". Without one it
// is of the body whose record it is. ok is false where that is no treaty body:
// nobody else makes general comments.
func (p *paragraph) bodyOf(m rule.Match) (_ rule.Match, ok bool) {
	_, number, general := strings.Cut(m.ID, "/general-")
	if !general || !strings.HasPrefix(m.ID, "document:") {
		return m, true
	}
	body := p.author(m)
	m.ID = "document:" + body + "/general-" + number
	return m, body != ""
}

// author is the code of the treaty body named right before m or, past a year in
// brackets, behind it with "of", else the body of the record; "" if another body
// stands behind, or the record's is no treaty body.
func (p *paragraph) author(m rule.Match) string {
	if h, ok := p.nameBefore(m.First); ok && p.bodies[h.Entry.ID] != "" {
		return p.bodies[h.Entry.ID]
	}
	if h, ok := p.nameBehind(m.End); ok && (p.bodies[h.Entry.ID] != "" || h.Entry.Class == schema.ClassInstitution) {
		return p.bodies[h.Entry.ID]
	}
	return p.bodies["body:"+p.rec.Header.Body]
}

// nameBefore is the name that ends right before word i, or before its "'s".
func (p *paragraph) nameBefore(i int) (lexicon.Hit, bool) {
	if p.text.Is(i-1, "'s", "'") {
		i--
	}
	h, ok := p.hits.covering(i - 1)
	return h, ok && h.End == i
}

// nameBehind is the name that follows word i with "of" or "by", past a year in brackets.
func (p *paragraph) nameBehind(i int) (lexicon.Hit, bool) {
	if p.text.Is(i, "(") && p.text.Is(i+2, ")") {
		i += 3
	}
	if !p.text.Is(i, "of", "by") {
		return lexicon.Hit{}, false
	}
	if i++; p.text.Is(i, "the") {
		i++
	}
	return p.hits.starting(i)
}

// treatyBodies are the codes of the treaty bodies by their ids, and by the ids of
// their treaties: an acronym such as CEDAW before a recommendation names the body,
// though it is the treaty's.
func treatyBodies(l *lexicon.Lexicon) map[string]string {
	out := make(map[string]string)
	for _, e := range l.Entries() {
		code, body := strings.CutPrefix(e.ID, "body:")
		switch {
		case body && e.Kind == "treaty-body":
			out[e.ID] = code
		case len(e.Bodies) > 0 && (e.Short == "Convention" || e.Short == "Covenant"):
			out[e.ID] = e.Bodies[0]
		}
	}
	return out
}
