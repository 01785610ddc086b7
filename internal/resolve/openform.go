package resolve

import (
	"regexp"
	"strings"

	"rapporteur/graph"
	"rapporteur/internal/extract"
	"rapporteur/internal/lexicon"
	"rapporteur/schema"
)

// openForm gives an id to a name that no list holds. See docs/ids.md.
func (m *meeting) openForm(c extract.Claim) ([]*Entity, extract.How) {
	state := ""
	if c.National || c.State != "" || c.Rule == "affiliation" && m.affiliated(c.Para).National {
		state = m.home(c)
	}
	if c.State == "" && m.ofOrganization(c) {
		state = ""
	}
	if e := m.acronymed(c); e != nil {
		return one(e), extract.ByAcronym
	}
	name := canonical(c)
	slug := graph.Slug(name)
	if slug == "" {
		return nil, c.How
	}
	e := &Entity{Class: c.Class, Label: label(name), Kind: c.Kind, Head: c.Head, Country: state, First: c.Para}
	code := ""
	if state != "" {
		code = lexicon.Name(state)
	}
	e.ID = string(graph.ScopedID(prefixes[c.Class], code, slug))
	if c.Class == schema.ClassInstitution && isOmbudsman(c.Name) && state != "" {
		e.ID = string(graph.ScopedID("institution", code, "ombudsman"))
	}
	if longer := m.shortened(c, e); longer != nil {
		return one(longer), extract.ByCoreference
	}
	if same := m.withState(e, code, slug); same != nil {
		return one(same), c.How
	}
	if office := m.entities[string(graph.ScopedID("institution", code, "office-of-the-"+slug))]; office != nil {
		return one(office), extract.ByCoreference // the Children's Advocate is the Office
	}
	how := c.How
	seen := m.entities[e.ID] != nil
	if seen && c.Rule != "affiliation" && m.articled(c) {
		how = extract.ByCoreference
	}
	if c.Class == schema.ClassLaw && state == "" {
		return nil, c.How // a law of no State cannot be told from its namesakes
	}
	return one(m.put(e)), how
}

// ofOrganization reports whether the claim names a group or committee set up by
// the United Nations: where States debate, groups belong to them all unless they say otherwise.
func (m *meeting) ofOrganization(c extract.Claim) bool {
	if c.Described || m.byTreaty() {
		return false
	}
	return c.Kind == "working-group" && !ownGroup.MatchString(c.Name) || c.Kind == "commission" && setUp.MatchString(c.Name)
}

var setUp = regexp.MustCompile(`^(?:Ad [Hh]oc|Preparatory|Open-ended|Intergovernmental) `)

var ownGroup = regexp.MustCompile(`(?i)national|inter-?(?:ministerial|agency|departmental|institutional)|task force|council|committee`)

// affiliated is what the bracket says of the speaker of paragraph para.
func (m *meeting) affiliated(para int) extract.Affiliation {
	if n := m.rec.Paragraphs[para].Intervention; n >= 0 {
		return m.found.Affiliations[n]
	}
	return extract.Affiliation{}
}

// withState is the institution named before whose name differs from that of e in
// nothing but its State in front: "Kenya Fisheries Commission" and "Fisheries
// Commission".
func (m *meeting) withState(e *Entity, code, slug string) *Entity {
	state := m.lexicon.Entry(e.Country)
	if state == nil || e.Class != schema.ClassInstitution || m.entities[e.ID] != nil {
		return nil
	}
	name := graph.Slug(state.Label) + "-"
	if rest, ok := strings.CutPrefix(slug, name); ok {
		return m.entities[string(graph.ScopedID("institution", code, rest))]
	}
	return m.entities[string(graph.ScopedID("institution", code, name+slug))]
}

// shortened is the entity named before, or by a heading, with whose name the
// words begin: "the Constitutional Act" after "Constitutional Act on the Rights of
// Minorities". Of several it is the one named most often, and of these the last.
func (m *meeting) shortened(c extract.Claim, e *Entity) *Entity {
	if m.entities[e.ID] != nil || !m.definite(c) {
		return nil
	}
	var most *Entity
	times := make(map[*Entity]int)
	for i := len(m.history) - 1; i >= max(0, len(m.history)-memory); i-- {
		if old := m.history[i].entity; old.longer(e) {
			if times[old]++; most == nil || times[old] > times[most] {
				most = old
			}
		}
	}
	if most != nil {
		return most
	}
	for _, s := range m.outline.headings(m.rec.Paragraphs[c.Para].Section) {
		for _, id := range m.found.Headings[s].Names {
			if m.unnamed(id).longer(e) {
				return m.known(id, c.Para)
			}
		}
	}
	return nil
}

// longer reports whether a name of the same State or of none goes on where that
// of e ends.
func (old *Entity) longer(e *Entity) bool {
	if old == nil || old.Class != e.Class || old.Country != e.Country && old.Country != "" {
		return false
	}
	rest, ok := strings.CutPrefix(old.Label, e.Label+" ")
	return ok && joins[strings.SplitN(rest, " ", 2)[0]]
}

var joins = map[string]bool{"on": true, "of": true, "for": true, "against": true, "to": true}

// articled reports whether the claim's words begin with "the".
func (m *meeting) articled(c extract.Claim) bool {
	words := c.Span.Of(m.rec.Paragraphs[c.Para].Text)
	return len(words) > article && strings.EqualFold(words[:article], "the ")
}

// definite reports whether "the" stands before the claim's words or begins them.
func (m *meeting) definite(c extract.Claim) bool {
	text, start := m.rec.Paragraphs[c.Para].Text, c.Span.Start
	return m.articled(c) || start >= article && strings.EqualFold(text[start-article:start], "the ")
}

// acronymed is what "RESTART" or "the RESTART Centre" means where the record has said
// what RESTART stands for.
func (m *meeting) acronymed(c extract.Claim) *Entity {
	if e := m.acronyms[c.Name]; e != nil && e.Class == c.Class {
		return e // "Act No. 12", the number of an act named before
	}
	first, rest, _ := strings.Cut(c.Name, " ")
	if strings.Contains(rest, " ") || strings.ToLower(rest) != rest {
		return nil
	}
	return m.acronyms[first]
}
