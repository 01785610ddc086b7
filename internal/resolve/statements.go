package resolve

import (
	"regexp"
	"slices"
	"unicode/utf8"

	"rapporteur/graph"
	"rapporteur/internal/lexicon"
	"rapporteur/internal/record"
	"rapporteur/schema"
)

// Statements says everything that was found as facts, each labelled with the
// paragraph that states it, the record for facts of its header, or
// [graph.Lexicon] for what the lexicon knows of the entities mentioned.
func (r *Resolution) Statements() []graph.Statement {
	w := &writer{res: r, symbol: r.Record.Header.Symbol, unsure: r.unsure(), agreed: r.inForce()}
	w.record = graph.RecordID(w.symbol)
	w.header()
	for i := range r.Record.Paragraphs {
		w.paragraph(i)
	}
	for _, e := range r.Entities {
		w.entity(e)
	}
	w.posts()
	return w.out
}

// A writer collects the statements of one record.
type writer struct {
	res    *Resolution
	symbol string
	record graph.ID
	out    []graph.Statement
	label  graph.ID // of the statements being written
	unsure map[string]bool
	agreed map[agreed]bool
}

// sure is an id of which facts can be stated, "" for a person who may be another.
func (w *writer) sure(id string) graph.ID {
	if w.unsure[id] {
		return ""
	}
	return graph.ID(id)
}

func (w *writer) ref(s graph.ID, p schema.Property, o graph.ID) {
	if o != "" {
		w.out = append(w.out, graph.Statement{Subject: s, Predicate: p, Object: graph.Ref(o), Label: w.label})
	}
}

func (w *writer) text(s graph.ID, p schema.Property, o string) {
	if o != "" {
		w.out = append(w.out, graph.Statement{Subject: s, Predicate: p, Object: graph.Text(o), Label: w.label})
	}
}

func (w *writer) integer(s graph.ID, p schema.Property, o int) {
	w.out = append(w.out, graph.Statement{Subject: s, Predicate: p, Object: graph.Integer(o), Label: w.label})
}

func (w *writer) class(s graph.ID, c schema.Class) {
	w.out = append(w.out, graph.Statement{Subject: s, Predicate: schema.Type, Object: graph.ClassRef(c), Label: w.label})
}

func (w *writer) header() {
	h, rec := w.res.Record.Header, w.record
	w.label = rec
	w.class(rec, schema.ClassSummaryRecord)
	w.text(rec, schema.Label, h.Symbol)
	w.text(rec, schema.Identifier, h.Symbol)
	w.text(rec, schema.SymbolFrom, string(h.SymbolFrom))
	w.text(rec, schema.Source, w.res.Record.Source)
	w.text(rec, schema.Date, h.Date)
	w.text(rec, schema.Issued, h.Distributed)
	w.text(rec, schema.Language, h.OriginalLanguage)
	w.text(rec, schema.Part, h.Part)
	w.text(rec, schema.Opened, h.Opened)
	w.text(rec, schema.Closed, h.Closed)
	for _, s := range h.Suspended {
		w.text(rec, schema.Suspended, s.From+"-"+s.To)
	}
	for _, a := range h.Agenda {
		w.text(rec, schema.AgendaItem, a)
	}
	for _, d := range h.Documents {
		id := graph.SymbolID(d)
		w.ref(rec, schema.References, id)
		w.class(id, schema.ClassDocument)
		w.text(id, schema.Label, d)
	}
	for _, s := range w.res.States {
		w.ref(rec, schema.Reviews, graph.ID(s))
	}
	if h.Body != "" {
		w.body(graph.NewID("body", h.Body), h.Body)
	}
	w.meeting()
	for _, e := range w.res.Headed {
		w.entry(graph.ID(e.ID), e)
	}
}

// body says whose record it is. One that the lexicon does not know is called by its code.
func (w *writer) body(id graph.ID, code string) {
	w.ref(w.record, schema.OfBody, id)
	if !slices.ContainsFunc(w.res.Headed, func(e *lexicon.Entry) bool { return e.ID == string(id) }) {
		w.class(id, schema.ClassBody)
		w.text(id, schema.Label, code)
	}
}

