// Package resolve decides which entities the claims of a record mean: it chooses
// among claims that overlap, gives ids, follows short forms to what was named
// before, puts national institutions and laws into the State in whose context
// they stand, and says how each mention was found. What it cannot decide it
// leaves out or leaves unknown.
package resolve

import (
	"cmp"
	"slices"

	"rapporteur/internal/extract"
	"rapporteur/internal/lexicon"
	"rapporteur/internal/record"
	"rapporteur/schema"
)

// A Resolver resolves records against a lexicon. It keeps nothing between
// records and may be used by several goroutines.
type Resolver struct {
	lexicon *lexicon.Lexicon
	treaty  map[string]map[string]*lexicon.Entry // body → what it calls its treaty, folded → treaty
	shared  map[string]bool                      // body and short name that several treaties share
	// protocols are the only optional protocols of treaties, by the treaty's id.
	protocols map[string]string
	treaties  map[string]string // treaties by the ids of their optional protocols
}

// New returns a Resolver.
func New(l *lexicon.Lexicon) *Resolver {
	r := &Resolver{lexicon: l, treaty: make(map[string]map[string]*lexicon.Entry), shared: make(map[string]bool), protocols: extract.Protocols(l), treaties: make(map[string]string)}
	for _, e := range l.Entries() {
		for _, body := range e.Bodies {
			if r.treaty[body] == nil {
				r.treaty[body] = make(map[string]*lexicon.Entry)
			}
			short := foldWords(e.Short)
			if r.treaty[body][short] != nil {
				r.shared[body+" "+short] = true
				continue
			}
			r.treaty[body][short] = e
		}
	}
	for _, t := range l.Entries() {
		if t.Short == "Convention" || t.Short == "Covenant" {
			for _, p := range r.protocolsOf(t.ID) {
				r.treaties[p.ID] = t.ID
			}
		}
	}
	return r
}

// Resolve decides what the findings in rec mean.
func (r *Resolver) Resolve(rec *record.Record, f *extract.Findings) *Resolution {
	m := &meeting{Resolver: r, rec: rec, found: f, entities: make(map[string]*Entity), acronyms: make(map[string]*Entity), defined: definitions(f.Acronyms), listedOnly: make(map[string]*Entity), focuses: make(map[int]string), outline: newOutline(rec.Sections)}
	m.out = &Resolution{Record: rec, Paragraphs: make([]Paragraph, len(rec.Paragraphs))}
	m.own = r.body(rec.Header.Body)
	m.reviewed()
	m.headed()
	m.persons()
	claims := f.Claims
	for i := range rec.Paragraphs {
		n := 0
		for n < len(claims) && claims[n].Para == i {
			n++
		}
		m.paragraph(i, claims[:n])
		claims = claims[n:]
	}
	m.acronymsBefore()
	m.namedLater()
	m.relations()
	for _, s := range f.Subjects {
		m.out.Paragraphs[s.Para].Topics = append(m.out.Paragraphs[s.Para].Topics, s.ID)
		m.known(s.ID, s.Para)
	}
	return m.out
}

// headed collects what the header and the headings are about, as far as the lexicon knows it.
func (m *meeting) headed() {
	for _, id := range append([]string{m.out.body()}, m.out.States...) {
		if e := m.lexicon.Entry(id); e != nil {
			m.out.Headed = append(m.out.Headed, e)
		}
	}
}

// body is the entry of a body by its code or by the beginning of its symbols.
func (r *Resolver) body(code string) *lexicon.Entry {
	if e := r.lexicon.Entry("body:" + code); e != nil || code == "" {
		return e
	}
	for _, e := range r.lexicon.Entries() {
		if e.Code("symbol") == code {
			return e
		}
	}
	return nil
}

// A meeting is one record while it is resolved.
type meeting struct {
	*Resolver
	rec      *record.Record
	found    *extract.Findings
	out      *Resolution
	entities map[string]*Entity
	acronyms map[string]*Entity  // defined in the record so far
	defined  map[place][]string  // acronyms by where the name ends that they stand for
	voices   []*Speaker          // by index of intervention
	rosters  map[string]*roster  // by scope: "AZE", "CMW"
	surnames map[string][]string // scopes by the first and the last word of a surname
	chairs   []*naming           // by index of the header's chairs
	heard    []*naming           // by index of intervention, nil for the anonymous
	named    map[place]*naming   // persons mentioned, by where their name begins
	history  []past              // resolved mentions so far, in text order
	early    []extract.Claim     // acronyms that nothing had defined where they stood
	late     []extract.Claim     // short forms of what nothing before them named
	// listedOnly are entities of the lexicon that short forms were compared with.
	listedOnly map[string]*Entity
	own        *lexicon.Entry // the body whose record it is, nil if not known
	focuses    map[int]string // by section the State that it is about, "" for none
	outline    outline
}

// A past mention is what short forms look back to.
type past struct {
	para   int
	span   record.Span
	entity *Entity
	how    extract.How
}

// known returns the entity of a lexicon id, nil if the lexicon lacks it.
func (m *meeting) known(id string, para int) *Entity {
	if e, ok := m.entities[id]; ok {
		return e
	}
	entry := m.lexicon.Entry(id)
	if entry == nil {
		return nil
	}
	return m.put(&Entity{ID: id, Class: entry.Class, Label: entry.Label, Kind: entry.Kind, Country: entry.Country, Entry: entry, First: para})
}

