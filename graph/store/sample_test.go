package store_test

import (
	"fmt"
	"testing"

	"github.com/cayleygraph/quad"

	"rapporteur/graph"
	"rapporteur/schema"
)

// A made is a record made up for tests.
type made struct {
	symbol     string
	paragraphs int
	mentions   int      // a paragraph
	countries  []string // that are mentioned in turn
	words      string   // in each text, to tell versions apart
}

func (m made) id() graph.ID { return graph.RecordID(m.symbol) }

// quads returns the record's quads, about 10 + 7*mentions a paragraph.
func (m made) quads(t testing.TB) []quad.Quad {
	t.Helper()
	var all []graph.Statement
	say := func(label, s graph.ID, p schema.Property, o quad.Value) {
		all = append(all, graph.Statement{Subject: s, Predicate: p, Object: o, Label: label})
	}
	record := m.id()
	say(record, record, schema.Type, graph.ClassRef(schema.ClassSummaryRecord))
	say(record, record, schema.Identifier, graph.Text(m.symbol))
	say(record, record, schema.ContentHash, graph.Text("hash of "+m.words))
	for n := 1; n <= m.paragraphs; n++ {
		para := graph.ParagraphID(m.symbol, n)
		speaker := graph.ID(fmt.Sprintf("person:XAA/speaker-%d", n%7))
		say(record, para, schema.Type, graph.ClassRef(schema.ClassParagraph))
		say(record, para, schema.IsPartOf, graph.Ref(record))
		say(para, para, schema.Position, graph.Integer(n))
		say(para, para, schema.Text, graph.Text(fmt.Sprintf("Paragraph %d of %s: %s.", n, m.symbol, m.words)))
		say(para, para, schema.SpokenBy, graph.Ref(speaker))
		say(para, speaker, schema.Type, graph.ClassRef(schema.ClassPerson))
		say(para, para, schema.SpeakerRole, graph.Text("delegation"))
		for k := range m.mentions {
			code := m.countries[(n+k)%len(m.countries)]
			country := graph.ID("country:" + code)
			mention := graph.MentionID(m.symbol, n, 10*k, 10*k+7, 1)
			say(para, para, schema.Mentions, graph.Ref(country))
			say(para, mention, schema.Type, graph.ClassRef(schema.ClassMention))
			say(para, mention, schema.HasTarget, graph.Ref(para))
			say(para, mention, schema.HasBody, graph.Ref(country))
			say(para, mention, schema.Start, graph.Integer(10*k))
			say(para, mention, schema.End, graph.Integer(10*k+7))
			say(para, mention, schema.Exact, graph.Text("Land "+code))
			say(para, mention, schema.FoundBy, graph.Text("name"))
		}
	}
	for _, code := range m.countries {
		say(graph.Lexicon, graph.ID("country:"+code), schema.Type, graph.ClassRef(schema.ClassCountry))
		say(graph.Lexicon, graph.ID("country:"+code), schema.Label, graph.Text("Land "+code))
	}
	quads, err := graph.Quads(all)
	if err != nil {
		t.Fatal(err)
	}
	return quads
}
