package resolve

import (
	"strings"

	"rapporteur/graph"
	"rapporteur/internal/extract"
	"rapporteur/internal/lexicon"
	"rapporteur/internal/record"
	"rapporteur/schema"
)

// chairs makes persons of those who presided.
func (m *meeting) chairs() {
	for _, c := range m.rec.Header.Chairs {
		e := m.member(c)
		m.out.Chairs = append(m.out.Chairs, e.ID)
	}
}

// member is a person of the body itself.
func (m *meeting) member(n record.Name) *Entity {
	return m.putPerson(m.rec.Header.Body, "body:"+m.rec.Header.Body, "", n, 0)
}

func (m *meeting) putPerson(in, memberOf, state string, n record.Name, para int) *Entity {
	id := string(graph.ScopedID("person", in, graph.Slug(extract.Surname(n.Name))))
	e := m.put(&Entity{ID: id, Class: schema.ClassPerson, Label: n.Name, Honorific: n.Honorific, MemberOf: memberOf, Country: state, First: para})
	for _, known := range m.people {
		if known == e {
			return e
		}
	}
	m.people = append(m.people, e)
	return e
}

// speakers decides who speaks in each intervention, and for whom.
func (m *meeting) speakers() {
	m.voices = make([]*Speaker, len(m.rec.Interventions))
	for n, iv := range m.rec.Interventions {
		m.voices[n] = m.voice(n, iv)
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
		m.office(v, s)
	case a.Delegation:
		v.SpeaksFor, v.Role = a.State, RoleDelegation
		m.known(a.State, iv.First)
		m.name(v, s, lexicon.Name(a.State), "", a.State)
	case a.Institution != "" || a.Name != "":
		m.represents(v, s, a)
	default:
		m.unaffiliated(v, s)
	}
	if a.OnBehalfOf != "" {
		v.SpeaksFor = a.OnBehalfOf
		if e := m.known(a.OnBehalfOf, iv.First); e != nil && e.Class == schema.ClassCountry {
			v.State = e.ID
		}
	}
	return v
}

// name gives the speaker an id in the scope in.
func (m *meeting) name(v *Speaker, s record.Speaker, in, memberOf, state string) {
	if s.Anonymous || s.Name.Name == "" {
		return
	}
	v.ID = m.putPerson(in, memberOf, state, s.Name, v.First).ID
}

// office is a speaker who is named only by office: the Chair, the Secretary.
func (m *meeting) office(v *Speaker, s record.Speaker) {
	v.Role = RoleChair
	if strings.Contains(s.Office, "Secretar") {
		v.Role = RoleSecretariat
	}
	if v.Capacity == "" {
		v.Capacity = capacityOf(s.Office)
	}
	if v.Role == RoleChair && len(m.out.Chairs) == 1 && strings.HasPrefix(s.Office, "Chair") {
		v.ID, v.Name = m.out.Chairs[0], m.entities[m.out.Chairs[0]].Label
	}
}

// capacityOf is an office under its one name: "Chairman" and "Chairperson" are "Chair".
func capacityOf(office string) string {
	before, _, _ := strings.Cut(office, "Chair")
	if before != office {
		return before + "Chair"
	}
	return office
}

// represents is a speaker for an institution or organization.
func (m *meeting) represents(v *Speaker, s record.Speaker, a extract.Affiliation) {
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
	m.name(v, s, scope, e.ID, v.State)
}

// nationalKinds are institutions that belong to a State even where the bracket
// does not name it.
var nationalKinds = map[string]bool{"ministry": true, "ombudsman": true, "prosecutor": true, "parliament": true, "police": true}

// unaffiliated is a speaker without bracket: one who spoke before with one, or
// a member of the body.
func (m *meeting) unaffiliated(v *Speaker, s record.Speaker) {
	slug := graph.Slug(extract.Surname(s.Name.Name))
	for n := len(m.voices) - 1; n >= 0; n-- {
		old := m.voices[n]
		if old == nil || old.ID == "" || !strings.HasSuffix(old.ID, "/"+slug) || old.Role == RoleChair {
			continue
		}
		v.ID, v.SpeaksFor, v.State, v.Role = old.ID, old.SpeaksFor, old.State, old.Role
		return
	}
	v.Role = RoleMember
	if strings.Contains(v.Capacity, "Secretar") {
		v.Role = RoleSecretariat
	}
	if !s.Anonymous && s.Name.Name != "" {
		v.ID = m.member(s.Name).ID
	}
}

// person resolves a name, or "the Chair".
func (m *meeting) person(c extract.Claim) []*Entity {
	if c.How == extract.ByCoreference {
		if len(m.out.Chairs) != 1 {
			return nil
		}
		return one(m.entities[m.out.Chairs[0]])
	}
	if s := m.out.Paragraphs[c.Para].Speaker; s != nil && s.First == c.Para && s.ID != "" && m.isSpeaker(c) {
		return one(m.entities[s.ID])
	}
	if e := m.namesake(c.Name); e != nil {
		return one(e)
	}
	n := record.Name{Name: c.Name, Honorific: m.rec.Paragraphs[c.Para].Text[c.Span.Start:c.Span.End]}
	n.Honorific, _, _ = strings.Cut(n.Honorific, " ")
	return one(m.putPerson(m.rec.Header.Body, "", "", n, c.Para))
}

func (m *meeting) isSpeaker(c extract.Claim) bool {
	n := m.rec.Paragraphs[c.Para].Intervention
	return n >= 0 && m.rec.Interventions[n].First == c.Para && m.rec.Interventions[n].Speaker.NameSpan.Overlaps(c.Span)
}

// namesake is the person of this record with that name, or with that surname
// where only one has it.
func (m *meeting) namesake(name string) *Entity {
	slug := graph.Slug(extract.Surname(name))
	var found *Entity
	for _, e := range m.people {
		_, known, _ := strings.Cut(e.ID, "/")
		switch {
		case known == slug:
			found = e
		case found == nil && (strings.HasSuffix(known, "-"+slug) || strings.HasSuffix(slug, "-"+known)):
			found = e
		}
	}
	return found
}
