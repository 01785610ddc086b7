package resolve

import (
	"slices"
	"strings"

	"rapporteur/internal/extract"
	"rapporteur/internal/lexicon"
	"rapporteur/internal/record"
	"rapporteur/schema"
)

// A naming is a person named once: as speaker, in the header, or in passing.
type naming struct {
	form     form
	name     record.Name
	scopes   []string // to which the person may belong; several where the record does not say
	memberOf string   // id of a body or institution, "" where unknown
	state    string   // id
	para     int
	at       int  // byte of the paragraph, of a name in passing
	passing  bool // neither speaks nor presides
}

// member is a person of the body itself.
func (m *meeting) member(n record.Name) *naming {
	return m.enter(&naming{form: m.formOf(n.Name, sexOf(n.Honorific)), name: n, scopes: []string{m.rec.Header.Body}, memberOf: m.out.body()})
}

// enter puts a person into the roster of the one scope that is possible.
func (m *meeting) enter(n *naming) *naming {
	if len(n.scopes) != 1 {
		return n
	}
	scope := n.scopes[0]
	m.roster(scope).add(n.form, !n.passing)
	for _, k := range n.form.ends() {
		if in := m.surnames[k]; len(in) < mostNamesakes && !slices.Contains(in, scope) {
			m.surnames[k] = append(in, scope)
		}
	}
	return n
}

func (m *meeting) roster(scope string) *roster {
	if m.rosters[scope] == nil {
		m.rosters[scope] = newRoster(scope)
	}
	return m.rosters[scope]
}

// before are the scopes of those who presided or spoke before intervention n and
// have the surname of f. A record that brackets delegates each time they speak
// means the body's member where it has no bracket.
func (m *meeting) before(n int, f form) []string {
	scopes := m.knowing(f, true)
	if body := m.rec.Header.Body; len(scopes) > 1 && slices.Contains(scopes, body) && m.alwaysBrackets(n) {
		return []string{body}
	}
	return scopes
}

// alwaysBrackets reports whether somebody spoke twice before intervention n with
// a bracket and nobody spoke first with and then without.
func (m *meeting) alwaysBrackets(n int) bool {
	bracketed := make(map[form]bool)
	again := false
	for i, old := range m.heard[:n] {
		a := m.found.Affiliations[i]
		switch {
		case old == nil || len(old.scopes) > 1:
		case a.State != "" || a.Institution != "" || a.Name != "":
			again = again || bracketed[old.form]
			bracketed[old.form] = true
		case old.scopes[0] != m.rec.Header.Body:
			return false
		}
	}
	return again
}

// last is what f was when speaking last, in a scope, before intervention n.
func (m *meeting) last(n int, scope string, f form) *Speaker {
	for i := n - 1; i >= 0; i-- {
		if old := m.heard[i]; old != nil && slices.Equal(old.scopes, []string{scope}) && f.related(old.form) {
			return m.voices[i]
		}
	}
	return &Speaker{}
}

// mentioned finds the scopes of everyone who is named in passing: first those of
// whom the text says it, then those whom nobody is like, who are taken for
// members of the body, then the rest.
func (m *meeting) mentioned() {
	var open []*naming
	brackets := m.brackets()
	for i := range m.found.Claims {
		c := &m.found.Claims[i]
		if c.Class != schema.ClassPerson || c.How == extract.ByCoreference {
			continue
		}
		n := m.naming(c, brackets[place{c.Para, c.Span.End + 1}])
		m.named[place{c.Para, c.Span.Start}] = n
		if len(n.scopes) == 0 {
			open = append(open, n)
		}
	}
	for _, n := range open {
		if len(m.bearing(n.form)) == 0 {
			n.scopes = []string{m.rec.Header.Body}
		}
	}
	for _, n := range open {
		if len(n.scopes) == 0 {
			n.scopes = m.narrow(n, m.bearing(n.form))
		}
	}
	for _, n := range open {
		m.enter(n)
	}
}

// naming reads a person's name in a paragraph; state is the one in brackets behind
// it, as in "Mr. Doe (Norway)".
func (m *meeting) naming(c *extract.Claim, state string) *naming {
	if n := m.rec.Paragraphs[c.Para].Intervention; n >= 0 && m.heard[n] != nil {
		if iv := m.rec.Interventions[n]; iv.First == c.Para && iv.Speaker.NameSpan.Overlaps(c.Span) {
			return m.heard[n]
		}
	}
	n := &naming{form: m.formOf(c.Name, sexes[c.Kind]), name: record.Name{Name: c.Name}, para: c.Para, at: c.Span.Start, passing: true}
	n.name.Honorific, _, _ = strings.Cut(c.Span.Of(m.rec.Paragraphs[c.Para].Text), " ")
	if state != "" {
		n.scopes, n.state = []string{lexicon.Name(state)}, state
	}
	return m.enter(n)
}

// brackets are the States that stand alone in brackets, by where the bracket opens.
func (m *meeting) brackets() map[place]string {
	out := make(map[place]string)
	for i := range m.found.Claims {
		c := &m.found.Claims[i]
		text := m.rec.Paragraphs[c.Para].Text
		if c.Class == schema.ClassCountry && strings.HasSuffix(text[:c.Span.Start], "(") && strings.HasPrefix(text[c.Span.End:], ")") {
			out[place{c.Para, c.Span.Start - 1}] = c.ID
		}
	}
	return out
}

// knowing are the scopes of which the record has named somebody who may be f so
// far, sorted; exact asks for the same surname.
func (m *meeting) knowing(f form, exact bool) (scopes []string) {
	for _, k := range f.ends() {
		for _, scope := range m.surnames[k] {
			if m.rosters[scope].knows(f, exact) && !slices.Contains(scopes, scope) {
				scopes = append(scopes, scope)
			}
		}
	}
	slices.Sort(scopes)
	return scopes
}

// bearing are the scopes that know somebody of the same surname, or else of a
// shorter or longer one.
func (m *meeting) bearing(f form) []string {
	if scopes := m.knowing(f, true); len(scopes) > 0 {
		return scopes
	}
	return m.knowing(f, false)
}