func (w *writer) meeting() {
	h := w.res.Record.Header
	if h.Body == "" || h.Meeting == 0 {
		return
	}
	session := 0
	if perSession.MatchString(h.Symbol) {
		session = h.Session
	}
	id := graph.MeetingID(h.Body, session, h.Meeting)
	w.ref(w.record, schema.RecordOf, id)
	w.class(id, schema.ClassMeeting)
	w.ref(id, schema.Organizer, graph.NewID("body", h.Body))
	w.integer(id, schema.MeetingNumber, h.Meeting)
	w.text(id, schema.Date, h.Date)
	w.text(id, schema.Location, h.Place)
	if h.Session != 0 {
		w.integer(id, schema.Session, h.Session)
	}
	for _, c := range w.res.Chairs {
		w.ref(id, schema.Chaired, w.sure(c))
	}
}

func (w *writer) paragraph(i int) {
	p, found := w.res.Record.Paragraphs[i], w.res.Paragraphs[i]
	id := graph.ParagraphID(w.symbol, p.Number)
	w.label = w.record
	w.class(id, schema.ClassParagraph)
	w.ref(id, schema.IsPartOf, w.record)
	w.integer(id, schema.Position, p.Number)
	w.label = id
	w.text(id, schema.Text, p.Text)
	if p.NumberFrom == record.Restored {
		w.text(id, schema.NumberFrom, string(p.NumberFrom))
	}
	if p.Section >= 0 {
		w.text(id, schema.Section, w.res.Record.Sections[p.Section].Title)
	}
	w.speaker(id, found.Speaker)
	w.mentions(id, i)
	w.citations(id, found)
	w.relations(id, i)
	for _, t := range found.Topics {
		w.ref(id, schema.Subject, graph.ID(t))
	}
}

func (w *writer) speaker(id graph.ID, s *Speaker) {
	if s == nil {
		return
	}
	w.ref(id, schema.SpokenBy, w.sure(s.ID))
	w.text(id, schema.SpeakerName, s.Printed)
	w.ref(id, schema.SpeaksFor, graph.ID(s.SpeaksFor))
	w.ref(id, schema.SpeakerFrom, graph.ID(s.State))
	w.text(id, schema.SpeakerRole, string(s.Role))
	w.text(id, schema.Capacity, s.Capacity)
	w.ref(id, schema.InIntervention, graph.ParagraphID(w.symbol, w.res.Record.Paragraphs[s.First].Number))
	if who := w.sure(s.ID); who != "" && s.Role == RoleDelegation {
		w.ref(who, schema.DelegateOf, graph.ID(s.State))
	}
}

// mentions writes a paragraph's annotations, and once for each entity that it
// is mentioned.
func (w *writer) mentions(id graph.ID, i int) {
	p := w.res.Record.Paragraphs[i]
	seen := make(map[string]bool)
	spans := make(map[record.Span]int)
	ruler := record.NewRuler(p.Text)
	for _, m := range w.res.Paragraphs[i].Mentions {
		spans[m.Span]++
		start := ruler.CodePoints(m.Span.Start)
		quote := m.Span.Of(p.Text)
		end := start + utf8.RuneCountInString(quote)
		at := graph.MentionID(w.symbol, p.Number, start, end, max(m.Nth, spans[m.Span]))
		w.class(at, schema.ClassMention)
		w.ref(at, schema.HasTarget, id)
		w.ref(at, schema.HasBody, graph.ID(m.Entity.ID))
		w.text(at, schema.Exact, quote)
		w.integer(at, schema.Start, start)
		w.integer(at, schema.End, end)
		w.text(at, schema.FoundBy, string(m.How))
		w.text(at, schema.Rule, m.Rule)
		w.text(at, schema.OfProvision, m.Provision)
		if m.Confidence < 1 {
			w.out = append(w.out, graph.Statement{Subject: at, Predicate: schema.Confidence, Object: graph.Decimal(m.Confidence), Label: w.label})
		}
		if !seen[m.Entity.ID] {
			seen[m.Entity.ID] = true
			w.ref(id, schema.Mentions, graph.ID(m.Entity.ID))
		}
		if w.hasParties(i, m) {
			for _, party := range m.Entity.Parties {
				w.ref(graph.ID(m.Entity.ID), schema.Party, graph.ID(party))
			}
		}
	}
}

