package storetest

import (
	"context"
	"fmt"
	"testing"

	"github.com/cayleygraph/quad"

	"rapporteur/graph"
	"rapporteur/graph/store"
	"rapporteur/schema"
)

// Grow adds invented records to a store until it holds about so many quads: of
// three bodies, over the years, each about twenty States, persons, agreements and
// topics of many.
func Grow(t testing.TB, s *store.Store, quads int) {
	t.Helper()
	for n, held := 1, 0; held < quads; n++ {
		record, add := Invented(t, n)
		if _, err := s.Replace(context.Background(), record, add); err != nil {
			t.Fatal(err)
		}
		held += len(add)
	}
}

// Invented returns the nth invented record, of about 5,000 quads.
func Invented(t testing.TB, n int) (graph.ID, []quad.Quad) {
	t.Helper()
	w := &writer{n: n, symbol: fmt.Sprintf("INV/C/SR.%d", n)}
	w.header()
	for number := 1; number <= 60; number++ {
		w.paragraph(number)
	}
	w.lexicon()
	quads, err := graph.Quads(w.all)
	if err != nil {
		t.Fatal(err)
	}
	return graph.RecordID(w.symbol), quads
}

// The invented world.
const (
	states     = 190
	agreements = 400
	topics     = 150
)

func country(n int) graph.ID { return graph.NewID("country", fmt.Sprintf("X%02d", n%states)) }
func agreement(n int) graph.ID {
	return graph.NewID("agreement", fmt.Sprintf("invented-%d", n%agreements))
}
func topic(n int) graph.ID { return graph.NewID("topic", fmt.Sprintf("invented-%d", n%topics)) }
func body(n int) graph.ID  { return graph.NewID("body", fmt.Sprintf("INV%d", n%3)) }

// A writer collects what a record states.
type writer struct {
	n      int
	symbol string
	all    []graph.Statement
}

func (w *writer) say(label, s graph.ID, p schema.Property, o quad.Value) {
	w.all = append(w.all, graph.Statement{Subject: s, Predicate: p, Object: o, Label: label})
}

func (w *writer) header() {
	record := graph.RecordID(w.symbol)
	meeting := graph.MeetingID("INV", 0, w.n)
	w.say(record, record, schema.Type, graph.ClassRef(schema.ClassSummaryRecord))
	w.say(record, record, schema.Identifier, graph.Text(w.symbol))
	w.say(record, record, schema.Date, graph.Text(fmt.Sprintf("%d-%02d-%02d", 2000+w.n%25, 1+w.n%12, 1+w.n%28)))
	w.say(record, record, schema.OfBody, graph.Ref(body(w.n)))
	w.say(record, record, schema.Reviews, graph.Ref(country(w.n)))
	w.say(record, record, schema.RecordOf, graph.Ref(meeting))
	w.say(record, meeting, schema.Type, graph.ClassRef(schema.ClassMeeting))
	w.say(record, meeting, schema.Organizer, graph.Ref(body(w.n)))
}

func (w *writer) paragraph(number int) {
	record, para := graph.RecordID(w.symbol), graph.ParagraphID(w.symbol, number)
	state := country(w.n)
	speaker := graph.NewID("person", fmt.Sprintf("%s/speaker-%d-%d", state.Name(), w.n%50, number%7))
	w.say(record, para, schema.Type, graph.ClassRef(schema.ClassParagraph))
	w.say(record, para, schema.IsPartOf, graph.Ref(record))
	w.say(record, para, schema.Position, graph.Integer(number))
	w.say(para, para, schema.Text, graph.Text(fmt.Sprintf("Paragraph %d of %s says, in about as many words as a paragraph takes, what the delegation had been asked to say about the lamps.", number, w.symbol)))
	w.say(para, para, schema.SpokenBy, graph.Ref(speaker))
	w.say(para, para, schema.SpeaksFor, graph.Ref(state))
	w.say(para, speaker, schema.Type, graph.ClassRef(schema.ClassPerson))
	w.say(para, speaker, schema.Label, graph.Text("Speaker "+speaker.Name()))
	w.say(para, speaker, schema.DelegateOf, graph.Ref(state))
	w.say(para, para, schema.Subject, graph.Ref(topic(w.n*7+number)))
	cited := agreement(w.n*3 + number)
	w.say(para, para, schema.Cites, graph.Ref(cited))
	w.say(para, state, schema.Cites, graph.Ref(cited))
	for k := range 8 {
		named := []graph.ID{country(w.n + number + k*k), agreement(w.n*3 + number + k*5)}[k%2]
		w.say(para, para, schema.Mentions, graph.Ref(named))
		w.mention(para, number, 12*k, named)
	}
}

func (w *writer) mention(para graph.ID, number, start int, named graph.ID) {
	mention := graph.MentionID(w.symbol, number, start, start+9, 1)
	w.say(para, mention, schema.Type, graph.ClassRef(schema.ClassMention))
	w.say(para, mention, schema.HasTarget, graph.Ref(para))
	w.say(para, mention, schema.HasBody, graph.Ref(named))
	w.say(para, mention, schema.Exact, graph.Text(named.Name()))
	w.say(para, mention, schema.Start, graph.Integer(start))
	w.say(para, mention, schema.End, graph.Integer(start+9))
	w.say(para, mention, schema.FoundBy, graph.Text("name"))
}

// lexicon says what the lexicon knows of all that the record may name.
func (w *writer) lexicon() {
	of := func(id graph.ID, class schema.Class, name schema.Property) {
		w.say(graph.Lexicon, id, schema.Type, graph.ClassRef(class))
		w.say(graph.Lexicon, id, name, graph.Text("The "+id.Name()))
	}
	used := map[graph.ID]bool{}
	for _, s := range w.all {
		o, _ := s.Object.(quad.IRI)
		if id := graph.ID(o); !used[id] {
			used[id] = true
			switch id.Prefix() {
			case "country":
				of(id, schema.ClassCountry, schema.Label)
			case "agreement":
				of(id, schema.ClassAgreement, schema.Label)
			case "topic":
				of(id, schema.ClassTopic, schema.PrefLabel)
			case "body":
				of(id, schema.ClassBody, schema.Label)
			}
		}
	}
}