// put registers e unless its id is known already, and returns the registered one.
func (m *meeting) put(e *Entity) *Entity {
	if old, ok := m.entities[e.ID]; ok {
		if e.Label != old.Label && old.Entry == nil && e.Label != "" && !slices.Contains(old.Aliases, e.Label) {
			old.Aliases = append(old.Aliases, e.Label)
		}
		return old
	}
	m.entities[e.ID] = e
	m.out.Entities = append(m.out.Entities, e)
	return e
}

// paragraph resolves the claims of paragraph i in text order.
func (m *meeting) paragraph(i int, claims []extract.Claim) {
	mentions, articles := choose(claims)
	p := &m.out.Paragraphs[i]
	for _, c := range mentions {
		found := m.mention(*c)
		for _, mention := range found {
			p.Mentions = append(p.Mentions, mention)
			m.history = append(m.history, past{i, mention.Span, mention.Entity, mention.How})
		}
		if len(found) > 0 {
			m.define(i, c.Span.End)
		}
	}
	m.provisions(p, articles)
	sortMentions(p.Mentions)
	p.SetCites()
}

// mention resolves one claim; several where it means several entities, none
// where it means nothing that is known.
func (m *meeting) mention(c extract.Claim) []Mention {
	var found []*Entity
	how := c.How
	switch {
	case c.Class == schema.ClassPerson:
		found = m.person(c)
	case c.How == extract.ByCoreference:
		if found = m.shortForm(c); found == nil && m.mayComeLater(c) {
			m.late = append(m.late, c)
			return nil
		}
	case c.How == extract.ByAcronym && c.ID == "":
		if found = one(m.acronyms[c.Name]); found == nil {
			m.early = append(m.early, c)
			return nil
		}
	case c.Class == schema.ClassAgreement && c.Described:
		found = m.described(c)
	case c.ID != "":
		found = one(m.listed(c))
	default:
		found, how = m.openForm(c)
	}
	if len(found) == 0 {
		m.out.Unresolved++
		return nil
	}
	out := make([]Mention, 0, len(found))
	for _, e := range found {
		confidence := c.Confidence
		if len(e.MayBe) > 0 {
			confidence = min(confidence, unsure)
		}
		out = append(out, Mention{Span: c.Span, Entity: e, How: how, Rule: c.Rule, Pending: c.Pending, Confidence: confidence})
	}
	return out
}

func one(e *Entity) []*Entity {
	if e == nil {
		return nil
	}
	return []*Entity{e}
}

// listed is an entity with an id: of the lexicon, or made by a rule. Where a
// name belongs to several, the State that the words are about is preferred.
func (m *meeting) listed(c extract.Claim) *Entity {
	if len(c.Also) > 0 {
		for _, state := range []string{m.focus(c.Para), m.home(c)} {
			if slices.Contains(c.Also, state) {
				return m.known(state, c.Para)
			}
		}
	}
	if e := m.known(c.ID, c.Para); e != nil {
		return e
	}
	return m.put(&Entity{ID: c.ID, Class: c.Class, Label: c.Name, Kind: c.Kind, First: c.Para})
}

// define keeps the acronyms that stand behind a name which ends at byte end, as
// names of what it just meant.
func (m *meeting) define(para, end int) {
	for _, short := range m.defined[place{para, end}] {
		e := m.history[len(m.history)-1].entity
		if m.acronyms[short] != nil || e.Class == schema.ClassCountry || e.Class == schema.ClassPerson {
			continue
		}
		m.acronyms[short] = e
		if e.Entry == nil && !slices.Contains(e.Aliases, short) {
			e.Aliases = append(e.Aliases, short)
		}
	}
}

// A place is a byte of a paragraph.
type place struct{ para, at int }

// definitions returns the acronyms that are defined, by where the name ends.
func definitions(found []extract.Acronym) map[place][]string {
	out := make(map[place][]string)
	for _, a := range found {
		at := place{a.Para, a.After}
		out[at] = append(out[at], a.Short)
	}
	return out
}

// acronymsBefore resolves acronyms that the record defines only later: a
// definition holds for the whole record.
func (m *meeting) acronymsBefore() {
	for _, c := range m.early {
		e := m.acronyms[c.Name]
		if e == nil {
			m.out.Unresolved++
			continue
		}
		m.insert(c, e)
	}
}

// insert adds a mention to a paragraph that is resolved already.
func (m *meeting) insert(c extract.Claim, e *Entity) {
	p := &m.out.Paragraphs[c.Para]
	p.Mentions = append(p.Mentions, Mention{Span: c.Span, Entity: e, How: c.How, Rule: c.Rule, Confidence: c.Confidence})
	sortMentions(p.Mentions)
	p.SetCites()
}

func sortMentions(mentions []Mention) {
	slices.SortStableFunc(mentions, func(a, b Mention) int {
		return cmp.Or(a.Span.Start-b.Span.Start, b.Span.End-a.Span.End)
	})
}

// SetCites sets what the paragraph's speaker cites to what it mentions.
func (p *Paragraph) SetCites() {
	p.Cites = cited(p.Mentions)
	if p.Speaker == nil {
		p.Cites = nil
	}
}

// cited are the ids of the instruments among the mentions, sorted.
func cited(mentions []Mention) []string {
	var out []string
	for _, m := range mentions {
		if (m.Entity.Class == schema.ClassAgreement || m.Entity.Class == schema.ClassLaw) && !slices.Contains(out, m.Entity.ID) {
			out = append(out, m.Entity.ID)
		}
	}
	slices.Sort(out)
	return out
}
