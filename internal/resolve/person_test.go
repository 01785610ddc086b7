package resolve_test

import (
	"fmt"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"rapporteur/graph"
	"rapporteur/internal/resolve"
	"rapporteur/schema"
)

// TestPersons reads the records of each archive in testdata/persons, and compares
// who is named in them, who may be whom and who had which role with the file
// "found" behind them.
func TestPersons(t *testing.T) {
	archives(t, "persons", func(t *testing.T, b *strings.Builder, found []*resolve.Resolution) {
		var facts []graph.Statement
		for _, r := range found {
			showPersons(b, r)
			facts = append(facts, r.Statements()...)
		}
		checkUnsure(t, facts)
	})
}

// checkUnsure checks that no fact is stated of somebody who may be any of several,
// in whichever record: the graph that holds them all knows persons by their ids.
func checkUnsure(t *testing.T, facts []graph.Statement) {
	t.Helper()
	unsure := make(map[graph.ID]bool)
	for _, s := range facts {
		if s.Predicate == schema.MayBe {
			unsure[s.Subject] = true
		}
	}
	about := map[schema.Property]bool{schema.DelegateOf: true, schema.MemberOf: true, schema.Cites: true}
	points := map[schema.Property]bool{schema.SpokenBy: true, schema.Chaired: true, schema.HeldBy: true, schema.MayBe: true}
	for _, s := range facts {
		if about[s.Predicate] && unsure[s.Subject] {
			t.Errorf("%s %s %s [%s] is stated of nobody sure", s.Subject, s.Predicate, s.Object, s.Label.Cite())
		}
		for id := range unsure {
			if points[s.Predicate] && s.Object == graph.Ref(id) {
				t.Errorf("%s %s %s [%s] names nobody sure", s.Subject, s.Predicate, s.Object, s.Label.Cite())
			}
		}
	}
}

// showPersons prints for each paragraph the speaker and the persons mentioned,
// then what the graph is told of persons and roles.
func showPersons(b *strings.Builder, r *resolve.Resolution) {
	fmt.Fprintf(b, "%s\n", r.Record.Header.Symbol)
	for i, p := range r.Paragraphs {
		fmt.Fprintf(b, "%d. ", r.Record.Paragraphs[i].Number)
		if s := p.Speaker; s != nil {
			fmt.Fprintf(b, "%s %s", s.ID, s.SpeaksFor)
		}
		b.WriteByte('\n')
		for _, m := range p.Mentions {
			if m.Entity.Class == schema.ClassPerson {
				fmt.Fprintf(b, "   %s = %s (%g)\n", m.Span.Of(r.Record.Paragraphs[i].Text), m.Entity.ID, m.Confidence)
			}
		}
	}
	for _, s := range r.Statements() {
		if shown[s.Subject.Prefix()][s.Predicate] {
			fmt.Fprintf(b, "%s %s %s  [%s]\n", s.Subject, s.Predicate, s.Object, s.Label.Cite())
		}
	}
}

// shown are the statements that the archives hold, by the prefix of their subject.
var shown = map[string]map[schema.Property]bool{
	"para":    {schema.SpokenBy: true},
	"meeting": {schema.Chaired: true},
	"person":  {schema.Label: true, schema.AltLabel: true, schema.MayBe: true, schema.DelegateOf: true, schema.MemberOf: true, schema.Cites: true},
	"role":    {schema.HeldFor: true, schema.Date: true},
}

// TestOrderOfNames checks that who is who does not follow from who is named first:
// the paragraphs of a record in the other order name the same persons.
func TestOrderOfNames(t *testing.T) {
	archive, err := txtar.ParseFile("testdata/persons/namesakes.txtar")
	if err != nil {
		t.Fatal(err)
	}
	p := newPipeline(t)
	f := archive.Files[0]
	lines := strings.SplitAfter(string(f.Data), "\n")
	var paragraphs []string
	for _, l := range lines {
		if _, text, ok := strings.Cut(l, "\t"); ok {
			paragraphs = append(paragraphs, text)
		}
	}
	if len(paragraphs) < 5 {
		t.Fatalf("%d paragraphs", len(paragraphs))
	}
	read := func(order func(i int) string) map[string]string {
		text := "The meeting was called to order at 10 a.m.\n\n"
		for i := range paragraphs {
			text += fmt.Sprintf("%d.\t%s", i+1, order(i))
		}
		found, err := p.Read(f.Name, strings.NewReader(text+"The meeting rose at 1 p.m.\n"))
		if err != nil {
			t.Fatal(err)
		}
		ids := make(map[string]string)
		for i, para := range found.Paragraphs {
			text := found.Record.Paragraphs[i].Text
			for _, m := range para.Mentions {
				ids[fmt.Sprintf("%s at %d", text, m.Span.Start)] = m.Entity.ID
			}
		}
		return ids
	}
	there := read(func(i int) string { return paragraphs[i] })
	back := read(func(i int) string { return paragraphs[len(paragraphs)-1-i] })
	for at, id := range there {
		if back[at] != id {
			t.Errorf("%s is %s, and %s the other way round", at, id, back[at])
		}
	}
}
