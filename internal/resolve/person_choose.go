package resolve

import (
	"regexp"
	"slices"
	"strings"

	"rapporteur/graph"
	"rapporteur/schema"
)

// unsure is the confidence of a name that may be one of several persons.
const unsure = 0.5

// asked matches the words before a name which say that its bearer, with others
// perhaps, asked something: "replying to Mr. Roe and ".
var asked = regexp.MustCompile(`(?:\b(?:asked|put|posed|raised|made) by|\brepl(?:y|ies|ying) to|\brespon(?:se|ding) to|\bquestions? (?:from|by|of)) (?:\pL+\.? \pL[\pL'’ -]*(?:, and |, | and ))*$`)

// narrow leaves out the scopes that a name without bracket cannot be of: speakers
// do not name themselves, and delegates answer members of the body.
func (m *meeting) narrow(n *naming, scopes []string) []string {
	iv := m.rec.Paragraphs[n.para].Intervention
	if len(scopes) < 2 || iv < 0 || m.heard[iv] == nil {
		return scopes
	}
	by, body := m.heard[iv], m.rec.Header.Body
	left := slices.DeleteFunc(slices.Clone(scopes), func(s string) bool {
		return slices.Equal(by.scopes, []string{s}) && slices.Equal(m.rosters[s].related(n.form), []form{by.form})
	})
	if len(left) > 1 && slices.Contains(left, body) && m.voices[iv].Role == RoleDelegation && m.answers(n) {
		return []string{body}
	}
	return left
}

// answers reports whether the words before a name say that its bearer asked.
func (m *meeting) answers(n *naming) bool {
	return asked.MatchString(m.rec.Paragraphs[n.para].Text[max(0, n.at-lead):n.at])
}

// who is the entity of a person named, made when first asked for.
func (m *meeting) who(n *naming) *Entity {
	var ids []string
	for _, s := range n.scopes {
		ids = append(ids, m.roster(s).persons(n.form)...)
	}
	e := &Entity{Class: schema.ClassPerson, Label: n.name.Name, Honorific: n.name.Honorific, MemberOf: n.memberOf, Country: n.state, First: n.para}
	if len(ids) == 1 {
		e.ID = ids[0]
	} else {
		e.ID, e.MayBe = ambiguous(n), ids
	}
	old := m.entities[e.ID]
	if old == nil {
		return m.put(e)
	}
	if len(e.MayBe) > 0 {
		old.MayBe = slices.Compact(slices.Sorted(slices.Values(append(old.MayBe, e.MayBe...))))
	}
	if n.passing && e.Label == strings.ToUpper(e.Label) {
		return old // capitals are no other name
	}
	return m.put(e)
}

// ambiguous is the id of somebody who may be any of several persons: of their
// scopes, parted or followed by "~", and the surname as printed. No person whom a
// record tells from others has such an id.
func ambiguous(n *naming) string {
	scopes := slices.Sorted(slices.Values(n.scopes))
	if len(scopes) == 1 {
		scopes = append(scopes, "")
	}
	return string(graph.ScopedID("person", strings.Join(scopes, "~"), n.form.family))
}
