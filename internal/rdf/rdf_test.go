package rdf_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/cayleygraph/quad"
	"github.com/google/go-cmp/cmp"
	"github.com/piprate/json-gold/ld"

	"rapporteur/graph"
	"rapporteur/internal/rdf"
	"rapporteur/schema"
)

func fixture(t *testing.T) []quad.Quad {
	t.Helper()
	var all []quad.Quad
	for _, name := range []string{"../../queries/testdata/lighthouse.nq", "../web/testdata/hostile.nq"} {
		f, err := os.Open(filepath.FromSlash(name))
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		quads, err := graph.ReadNQuads(f)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, quads...)
	}
	return append(all, quad.Quad{
		Subject: quad.IRI("mention:X#1.1-2"), Predicate: quad.IRI("rap:confidence"), Object: quad.Float(0.25), Label: quad.IRI("para:X#1"),
	}, quad.Quad{
		Subject: quad.IRI("law:X/loi"), Predicate: quad.IRI("skos:altLabel"), Object: quad.LangString{Value: "Loi <\"été\">\n\\", Lang: "fr"}, Label: quad.IRI("para:X#1"),
	})
}

func nquads(t *testing.T, quads []quad.Quad) string {
	t.Helper()
	var b strings.Builder
	if err := rdf.NQuads(&b, quads); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

const contextAt = "https://example.org/api/v1/context.jsonld"

// contexts gives the context of the schema, and nothing else.
type contexts struct{ t *testing.T }

func (c contexts) LoadDocument(url string) (*ld.RemoteDocument, error) {
	if url != contextAt {
		c.t.Errorf("the document asks for %s", url)
	}
	var doc any
	err := json.Unmarshal([]byte(schema.Context()), &doc)
	return &ld.RemoteDocument{DocumentURL: url, Document: doc}, err
}

// TestJSONLD reads JSON-LD back with another program: the statements are the same.
func TestJSONLD(t *testing.T) {
	quads := fixture(t)
	var b strings.Builder
	if err := rdf.JSONLD(&b, quads, "/api/v1/context.jsonld"); err != nil {
		t.Fatal(err)
	}
	var doc any
	if err := json.Unmarshal([]byte(b.String()), &doc); err != nil {
		t.Fatal(err)
	}
	o := ld.NewJsonLdOptions("https://example.org/api/v1/records/X")
	o.Format, o.DocumentLoader = "application/n-quads", contexts{t}
	got, err := ld.NewJsonLdProcessor().ToRDF(doc, o)
	if err != nil {
		t.Fatal(err)
	}
	back, err := graph.ReadNQuads(strings.NewReader(got.(string)))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(nquads(t, quads), nquads(t, back)); diff != "" {
		t.Errorf("(-written +read):\n%s", diff)
	}
}

// TestTurtle compares a document that holds every kind of term.
func TestTurtle(t *testing.T) {
	said := func(s, p string, o quad.Value, label string) quad.Quad {
		return quad.Quad{Subject: quad.IRI(s), Predicate: quad.IRI(p), Object: o, Label: quad.IRI(label)}
	}
	quads := []quad.Quad{
		said("country:UTO", "rdf:type", quad.IRI("schema:Country"), "graph:lexicon"),
		said("country:UTO", "rap:cites", quad.IRI("agreement:iclk"), "para:X#1"),
		said("country:UTO", "rap:cites", quad.IRI("agreement:iclk"), "para:X#2"),
		said("country:UTO", "rap:cites", quad.IRI("law:UTO/lamp-act#art.4"), "para:X#2"),
		said("country:UTO", "rdfs:label", quad.String("Uto\"pia\"\n"), "graph:lexicon"),
		said("para:X#1", "schema:position", quad.Int(1), "record:X"),
		said("para:X#1", "rap:confidence", quad.Float(0.5), "record:X"),
	}
	var b strings.Builder
	if err := rdf.Turtle(&b, quads); err != nil {
		t.Fatal(err)
	}
	want := `@prefix agreement: <urn:rapporteur:agreement:> .
@prefix country: <urn:rapporteur:country:> .
@prefix rap: <urn:rapporteur:ns:> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix schema: <https://schema.org/> .

country:UTO
	a schema:Country ;
	rap:cites <urn:rapporteur:law:UTO/lamp-act#art.4>, agreement:iclk ;
	rdfs:label "Uto\"pia\"\n" .

<urn:rapporteur:para:X#1>
	rap:confidence "0.5"^^<http://www.w3.org/2001/XMLSchema#decimal> ;
	schema:position 1 .
`
	if diff := cmp.Diff(want, b.String()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestNothing writes no statements: an empty document is one.
func TestNothing(t *testing.T) {
	for name, write := range map[string]func(*strings.Builder) error{
		"turtle": func(b *strings.Builder) error { return rdf.Turtle(b, nil) },
		"jsonld": func(b *strings.Builder) error { return rdf.JSONLD(b, nil, "c") },
		"nquads": func(b *strings.Builder) error { return rdf.NQuads(b, nil) },
	} {
		var b strings.Builder
		if err := write(&b); err != nil || name == "jsonld" && !slices.Contains(strings.Fields(b.String()), `"@graph":`) {
			t.Errorf("%s: %q, %v", name, b.String(), err)
		}
	}
}
