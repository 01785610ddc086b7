package extract

import (
	"strings"

	"rapporteur/internal/rule"
)

// bodyOf returns m with the id of a general comment or recommendation turned to
// the body that the sentence names as its author: "general comment No. 18 of the
// Human Rights Committee", "CEDAW general recommendation No. 19". Without one it
// is of the body whose record it is.
func (p *paragraph) bodyOf(m rule.Match) rule.Match {
	if !strings.HasPrefix(m.ID, "document:") {
		return m
	}
	if body := p.author(m); body != "" {
		_, number, _ := strings.Cut(m.ID, "/general-")
		m.ID = "document:" + body + "/general-" + number
	}
	return m
}

// author is the code of the treaty body named right before m or, past a year in
// brackets, behind it with "of"; "" if none is.
func (p *paragraph) author(m rule.Match) string {
	before := m.First
	if p.text.Is(before-1, "'s", "'") {
		before--
	}
	if h, ok := p.hits.covering(before - 1); ok && h.End == before {
		return treatyBody(h.Entry.ID)
	}
	i := m.End
	if p.text.Is(i, "(") && p.text.Is(i+2, ")") {
		i += 3
	}
	if !p.text.Is(i, "of", "by") {
		return ""
	}
	if i++; p.text.Is(i, "the") {
		i++
	}
	if h, ok := p.hits.starting(i); ok {
		return treatyBody(h.Entry.ID)
	}
	return ""
}

// treatyBody is the code of the treaty body with the id; an acronym such as
// CEDAW before a recommendation names the body, though it is the treaty's.
func treatyBody(id string) string {
	if code, ok := strings.CutPrefix(id, "body:"); ok {
		return code
	}
	return map[string]string{"agreement:cedaw": "CEDAW", "agreement:crc": "CRC", "agreement:crpd": "CRPD", "agreement:cat": "CAT"}[id]
}
