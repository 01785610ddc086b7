package export_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/cayleygraph/quad"
	"github.com/google/go-cmp/cmp"
	"github.com/knakk/rdf"
	"github.com/piprate/json-gold/ld"

	"rapporteur/graph"
	"rapporteur/graph/store"
	"rapporteur/internal/export"
	"rapporteur/schema"
)

// What other readers make of the RDF formats: the same statements, with their
// labels where the format has them.
func TestRDFIsReadTheSame(t *testing.T) {
	for name, e := range map[string]export.Exporter{"fixtures": exporter(t, fixtures...), "odd terms": odd(t)} {
		t.Run(name, func(t *testing.T) {
			quads := write(t, e, "nquads", export.Selection{})
			want := statements(t, quads)
			if len(want) < bytes.Count(quads, []byte("\n")) {
				t.Errorf("%d statements of %d lines", len(want), bytes.Count(quads, []byte("\n")))
			}
			if diff := cmp.Diff(want, statements(t, toQuads(t, write(t, e, "jsonld", export.Selection{})))); diff != "" {
				t.Errorf("JSON-LD (-N-Quads +JSON-LD):\n%s", diff)
			}
			unlabelled := map[string]bool{}
			for s := range want {
				unlabelled[s[:strings.LastIndex(s, " <")]] = true
			}
			if diff := cmp.Diff(unlabelled, triples(t, write(t, e, "turtle", export.Selection{}))); diff != "" {
				t.Errorf("Turtle (-N-Quads +Turtle):\n%s", diff)
			}
		})
	}
}

const oddText = "line\nbreak, tab\t, quotes \" ' and \\, bell \a, é, 🕯, <&>, \u2028"

// odd is a graph of terms that formats have their own ways to write.
func odd(t *testing.T) export.Exporter {
	t.Helper()
	record, para := graph.RecordID("ODD/SR.1"), graph.ParagraphID("ODD/SR.1", 1)
	all := []graph.Statement{
		{Subject: record, Predicate: schema.Type, Object: graph.ClassRef(schema.ClassSummaryRecord), Label: record},
		{Subject: para, Predicate: schema.IsPartOf, Object: graph.Ref(record), Label: record},
	}
	person := graph.NewID("person", "ODD/name")
	all = append(all,
		graph.Statement{Subject: person, Predicate: schema.Type, Object: graph.ClassRef(schema.ClassPerson), Label: para},
		graph.Statement{Subject: person, Predicate: schema.Label, Object: graph.Text(oddText), Label: para},
		graph.Statement{Subject: person, Predicate: schema.CooperatesWith, Object: graph.Ref("institution:odd%22%3C%26"), Label: para})
	all = append(all, graph.Statement{Subject: "https://example.org/of/no/class", Predicate: schema.Label, Object: graph.Text("of no class"), Label: para})
	for _, o := range []quad.Value{
		graph.Text(oddText), graph.Text(""), graph.Text("country:UTO"), graph.Text("@id"),
		graph.Integer(-7), graph.Integer(9007199254740993), graph.Decimal(0.75), graph.Decimal(3), graph.Decimal(1e21), quad.Bool(true),
		quad.LangString{Value: "lampe", Lang: "fr"}, quad.LangString{Value: "lamp", Lang: "en-GB"},
		quad.TypedString{Value: "2019-05-06", Type: "xsd:date"}, quad.TypedString{Value: "x", Type: "http://example.org/type#a"},
		quad.IRI("country:UTO"), quad.IRI("https://example.org/a?b=c&d=e#f"), quad.IRI("unbis:T0001"), quad.IRI("symbol:A/RES/1(2)%20x"), quad.IRI("urn:x:y"), quad.IRI("foaf:Person"),
	} {
		for _, p := range []schema.Property{schema.Text, schema.Position, schema.Confidence, schema.Mentions, schema.Label, "rap:unheardOf", "https://example.org/p.q", "http://metadata.un.org/x-", schema.Type} {
			all = append(all, graph.Statement{Subject: para, Predicate: p, Object: o, Label: para})
		}
	}
	quads, err := graph.Quads(all)
	if err != nil {
		t.Fatal(err)
	}
	e := exporter(t, fixtures...)
	if _, err := e.Store.(*store.Store).Replace(t.Context(), record, quads); err != nil {
		t.Fatal(err)
	}
	return e
}

// statements reads N-Quads.
func statements(t *testing.T, data []byte) map[string]bool {
	t.Helper()
	found := map[string]bool{}
	in := rdf.NewQuadDecoder(bytes.NewReader(data), rdf.NQuads)
	for {
		q, err := in.Decode()
		if err == io.EOF {
			return found
		}
		if err != nil {
			t.Fatal(err)
		}
		found[statement(q.Triple)+" "+q.Ctx.Serialize(rdf.NQuads)] = true
	}
}

func triples(t *testing.T, data []byte) map[string]bool {
	t.Helper()
	found := map[string]bool{}
	in := rdf.NewTripleDecoder(bytes.NewReader(data), rdf.Turtle)
	for {
		s, err := in.Decode()
		if err == io.EOF {
			return found
		}
		if err != nil {
			t.Fatal(err)
		}
		found[statement(s)] = true
	}
}

// statement writes a triple; language tags are the same in capitals and small letters.
func statement(s rdf.Triple) string {
	object := fmt.Sprintf("%q", s.Obj.String())
	if l, ok := s.Obj.(rdf.Literal); ok {
		object += "^^" + l.DataType.String() + "@" + strings.ToLower(l.Lang())
	}
	return fmt.Sprint(s.Subj, " ", s.Pred, " ", object)
}

// toQuads turns JSON-LD into N-Quads.
func toQuads(t *testing.T, data []byte) []byte {
	t.Helper()
	var document any
	in := json.NewDecoder(bytes.NewReader(data))
	if err := in.Decode(&document); err != nil {
		t.Fatal(err)
	}
	options := ld.NewJsonLdOptions("")
	options.Format = "application/n-quads"
	options.ProcessingMode = ld.JsonLd_1_1
	out, err := ld.NewJsonLdProcessor().ToRDF(document, options)
	if err != nil {
		t.Fatal(err)
	}
	return []byte(out.(string))
}
