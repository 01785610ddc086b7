package resolve

import (
	"slices"
	"strings"

	"rapporteur/internal/extract"
	"rapporteur/schema"
)

// memory is how many mentions back a short form is looked for. A record has some
// hundreds.
const memory = 2000

// reach is how many paragraphs back a short form in lower case may look.
const reach = 2

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
		if e := m.lastNamed(c); e != nil || c.Head != "assembly" || !strings.HasPrefix(m.rec.Header.Body, "A/") {
			return one(e)
		}
		return one(m.known("body:GA", c.Para)) // in the records of its committees
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

// ownBody: in a body's records "the Committee" is that body.
func (m *meeting) ownBody(c extract.Claim) *Entity {
	e := m.known("body:"+m.rec.Header.Body, c.Para)
	if e == nil || !strings.HasPrefix(e.ID, "body:") {
		return nil
	}
	if label := foldWords(e.Label) + " "; !strings.HasPrefix(label, c.Head+" ") && !strings.HasSuffix(label, " "+c.Head+" ") {
		return nil // the Assembly is not its Third Committee
	}
	return e
}

// instrument: in a body's records "the Convention" is the treaty that it watches
// over; elsewhere, and where the body has several such, it is one named before.
func (m *meeting) instrument(c extract.Claim) []*Entity {
	if c.Head == "agreements" {
		return m.paragraphAgreements(c.Para)
	}
	body := m.rec.Header.Body
	if own := m.treaty[body][c.Head]; own != nil && !m.shared[body+" "+c.Head] {
		return one(m.known(own.ID, c.Para))
	}
	return one(m.lastNamed(c))
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
		if e := m.history[i].entity; e.Class == c.Class && (c.Head == "draft" || named(e, c.Head)) {
			return e
		}
	}
	return nil
}

// lastNamed is the entity that a short form means among those named so far whose
// names hold the head: the nearer and the more often named, and rather one of
// the State's own than an international one. A short form in lower case looks
// back only a little.
func (m *meeting) lastNamed(c extract.Claim) *Entity {
	text := m.rec.Paragraphs[c.Para].Text[c.Span.Start:c.Span.End]
	near := strings.ToLower(text[1:]) == text[1:]
	weights, times := make(map[*Entity]int), make(map[*Entity]int)
	var best *Entity
	for i := len(m.history) - 1; i >= max(0, len(m.history)-memory); i-- {
		p := m.history[i]
		if near && c.Para-p.para > reach {
			break
		}
		if p.entity.Class != c.Class || !named(p.entity, c.Head) {
			continue
		}
		if _, seen := weights[p.entity]; !seen {
			weights[p.entity] = nearness(c.Para-p.para, p.entity)
		}
		if times[p.entity]++; times[p.entity] <= oftenEnough {
			weights[p.entity]++
		}
		if best == nil || weights[p.entity] > weights[best] {
			best = p.entity
		}
	}
	return best
}

// oftenEnough bounds how much being named often counts.
const oftenEnough = 3

// nearness is what an entity named that many paragraphs back weighs to begin
// with; one that belongs to a State weighs more.
func nearness(back int, e *Entity) int {
	w := max(0, 3-back)
	if e.Country != "" {
		w += 2
	}
	return w
}

// named reports whether a name of e holds the head as whole words.
func named(e *Entity, head string) bool {
	if e.folded == nil {
		e.foldNames()
	}
	head = " " + head + " "
	return slices.ContainsFunc(e.folded, func(name string) bool { return strings.Contains(name, head) })
}

// foldNames folds the names by which short forms may mean e. Acronyms that the
// record defines later are no heads, so the names need not be kept in step.
func (e *Entity) foldNames() {
	names := append([]string{e.Label, e.Head}, e.Aliases...)
	if e.Entry != nil {
		names = append(names, e.Entry.Aliases...)
	}
	for _, name := range names {
		e.folded = append(e.folded, " "+strings.Join(strings.Fields(plainLetters.Replace(foldWords(name))), " ")+" ")
	}
}

var plainLetters = strings.NewReplacer("(", " ", ")", " ", ",", " ")
