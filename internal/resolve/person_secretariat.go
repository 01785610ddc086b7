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
// header says that it is an official, represents an institution, or is of the
// delegation of a State.
func (m *meeting) presides(n record.Name) *naming {
	for part := range strings.SplitSeq(n.Note, ",") {
		if e := m.whole(strings.TrimSpace(part)); e != nil && e.Class == schema.ClassCountry {
			return m.enter(&naming{form: m.formOf(n.Name, sexOf(n.Honorific)), name: n, scopes: []string{lexicon.Name(e.ID)}, state: e.ID})
		}
	}
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
	if e := m.whole(representing.ReplaceAllString(post, "")); e != nil && e.Class == schema.ClassInstitution && e.ID != secretaryGeneral {
		return lexicon.Name(e.ID)
	}
	if strings.Contains(post, "Secretar") && roleOf(post) != "secretary" {
		return lexicon.Name(secretariat)
	}
	return m.rec.Header.Body
}

// whole is what all of text names, nil where it is more or less than one name.
func (m *meeting) whole(text string) *lexicon.Entry {
	t := words.NewSplitter().Split(text)
	for _, h := range m.lexicon.Names(t) {
		if h.Entry != nil && h.First == 0 && h.End == len(t.Words) {
			return h.Entry
		}
	}
	return nil
}
