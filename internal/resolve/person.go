package resolve

import (
	"strings"

	"rapporteur/internal/extract"
	"rapporteur/internal/lexicon"
	"rapporteur/internal/record"
	"rapporteur/schema"
)

// persons decides who presided, who speaks in each intervention and for whom, and
// who is named. Ids come last: how long a name they hold follows from all the
// names of the record.
func (m *meeting) persons() {
	m.rosters, m.surnames, m.named = make(map[string]*roster), make(map[string][]string), make(map[place]*naming)
	for _, c := range m.rec.Header.Chairs {
		m.chairs = append(m.chairs, m.presides(c))
	}
	m.heard = make([]*naming, len(m.rec.Interventions))
	m.voices = make([]*Speaker, len(m.rec.Interventions))
	for n, iv := range m.rec.Interventions {
		m.voices[n] = m.voice(n, iv)
	}
	m.mentioned()
	for _, r := range m.rosters {
		r.settle()
	}
	for _, n := range m.chairs {
		m.out.Chairs = append(m.out.Chairs, m.who(n).ID)
	}
	m.speakers()
}

// speakers says of each paragraph who speaks in it.
func (m *meeting) speakers() {
	for n, iv := range m.rec.Interventions {
		if m.heard[n] != nil {
			m.voices[n].ID = m.who(m.heard[n]).ID
		}
		for i := iv.First; i <= iv.Last; i++ {
			if m.rec.Paragraphs[i].Intervention != n {
				continue
			}
			s := *m.voices[n]
			s.From = m.rec.SpeakerFrom(i)
			m.out.Paragraphs[i].Speaker = &s
		}
	}
}

func (m *meeting) voice(n int, iv record.Intervention) *Speaker {
	s, a := iv.Speaker, m.found.Affiliations[n]
	v := &Speaker{Name: s.Name.Name, Printed: s.Span.Of(m.rec.Paragraphs[iv.First].Text), Capacity: s.Capacity, State: a.State, Anonymous: s.Anonymous, First: iv.First}
	switch {
	case s.Office != "" && s.Name.Name == "":
		m.office(n, v, s)
	case a.Delegation && a.State == "":
		v.State, v.Role = m.focus(iv.First), RoleDelegation
		v.SpeaksFor = v.State
		m.known(v.State, iv.First)
	case a.Delegation:
		v.SpeaksFor, v.Role = a.State, RoleDelegation
		m.known(a.State, iv.First)
		m.hear(n, s, naming{scopes: []string{lexicon.Name(a.State)}, state: a.State, para: iv.First})
	case (a.Institution != "" || a.Name != "") && a.Institution != m.out.body():
		m.represents(n, v, s, a)
	case strings.Contains(s.Capacity, "Secretar"):
		v.Role = RoleSecretariat
		m.hear(n, s, naming{scopes: []string{m.serves(s.Capacity)}, para: iv.First})
	default:
		m.unaffiliated(n, v, s)
	}
	if a.OnBehalfOf != "" {
		v.SpeaksFor = a.OnBehalfOf
		if e := m.known(a.OnBehalfOf, iv.First); e != nil && e.Class == schema.ClassCountry {
			v.State = e.ID
		}
	}
	return v
}

// hear notes who speaks in intervention n.
func (m *meeting) hear(n int, s record.Speaker, as naming) {
	if s.Anonymous || s.Name.Name == "" {
		return
	}
	as.name, as.form = s.Name, m.formOf(s.Name.Name, sexOf(s.Name.Honorific))
	m.heard[n] = m.enter(&as)
}

// office is a speaker who is named only by office: the Chair, the Secretary.
func (m *meeting) office(n int, v *Speaker, s record.Speaker) {
	v.Role = RoleChair
	if strings.Contains(s.Office, "Secretar") {
		v.Role = RoleSecretariat
	}
	if v.Capacity == "" {
		v.Capacity = capacityOf(s.Office)
	}
	if v.Role == RoleChair && len(m.chairs) == 1 && (strings.HasPrefix(s.Office, "Chair") || s.Office == president) {
		m.heard[n], v.Name = m.chairs[0], m.chairs[0].name.Name
	}
}

// president presides over bodies that have no chair, as the Economic and Social
// Council.
const president = "President"

// capacityOf is an office under its one name: "Chairman", "Chairperson" and the
// President of a body are "Chair".
func capacityOf(office string) string {
	office = strings.Replace(office, president, "Chair", 1)
	before, _, _ := strings.Cut(office, "Chair")
	if before != office {
		return before + "Chair"
	}
	return office
}

// represents is a speaker for an institution or organization.
func (m *meeting) represents(n int, v *Speaker, s record.Speaker, a extract.Affiliation) {
	v.Role = RoleInstitution
	var e *Entity
	if a.Institution != "" {
		e = m.known(a.Institution, v.First)
	} else {
		found, _ := m.openForm(extract.Claim{Para: v.First, Class: schema.ClassInstitution, Kind: a.Kind, Name: a.Name, State: a.State, Rule: "affiliation", How: extract.ByName, National: a.Kind != "" && a.State == "" && nationalKinds[a.Kind]})
		if len(found) > 0 {
			e = found[0]
		}
	}
	if e == nil {
		return
	}
	v.SpeaksFor = e.ID
	if v.State == "" {
		v.State = e.Country
	}
	scope := lexicon.Name(e.ID)
	if v.State != "" {
		scope = lexicon.Name(v.State)
	}
	m.hear(n, s, naming{scopes: []string{scope}, memberOf: e.ID, state: v.State, para: v.First})
}

// nationalKinds are institutions that belong to a State even where the bracket
// does not name it.
var nationalKinds = map[string]bool{"ministry": true, "ombudsman": true, "prosecutor": true, "parliament": true, "police": true}

// unaffiliated is a speaker without bracket: one who spoke before with one, or
// a member of the body. Where both are possible nobody is chosen.
func (m *meeting) unaffiliated(n int, v *Speaker, s record.Speaker) {
	f := m.formOf(s.Name.Name, sexOf(s.Name.Honorific))
	scopes := m.before(n, f)
	body := m.rec.Header.Body
	switch {
	case s.Anonymous || s.Name.Name == "" || len(scopes) == 0 || membersOnly[roleOf(s.Capacity)]:
		scopes = []string{body}
	case len(scopes) > 1:
		m.hear(n, s, naming{scopes: scopes, para: v.First})
		return
	case scopes[0] != body || m.last(n, body, f).Role == RoleSecretariat:
		old := m.last(n, scopes[0], f)
		v.SpeaksFor, v.State, v.Role = old.SpeaksFor, old.State, old.Role
		m.hear(n, s, naming{scopes: scopes, para: v.First, state: old.State})
		return
	}
	v.Role = RoleMember
	m.hear(n, s, naming{scopes: scopes, memberOf: m.out.body(), para: v.First})
}

// person resolves a name, or "the Chair".
func (m *meeting) person(c extract.Claim) []*Entity {
	if c.How == extract.ByCoreference {
		if len(m.chairs) != 1 {
			return nil
		}
		return one(m.entities[m.out.Chairs[0]])
	}
	if n := m.named[place{c.Para, c.Span.Start}]; n != nil {
		return one(m.who(n))
	}
	return nil
}
