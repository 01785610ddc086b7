package graph_test

import (
	"bytes"
	"flag"
	"math"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/cayleygraph/quad"
	"github.com/cayleygraph/quad/nquads"
	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"rapporteur/graph"
	"rapporteur/schema"
)

var update = flag.Bool("update", false, "rewrite golden files")

const para graph.ID = "para:CMW/C/SR.1#2"

// sample has every form of object, out of order and with a duplicate.
func sample() []graph.Statement {
	return []graph.Statement{
		{Subject: para, Predicate: schema.Text, Object: graph.Text("Ms. Novák said:\t«No» \"yes\"\r\n\\ \u0001\u007f\ufffe \U0001F5F3"), Label: para},
		{Subject: para, Predicate: schema.Position, Object: graph.Integer(2), Label: para},
		{Subject: "mention:CMW/C/SR.1#2.0-3", Predicate: schema.Confidence, Object: graph.Decimal(0.75), Label: para},
		{Subject: "mention:CMW/C/SR.1#2.0-3", Predicate: schema.Confidence, Object: graph.Decimal(1e21), Label: para},
		{Subject: "country:AZE", Predicate: schema.Cites, Object: graph.Ref("agreement:icrmw"), Label: para},
		{Subject: "country:AZE", Predicate: schema.Cites, Object: graph.Ref("agreement:icrmw"), Label: para},
		{Subject: "country:AZE", Predicate: schema.Type, Object: graph.ClassRef(schema.ClassCountry), Label: graph.Lexicon},
		{Subject: "topic:children", Predicate: schema.ExactMatch, Object: graph.Ref("unbis:1000952"), Label: graph.Lexicon},
		{Subject: "topic:children", Predicate: schema.ExactMatch, Object: graph.Ref("https://example.org/é?a=b#c"), Label: graph.Lexicon},
		{Subject: "topic:children", Predicate: schema.PrefLabel, Object: quad.LangString{Value: "enfants", Lang: "fr"}, Label: graph.Lexicon},
		{Subject: "record:CMW/C/SR.1", Predicate: schema.Date, Object: quad.TypedString{Value: "2021-10-04", Type: "xsd:date"}, Label: "record:CMW/C/SR.1"},
		{Subject: "record:CMW/C/SR.1", Predicate: schema.Part, Object: quad.Bool(true), Label: "record:CMW/C/SR.1"},
	}
}

func TestQuadsSortsAndDropsDuplicates(t *testing.T) {
	quads, err := graph.Quads(sample())
	if err != nil {
		t.Fatal(err)
	}
	if want := len(sample()) - 1; len(quads) != want {
		t.Errorf("%d quads; want %d", len(quads), want)
	}
	again, err := graph.Canonical(quads)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(quads, again); diff != "" {
		t.Error(diff)
	}
}

