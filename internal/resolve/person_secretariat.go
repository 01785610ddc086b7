package resolve

import (
	"regexp"
	"strings"

	"rapporteur/internal/lexicon"
	"rapporteur/internal/record"
	"rapporteur/internal/words"
	"rapporteur/schema"
)

// The institutions of officials whose post names no other.
const (
	secretariat      = "institution:united-nations-secretariat"
	secretaryGeneral = "institution:un-secretary-general"
)

// representing matches what stands before whom somebody represents.
var representing = regexp.MustCompile(`(?i)^.*\brepresentative of (?:the )?`)

// presides is somebody who presides: a member of the body, unless the note in the
// header says that it is an official or represents an institution.
func (m *meeting) presides(n record.Name) *naming {
	post := strings.TrimSpace(n.Note[strings.LastIndex(n.Note, ",")+1:])
	scope := m.serves(post)
	if scope == m.rec.Header.Body && roleOf(post) != "secretary" {
		return m.member(n)
	}
	return m.enter(&naming{form: m.formOf(n.Name, sexOf(n.Honorific)), name: n, scopes: []string{scope}})
}

// serves is the scope of somebody with a post: the institution that the post names
// in full, the Secretariat for its other officials, the body for the rest and for
// its own secretary.
func (m *meeting) serves(post string) string {
	t := words.NewSplitter().Split(representing.ReplaceAllString(post, ""))
	for _, h := range m.lexicon.Names(t) {
		if h.Entry != nil && h.First == 0 && h.End == len(t.Words) && h.Entry.Class == schema.ClassInstitution && h.Entry.ID != secretaryGeneral {
			return lexicon.Name(h.Entry.ID)
		}
	}
	if strings.Contains(post, "Secretar") && roleOf(post) != "secretary" {
		return lexicon.Name(secretariat)
	}
	return m.rec.Header.Body
}
