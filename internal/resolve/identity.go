package resolve

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"rapporteur/graph"
	"rapporteur/internal/extract"
	"rapporteur/internal/lexicon"
	"rapporteur/internal/words"
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

// ofOrganization reports whether the claim names a working group of the United
// Nations: where States debate, groups belong to them all unless they say otherwise.
func (m *meeting) ofOrganization(c extract.Claim) bool {
	return c.Kind == "working-group" && !c.Described && !m.byTreaty() && !ownGroup.MatchString(c.Name)
}

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

var prefixes = map[schema.Class]string{
	schema.ClassInstitution: "institution", schema.ClassAgreement: "agreement", schema.ClassLaw: "law", schema.ClassPolicy: "policy", schema.ClassDocument: "document",
}

// canonical is the form of a name that its id is made of.
func canonical(c extract.Claim) string {
	name := strings.Join(strings.Fields(c.Name), " ")
	switch c.Class {
	case schema.ClassInstitution:
		return officeOf(name)
	case schema.ClassPolicy:
		return headLast(dropBracket(name))
	case schema.ClassAgreement:
		return shortTitle(name)
	case schema.ClassLaw:
		return undated(name)
	}
	return name
}

var genitiveOffice = regexp.MustCompile(`^(.+)['’]s? (?:Office|office)$`)

// officeOf turns "Prosecutor General's Office" into "Office of the Prosecutor
// General", so that both are one institution.
func officeOf(name string) string {
	if m := genitiveOffice.FindStringSubmatch(name); m != nil {
		return "Office of the " + m[1]
	}
	return strings.Replace(name, "Office of Ombudsman", "Office of the Ombudsman", 1)
}

var bareOmbudsman = regexp.MustCompile(`(?i)^(?:the )?(?:office of (?:the )?)?(?:(?:national|public|parliamentary|federal|human rights) )?ombuds(?:man|woman|person|men|s)?(?: for human rights| institution)?(?:['’]s office)?$|\(ombuds(?:man|person|woman)\)`)

// isOmbudsman reports whether name is that of a State's general ombudsman
// under one of its many forms, and not of one for children or the army.
func isOmbudsman(name string) bool { return bareOmbudsman.MatchString(name) }

var longHead = regexp.MustCompile(`(?i)^(.*?)(Strategy|Programme|Program|Policy) on ([\pL-]+(?: [\pL-]+)?)$`)

// headLast turns "National Strategy on Migration" into "National Migration
// Strategy", as English does with subjects of one or two words.
func headLast(name string) string {
	m := longHead.FindStringSubmatch(name)
	if m == nil {
		return name
	}
	return strings.TrimSpace(m[1]) + " " + m[3] + " " + m[2]
}

// dropBracket leaves an acronym and what follows it out of a policy's name.
func dropBracket(name string) string {
	before, bracket, ok := strings.Cut(name, " (")
	if ok && bracket != "" && bracket[0] >= '0' && bracket[0] <= '9' {
		return name // "… resolution 1325 (2000)"
	}
	return before
}

var titleTail = regexp.MustCompile(` (?:to the|of [0-9]{1,2} [A-Z][a-z]+ [0-9]{4})\b.*$`)

// shortTitle ends a title before "to the Agreement on …" and before a date.
func shortTitle(name string) string { return titleTail.ReplaceAllString(name, "") }

func capital(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(r)
}

// label is a name to show: a description begins with a capital.
func label(name string) string {
	r, size := utf8.DecodeRuneInString(name)
	return string(unicode.ToUpper(r)) + name[size:]
}

var lawDate = regexp.MustCompile(`(?:,? \(?(?:of )?(?:[0-9]{1,2} [A-Z][a-z]+ )?(?:18|19|20)[0-9]{2}\)?)$`)

var numberOfYear = regexp.MustCompile(`No\. [0-9]+ of (?:18|19|20)[0-9]{2}$`)

// undated leaves the year out of a law's title, which later mentions leave out
// too. A law that has nothing else, such as a decree, keeps it, and so does one
// whose number counts within the year.
func undated(name string) string {
	if numberOfYear.MatchString(name) {
		return name
	}
	short := lawDate.ReplaceAllString(name, "")
	last := short[strings.LastIndex(short, " ")+1:]
	if last == short || capital(last) && words.Month(words.Fold(last)) > 0 {
		return name
	}
	return short
}

// described gives ids to agreements that are only described: one for each
// partner, with the State in whose context they stand.
func (m *meeting) described(c extract.Claim) []*Entity {
	home := m.home(c)
	partners := slices.DeleteFunc(slices.Clone(c.Partners), func(p string) bool { return p == home })
	slug := graph.Slug(c.Name)
	if slug == "" || home == "" && len(partners) < 2 {
		return nil
	}
	if len(partners) == 0 {
		return one(m.agreement(c, slug, home))
	}
	if home == "" {
		return one(m.agreement(c, slug, partners...))
	}
	if c.Joint {
		return one(m.agreement(c, slug, append([]string{home}, partners...)...))
	}
	var out []*Entity
	for _, p := range partners {
		if old := m.between(home, p); old != nil && c.Name == c.Kind {
			out = append(out, old) // "the agreement with Qatar", described before
			continue
		}
		if e := m.agreement(c, slug, home, p); !slices.Contains(out, e) {
			out = append(out, e)
		}
	}
	return out
}

// between is the last described agreement of two parties so far.
func (m *meeting) between(a, b string) *Entity {
	for i := len(m.history) - 1; i >= 0; i-- {
		e := m.history[i].entity
		if len(e.Parties) == 2 && slices.Contains(e.Parties, a) && slices.Contains(e.Parties, b) {
			return e
		}
	}
	return nil
}

func (m *meeting) agreement(c extract.Claim, slug string, parties ...string) *Entity {
	var codes, names []string
	for _, p := range parties {
		codes = append(codes, strings.ToLower(strings.ReplaceAll(lexicon.Name(p), "/", "-")))
		if e := m.known(p, c.Para); e != nil {
			names = append(names, e.Label)
		}
	}
	e := &Entity{ID: "agreement:" + strings.Join(codes, "-") + "/" + slug, Class: schema.ClassAgreement, Kind: c.Kind, Head: c.Kind, First: c.Para}
	subject := label(c.Name)
	if !strings.Contains(c.Name, c.Kind) {
		subject += " " + c.Kind
	}
	if c.Generic {
		subject += "s"
	}
	e.Label = subject + " (" + strings.Join(names, " – ") + ")"
	e.Parties = parties
	return m.put(e)
}

// foldWords folds each word of a name: "Optional Protocol" → "optional protocol".
func foldWords(name string) string {
	var out []string
	for _, w := range strings.FieldsFunc(name, func(r rune) bool { return r == ' ' || r == '-' }) {
		out = append(out, words.Fold(w))
	}
	return strings.Join(out, " ")
}