func TestNQuadsGolden(t *testing.T) {
	quads, err := graph.Quads(sample())
	if err != nil {
		t.Fatal(err)
	}
	var got bytes.Buffer
	if err := graph.WriteNQuads(&got, quads); err != nil {
		t.Fatal(err)
	}
	const golden = "testdata/sample.nq"
	if *update {
		if err := os.WriteFile(golden, got.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got.String()); diff != "" {
		t.Error(diff)
	}
	back, err := graph.ReadNQuads(&got)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(quads, back); diff != "" {
		t.Errorf("read back: %s", diff)
	}
}

// Another reader understands what is written, and sees full IRIs.
func TestNQuadsWithIndependentReader(t *testing.T) {
	data, err := os.ReadFile("testdata/sample.nq")
	if err != nil {
		t.Fatal(err)
	}
	ours, err := graph.ReadNQuads(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	theirs, err := quad.ReadAll(nquads.NewReader(bytes.NewReader(data), false))
	if err != nil {
		t.Fatal(err)
	}
	if len(ours) != len(theirs) {
		t.Fatalf("%d quads; the other reader finds %d", len(ours), len(theirs))
	}
	for i := range ours {
		for _, d := range quad.Directions {
			if a, b := plain(t, ours[i].Get(d)), plain(t, theirs[i].Get(d)); a != b {
				t.Errorf("quad %d, %v: %s; the other reader has %s", i, d, a, b)
			}
		}
	}
}

// plain is a term with full IRIs, in one form for both readers.
func plain(t *testing.T, v quad.Value) string {
	full := func(iri quad.IRI) string {
		s, err := schema.Expand(string(iri))
		if err != nil {
			t.Error(err)
		}
		return s
	}
	switch v := v.(type) {
	case quad.IRI:
		return full(v)
	case quad.Float: // the other reader keeps a decimal as text
		return quad.TypedString{Value: quad.String(strings.TrimSuffix(quadDecimal(v), "\n")), Type: quad.IRI(full("xsd:decimal"))}.String()
	case quad.TypedString:
		return quad.TypedString{Value: v.Value, Type: quad.IRI(full(v.Type))}.String()
	}
	return v.String()
}

func quadDecimal(f quad.Float) string {
	line, err := graph.AppendNQuad(nil, quad.Make(quad.IRI("rap:x"), quad.IRI("rap:x"), f, quad.IRI("rap:x")))
	if err != nil {
		return err.Error()
	}
	return strings.Split(string(line), `"`)[1]
}

func TestQuadsRefuses(t *testing.T) {
	good := graph.Statement{Subject: "country:AZE", Predicate: schema.Cites, Object: graph.Ref("agreement:icrmw"), Label: para}
	for name, c := range map[string]struct {
		break_ func(*graph.Statement)
		want   string
	}{
		"empty subject":       {func(s *graph.Statement) { s.Subject = "" }, "subject: empty IRI"},
		"space in an id":      {func(s *graph.Statement) { s.Subject = "country:A E" }, `cannot hold ' '`},
		"no-break space":      {func(s *graph.Statement) { s.Subject = "country:A\u00a0E" }, "cannot hold"},
		"bracket in an id":    {func(s *graph.Statement) { s.Label = "para:a>b" }, "label: IRI \"para:a>b\": cannot hold '>'"},
		"NUL in an id":        {func(s *graph.Statement) { s.Object = graph.Ref("topic:a\x00") }, "object: IRI"},
		"id not UTF-8":        {func(s *graph.Statement) { s.Subject = "topic:\xff" }, "not UTF-8"},
		"bare percent":        {func(s *graph.Statement) { s.Subject = "topic:100%" }, "two hex digits"},
		"unregistered prefix": {func(s *graph.Statement) { s.Subject = "contry:AZE" }, "no registered prefix"},
		"no name":             {func(s *graph.Statement) { s.Subject = graph.RecordID("") }, `"record:": no name`},
		"no symbol":           {func(s *graph.Statement) { s.Label = graph.ParagraphID("", 1) }, `"para:#1": no name`},
		"no prefix":           {func(s *graph.Statement) { s.Subject = "AZE" }, "no registered prefix"},
		"full IRI":            {func(s *graph.Statement) { s.Object = graph.Ref("urn:rapporteur:topic:x") }, `must be written "topic:x"`},
		"no object":           {func(s *graph.Statement) { s.Object = nil }, "object: missing"},
		"no label":            {func(s *graph.Statement) { s.Label = "" }, "label: empty IRI"},
		"text not UTF-8":      {func(s *graph.Statement) { s.Object = graph.Text("a\xff") }, "not UTF-8"},
		"NUL in text":         {func(s *graph.Statement) { s.Object = graph.Text("a\x00") }, "NUL"},
		"NaN":                 {func(s *graph.Statement) { s.Object = graph.Decimal(math.NaN()) }, "no decimal form"},
		"infinite":            {func(s *graph.Statement) { s.Object = graph.Decimal(math.Inf(1)) }, "no decimal form"},
		"blank node":          {func(s *graph.Statement) { s.Object = quad.BNode("x") }, "is no IRI"},
		"time":                {func(s *graph.Statement) { s.Object = quad.Time(time.Time{}) }, "is no IRI"},
		"integer as text":     {func(s *graph.Statement) { s.Object = quad.TypedString{Value: "1", Type: "xsd:integer"} }, "must be a Go value"},
		"language":            {func(s *graph.Statement) { s.Object = quad.LangString{Value: "a", Lang: "e n"} }, "language tag"},
	} {
		t.Run(name, func(t *testing.T) {
			s := good
			c.break_(&s)
			_, err := graph.Quads([]graph.Statement{good, s})
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("error %v; want %q in it", err, c.want)
			}
		})
	}
}

func TestReadNQuadsRefuses(t *testing.T) {
	for line, want := range map[string]string{
		`<rap:a> <rap:b> "c" <rap:d>`:                    "line 2: no full stop",
		`<rap:a> <rap:b> "c" <rap:d> . x`:                "behind the full stop",
		`<rap:a> <rap:b> "c" .`:                          "label: no term",
		`<rap:a> <rap:b> "c`:                             `no closing "`,
		`<rap:a <rap:b> "c" <rap:d> .`:                   "label: no term",
		`<rap:a<> <rap:b> "c" <rap:d> .`:                 "cannot hold '<'",
		`_:x <rap:b> "c" <rap:d> .`:                      "blank nodes",
		`<rap:a> <rap:b> "\q" <rap:d> .`:                 "unknown escape",
		`<rap:a> <rap:b> "\uD800" <rap:d> .`:             "no character",
		`<rap:a> <rap:b> "\u00`:                          "cut short",
		`<rap:a> <rap:b> "\u0000" <rap:d> .`:             "NUL",
		`<rap:a> <rap:b> "x"^^<xsd:integer> <rap:d> .`:   `"x" is no xsd:integer`,
		`<rap:a> <rap:b> "1e3"^^<xsd:decimal> <rap:d> .`: "is no xsd:decimal",
		`<rap:a> <rap:b> "T"^^<xsd:boolean> <rap:d> .`:   "is no xsd:boolean",
		`<rap:a> <rap:b> "1E0"^^<xsd:double> <rap:d> .`:  "must be a Go value",
	} {
		_, err := graph.ReadNQuads(strings.NewReader("# comment\n" + line + "\n"))
		if err == nil || !strings.Contains(err.Error(), want) || !strings.Contains(err.Error(), "line 2: ") {
			t.Errorf("%s: error %v; want %q in it", line, err, want)
		}
	}
}

// What is read is written so that it reads the same, and writing that again
// gives the same bytes.
func FuzzNQuads(f *testing.F) {
	seed, err := os.ReadFile("testdata/sample.nq")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(seed)
	f.Add([]byte("<rap:\\u00e9> <rap:b> \"\\U0001F600\\b\"@en-GB\t<rap:d>. # end\n\n#\n"))
	f.Add([]byte(`<rap:a> <rap:b> "-0.50"^^<http://www.w3.org/2001/XMLSchema#decimal> <urn:x> .`))
	f.Fuzz(func(t *testing.T, data []byte) {
		quads, err := graph.ReadNQuads(bytes.NewReader(data))
		if err != nil {
			return
		}
		sorted, err := graph.Canonical(quads)
		if err != nil {
			t.Fatal(err)
		}
		var first, second bytes.Buffer
		if err := graph.WriteNQuads(&first, quads); err != nil {
			t.Fatal(err)
		}
		back, err := graph.ReadNQuads(bytes.NewReader(first.Bytes()))
		if err != nil {
			t.Fatalf("%v in\n%s", err, first.Bytes())
		}
		if diff := cmp.Diff(sorted, back, cmpopts.EquateEmpty()); diff != "" {
			t.Fatal(diff)
		}
		if err := graph.WriteNQuads(&second, back); err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(first.Bytes(), second.Bytes()) {
			t.Errorf("not canonical:\n%s\n%s", first.Bytes(), second.Bytes())
		}
	})
}

func BenchmarkQuads(b *testing.B) {
	var statements []graph.Statement
	for n := range 5000 {
		statements = append(statements, graph.Statement{
			Subject: graph.MentionID("CMW/C/SR.1", n%60, n, n+7, 1), Predicate: schema.HasBody,
			Object: graph.Ref("country:AZE"), Label: graph.ParagraphID("CMW/C/SR.1", n%60),
		})
	}
	for b.Loop() {
		if _, err := graph.Quads(statements); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.N*len(statements))/b.Elapsed().Seconds(), "quads/s")
}
