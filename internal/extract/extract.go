// Package extract reads the paragraphs of a record and claims what their words
// name: finite names by lexicon, open forms by rule, and by an extractor in Go
// where logic is needed (persons, described agreements, articles, short forms).
// A claim is still text: which entity it means is decided by resolve.
package extract

import (
	"slices"

	"rapporteur/internal/lexicon"
	"rapporteur/internal/record"
	"rapporteur/internal/rule"
	"rapporteur/internal/words"
	"rapporteur/schema"
)

// How says how a mention was found.
type How string

// The ways a mention is found.
const (
	ByName        How = "name"
	ByAlias       How = "alias"
	ByAcronym     How = "acronym"
	ByDemonym     How = "demonym"
	ByRule        How = "rule"
	ByCoreference How = "coreference"
)

// A Claim says that words of a paragraph name an entity.
type Claim struct {
	Para  int         // index into Record.Paragraphs
	Span  record.Span // bytes of the paragraph's text
	Class schema.Class
	How   How
	Rule  string   // the rule or extractor that found it, "" for the lexicon
	Kind  string   // "ministry", "act"
	ID    string   // short IRI, "" where resolve has to find or make it
	Also  []string // ids of others that have the same name
	Name  string   // of an open form: its words without article and without its State
	State string   // id of the State that the name itself names ("… of Azerbaijan")
	// National says that an open form belongs to the State in whose context it stands.
	National bool
	// Described says that the form is a description in plain words, within which
	// names stay mentions of their own.
	Described  bool
	Head       string   // of a short form, and of an open form: the head word, folded
	Partners   []string // of a described agreement: ids of the partners named
	Joint      bool     // of a described agreement: one of all the partners together
	Pending    bool     // of a described agreement: denied, planned or only negotiated
	Generic    bool     // of a described agreement: no partner is named
	Count      int      // of a short form in the plural: how many it says, 0 if it does not
	To         string   // of a protocol: the short name of its treaty, "covenant"
	Numbers    []string // of a provision: "16", "14 (3) (d)"
	Its        bool     // of a provision: "its articles", of what was named last
	Follows    int      // of a provision: byte offset where its instrument is named, 0 if it is not
	Unit       string   // of a provision: "art.", "sect."
	Confidence float64
}

// A Subject is a topic that a paragraph speaks of.
type Subject struct {
	Para int
	ID   string
}

// Findings are all claims of a record, paragraph by paragraph in text order.
type Findings struct {
	Claims   []Claim
	Subjects []Subject
	// Affiliations are the speakers' brackets, read; by index of intervention.
	Affiliations []Affiliation
	// Headings are the sections' headings, read; by index of section.
	Headings []Heading
	// Acronyms are definitions such as "… (IOM)".
	Acronyms []Acronym
	// Relations are facts that sentences state, in text order.
	Relations []Relation
}

// An Extractor claims what records name. It is not safe for concurrent use;
// make one for each worker.
type Extractor struct {
	lexicon *lexicon.Lexicon
	rules   *rule.Set
	split   *words.Splitter
	treaties

	// Room that is used again for each paragraph and record.
	text   words.Text
	names  []lexicon.Hit
	para   paragraph
	claims []Claim
}

// treaties is what the lexicon says of them together.
type treaties struct {
	protocols map[string]string // optional protocols by the ids of their treaties
	titles    []title           // of optional protocols
	pair      []string          // what the Covenants are about
	bodies    map[string]string // codes of treaty bodies, by their ids and by those of their treaties
}

// New returns an Extractor over a lexicon and rules.
func New(l *lexicon.Lexicon, r *rule.Set) *Extractor {
	return &Extractor{lexicon: l, rules: r, split: words.NewSplitter(), treaties: treaties{Protocols(l), protocolTitles(l), covenantSubjects(l), treatyBodies(l)}}
}

// Record returns what rec names.
func (x *Extractor) Record(rec *record.Record) *Findings {
	f := &Findings{Affiliations: x.affiliations(rec), Headings: x.headings(rec)}
	x.claims = x.claims[:0]
	for i := range rec.Paragraphs {
		p := x.paragraph(rec, i, f.Affiliations)
		x.claims = append(x.claims, p.claims...)
		f.Acronyms = append(f.Acronyms, p.acronyms()...)
		f.Acronyms = append(f.Acronyms, p.lawNumbers()...)
		f.Relations = append(f.Relations, p.relations()...)
		for _, id := range p.topics(x.lexicon) {
			f.Subjects = append(f.Subjects, Subject{Para: i, ID: id})
		}
	}
	f.Claims = slices.Clone(x.claims)
	return f
}

// A paragraph is one paragraph while it is read, in the room of the one before.
type paragraph struct {
	rec    *record.Record
	index  int
	text   *words.Text
	hits   hits
	rules  *rule.Set
	claims []Claim
	begun  []bool // for each byte whether a name, and no short form, begins there
	// matches and patterns are what the rules find.
	matches, patterns []rule.Match
	phrases           []lexicon.TopicHit // of topics
	proper            []*Claim           // for each word the longest proper name that it is in
	*treaties
}

func (x *Extractor) paragraph(rec *record.Record, i int, brackets []Affiliation) *paragraph {
	text := rec.Paragraphs[i].Text
	x.split.SplitInto(&x.text, text)
	x.names = x.lexicon.AppendNames(x.names[:0], &x.text)
	p := &x.para
	p.rec, p.index, p.text, p.rules, p.treaties = rec, i, &x.text, x.rules, &x.treaties
	p.claims, p.begun = p.claims[:0], cleared(p.begun, len(text)+1)
	p.hits.set(withoutLanguages(p.text, x.names), len(p.text.Words))
	p.speaker(brackets)
	p.persons()
	p.names()
	p.forms()
	p.ministries()
	p.agreements()
	p.expandedAcronyms()
	p.acronymsUsed()
	p.provisions()
	p.shortForms()
	p.itsProtocols()
	p.draftProtocols()
	p.protocolsTo()
	p.plurals()
	return p
}

// cleared returns n zero values, in the room of s where it suffices.
func cleared[T any](s []T, n int) []T {
	s = slices.Grow(s[:0], n)[:n]
	clear(s)
	return s
}

func (p *paragraph) add(first, end int, c Claim) {
	p.addSpan(record.Span{Start: p.text.Words[first].Start, End: p.text.Words[end-1].End}, c)
}

func (p *paragraph) addSpan(s record.Span, c Claim) {
	c.Para, c.Span = p.index, s
	if c.Confidence == 0 {
		c.Confidence = 1
	}
	p.claims = append(p.claims, c)
	if c.How != ByCoreference && c.Rule != "acronym" {
		p.begun[s.Start] = true
	}
}
