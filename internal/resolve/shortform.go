package resolve

import (
	"slices"
	"strings"

	"rapporteur/internal/extract"
	"rapporteur/internal/lexicon"
	"rapporteur/internal/words"
	"rapporteur/schema"
)

// memory is how many mentions back a short form is looked for. A record has some
// hundreds.
const memory = 2000

// reach is how many paragraphs back a short form in lower case may look.
const reach = 2

// rare are heads that so few things are called by that a short form in lower case
// may look back as far as one in capitals.
var rare = words.Set("memorandum")

// shortForm follows a definite description to what was named before.
func (m *meeting) shortForm(c extract.Claim) []*Entity {
	switch c.Class {
	case schema.ClassCountry:
		return m.state(c)
	case schema.ClassAgreement:
		return m.instrument(c)
	case schema.ClassPolicy:
		if c.Head == "draft" {
			return one(m.lastIn(c, c.Para))
		}
	case schema.ClassInstitution:
		if e := m.ownBody(c); e != nil {
			return one(e)
		}
		if e := m.lastNamed(c); e != nil || c.Head != "committee" && c.Head != "subcommittee" {
			return one(e)
		}
		return one(m.watching(c))
	}
	return one(m.lastNamed(c))
}

// state: "the State party" and "the Government" are the State they name, the
// speaker's, or the one that the section is about.
func (m *meeting) state(c extract.Claim) []*Entity {
	if c.ID != "" {
		return one(m.known(c.ID, c.Para))
	}
	id := ""
	if s := m.out.Paragraphs[c.Para].Speaker; s != nil && c.Head != "delegation" {
		id = s.State
	}
	if id == "" {
		id = m.focus(c.Para)
	}
	if id == "" && c.Head == "government" {
		id = m.lastCountry(c.Para)
	}
	return one(m.known(id, c.Para))
}

func (m *meeting) lastCountry(para int) string {
	for i := len(m.history) - 1; i >= 0 && m.history[i].para == para; i-- {
		if e := m.history[i].entity; e.Class == schema.ClassCountry {
			return e.ID
		}
	}
	return ""
}

// ownBody: in a body's records "the Committee" is that body; in debates a speaker
// for another says so of that.
func (m *meeting) ownBody(c extract.Claim) *Entity {
	if s := m.out.Paragraphs[c.Para].Speaker; s != nil && !m.byTreaty() && strings.HasPrefix(s.SpeaksFor, "body:") {
		if e := m.known(s.SpeaksFor, c.Para); means(c, e) {
			return e
		}
	}
	if m.own == nil || !strings.HasPrefix(m.own.ID, "body:") {
		return nil
	}
	if label := foldWords(m.own.Label) + " "; !strings.HasPrefix(label, c.Head+" ") && !strings.HasSuffix(label, " "+c.Head+" ") {
		return nil // the Assembly is not its Third Committee
	}
	return m.known(m.own.ID, c.Para)
}

// instrument: in the records of a treaty body "the Convention" is the treaty that
// it watches over; elsewhere, and where the body has several such, it is one named
// before. "The Optional Protocol" may belong to a treaty named before.
func (m *meeting) instrument(c extract.Claim) []*Entity {
	switch c.Head {
	case "agreements":
		return m.paragraphAgreements(c.Para)
	case "covenants", "conventions", "optional protocols":
		return m.several(c)
	}
	if c.To != "" {
		return one(m.protocolTo(c))
	}
	if own := m.ownInstrument(c.Head); own != nil && m.byTreaty() {
		return one(m.known(own.ID, c.Para))
	}
	f := m.candidate(c)
	if c.Head == "optional protocol" && !m.byTreaty() {
		if treaty := m.treatyCandidate(c); treaty.weight > f.weight && m.protocols[treaty.id] != "" {
			return one(m.known(m.protocols[treaty.id], c.Para))
		}
	}
	return one(m.candidateEntity(f, c.Para))
}

// ownInstrument is the one instrument that the body's records call so, nil if
// there is none or several.
func (m *meeting) ownInstrument(head string) *lexicon.Entry {
	if m.own == nil {
		return nil
	}
	if body := lexicon.Name(m.own.ID); !m.shared[body+" "+head] {
		return m.treaty[body][head]
	}
	return nil
}

// treatyMeant is what "the Convention" or "the Covenant" would mean in the place
// of the claim.
func (m *meeting) treatyMeant(c extract.Claim) *Entity {
	if own := m.ownTreaty(); own != nil {
		return m.known(own.ID, c.Para)
	}
	return m.candidateEntity(m.treatyCandidate(c), c.Para)
}

func (m *meeting) treatyCandidate(c extract.Claim) candidate {
	c.Class, c.Head = schema.ClassAgreement, "convention"
	convention := m.candidate(c)
	c.Head = "covenant"
	if covenant := m.candidate(c); covenant.weight > convention.weight {
		return covenant
	}
	return convention
}

// watching is the body that a short form means which watches over the treaty
// meant in the same place.
func (m *meeting) watching(c extract.Claim) *Entity {
	treaty := m.lexicon.Entry(m.treatyCandidate(c).id)
	if own := m.ownTreaty(); own != nil {
		treaty = own
	}
	if treaty == nil {
		return nil
	}
	for _, body := range treaty.Bodies {
		if e := m.lexicon.Entry("body:" + body); e != nil && e.Kind == treatyBody && means(c, m.unnamed(e.ID)) {
			return m.known(e.ID, c.Para)
		}
	}
	return nil
}

// paragraphAgreements: "the agreements" are all that the paragraph described.
func (m *meeting) paragraphAgreements(para int) []*Entity {
	var out []*Entity
	for _, p := range m.history {
		if p.para == para && p.entity.Class == schema.ClassAgreement && len(p.entity.Parties) > 0 && !slices.Contains(out, p.entity) {
			out = append(out, p.entity)
		}
	}
	return out
}

// lastIn is the last entity named in paragraph para whose name holds the head;
// a draft may be of anything.
func (m *meeting) lastIn(c extract.Claim, para int) *Entity {
	for i := len(m.history) - 1; i >= 0 && m.history[i].para == para; i-- {
		if e := m.history[i].entity; e.Class == c.Class && (c.Head == "draft" || e.calledBy(c.Head)) {
			return e
		}
	}
	return nil
}