// citations says what the paragraph, its speaker and whom they speak for cite.
func (w *writer) citations(id graph.ID, p Paragraph) {
	if p.Speaker == nil {
		return
	}
	for _, c := range p.Cites {
		w.ref(id, schema.Cites, graph.ID(c))
		for _, who := range []graph.ID{w.sure(p.Speaker.ID), graph.ID(p.Speaker.SpeaksFor)} {
			if who != "" {
				w.ref(who, schema.Cites, graph.ID(c))
			}
		}
	}
	for _, m := range p.Mentions {
		if m.Provision == "" {
			continue
		}
		article := graph.ProvisionID(graph.ID(m.Entity.ID), m.Provision)
		w.ref(id, schema.CitesProvision, article)
		w.class(article, schema.ClassProvision)
		w.ref(article, schema.IsPartOf, graph.ID(m.Entity.ID))
		w.text(article, schema.Notation, m.Provision)
		w.text(article, schema.Label, m.Provision+", "+m.Entity.Label)
	}
}

// entity says what an entity is: by the lexicon, or by the paragraph that
// introduces it.
func (w *writer) entity(e *Entity) {
	id := graph.ID(e.ID)
	if e.Entry != nil {
		w.entry(id, e.Entry)
	}
	w.label = w.record
	for _, old := range e.SameAs {
		w.ref(id, schema.SameAs, graph.ID(old))
	}
	if len(w.res.Record.Paragraphs) > 0 && !(e.Class == schema.ClassPerson && e.First == 0) {
		w.label = graph.ParagraphID(w.symbol, w.res.Record.Paragraphs[e.First].Number)
	}
	for _, a := range e.Aliases {
		w.text(id, schema.AltLabel, a)
	}
	if e.Entry != nil {
		return
	}
	w.class(id, e.Class)
	w.text(id, schema.Label, e.Label)
	w.text(id, schema.Kind, e.Kind)
	switch e.Class {
	case schema.ClassPerson:
		w.text(id, schema.Honorific, e.Honorific)
		for _, other := range e.MayBe {
			w.ref(id, schema.MayBe, graph.ID(other))
		}
		if len(e.MayBe) == 0 {
			w.ref(id, schema.MemberOf, graph.ID(e.MemberOf))
		}
	case schema.ClassInstitution, schema.ClassLaw, schema.ClassPolicy:
		w.ref(id, schema.OfCountry, graph.ID(e.Country))
	}
}

func (w *writer) entry(id graph.ID, e *lexicon.Entry) {
	w.label = graph.Lexicon
	class := e.Class
	if id.Prefix() == "body" {
		class = schema.ClassBody
	}
	w.class(id, class)
	w.text(id, schema.Label, e.Label)
	w.text(id, schema.Kind, e.Kind)
	for _, names := range [][]string{e.Aliases, e.Acronyms, e.Demonyms} {
		for _, n := range names {
			w.text(id, schema.AltLabel, n)
		}
	}
	for _, c := range e.Codes {
		w.text(id, schema.Notation, c)
	}
	w.ref(id, schema.OfCountry, graph.ID(e.Country))
	if class == schema.ClassTopic {
		w.concept(id, e)
	}
}

// concept says what the vocabulary says of a topic, and of all wider ones: a
// question about these finds it.
func (w *writer) concept(id graph.ID, e *lexicon.Entry) {
	w.text(id, schema.PrefLabel, e.Label)
	for _, m := range e.Match {
		w.ref(id, schema.ExactMatch, graph.ID("unbis:"+m))
	}
	for _, wider := range e.Broader {
		w.ref(id, schema.Broader, graph.ID(wider.ID))
		w.entry(graph.ID(wider.ID), wider)
	}
}

// perSession are symbols that name the session or the year, as bodies have that
// count their meetings anew each time: "A/C.3/76/SR.12", "CRPD/C/6/SR.10".
var perSession = regexp.MustCompile(`/[0-9]+/(?:[A-Z]+\.?)?SR\.`)
