package results_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/cayleygraph/quad"
	"github.com/google/go-cmp/cmp"
	"github.com/piprate/json-gold/ld"

	"rapporteur/queries/gizmo"
	"rapporteur/queries/gizmo/results"
	"rapporteur/schema"
)

// result has a row with an odd column and one that leaves a column empty.
var result = &gizmo.Result{
	Columns: []string{"id", "a b", "country"},
	Rows: []gizmo.Row{
		{"id": quad.IRI("country:UTO"), "a b": quad.Float(0.5), "country": quad.LangString{Value: "Utopie", Lang: "fr"}},
		{"id": quad.Int(7), "country": quad.Bool(true)},
	},
}

// TestJSONLDIsRDF reads JSON-LD with another library: the same rows come out whether
// prefixes are expanded there or here.
func TestJSONLDIsRDF(t *testing.T) {
	var whole struct {
		Context json.RawMessage `json:"@context"`
	}
	if err := json.Unmarshal([]byte(schema.Context()), &whole); err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, full := range []bool{false, true} {
		var b bytes.Buffer
		if err := results.WriteJSONLD(&b, result, results.Options{Full: full, Context: whole.Context}); err != nil {
			t.Fatal(err)
		}
		var document any
		if err := json.Unmarshal(b.Bytes(), &document); err != nil {
			t.Fatalf("%v: %s", err, b.Bytes())
		}
		options := ld.NewJsonLdOptions("")
		options.Format = "application/n-quads"
		rdf, err := ld.NewJsonLdProcessor().ToRDF(document, options)
		if err != nil {
			t.Fatal(err)
		}
		lines := strings.SplitAfter(rdf.(string), "\n")
		slices.Sort(lines)
		got = append(got, strings.Join(lines, ""))
	}
	if d := cmp.Diff(got[0], got[1]); d != "" {
		t.Errorf("(-short +full):\n%s", d)
	}
	for _, want := range []string{
		`<urn:rapporteur:column:id> <urn:rapporteur:country:UTO> .`,
		`<urn:rapporteur:column:a%20b> "0.5"^^<http://www.w3.org/2001/XMLSchema#decimal> .`,
		`<urn:rapporteur:column:country> "Utopie"@fr .`,
		`<urn:rapporteur:column:country> "true"^^<http://www.w3.org/2001/XMLSchema#boolean> .`,
		`<urn:rapporteur:column:id> "7"^^<http://www.w3.org/2001/XMLSchema#integer> .`,
		`<urn:rapporteur:ns:rows>`,
	} {
		if !strings.Contains(got[0], want) {
			t.Errorf("no %s in\n%s", want, got[0])
		}
	}
}

// FuzzForms writes any text in every form: JSON is JSON and gives the text back, and a
// spreadsheet takes no cell for a formula.
func FuzzForms(f *testing.F) {
	for _, text := range []string{"a", "=1", "\"\\\n", "\u2028<é>", "", "\xff", "+", "@x"} {
		f.Add(text, text)
	}
	f.Fuzz(func(t *testing.T, column, text string) {
		text = strings.ToValidUTF8(text, "?")
		column = strings.ToValidUTF8(column, "?")
		r := &gizmo.Result{Columns: []string{column}, Rows: []gizmo.Row{{column: quad.String(text)}}}
		var b bytes.Buffer
		if err := results.WriteJSON(&b, r, results.Options{}); err != nil {
			t.Fatal(err)
		}
		var got struct {
			Columns []string
			Rows    []map[string]struct{ Type, Value string }
		}
		if err := json.Unmarshal(b.Bytes(), &got); err != nil || got.Rows[0][got.Columns[0]].Value != text || got.Columns[0] != column {
			t.Errorf("%q, %q: %v, %s", column, text, err, b.Bytes())
		}
		for _, write := range []func() error{
			func() error { return results.WriteJSONLD(&b, r, results.Options{}) },
			func() error { return results.WriteLines(&b, r, results.Options{}) },
		} {
			b.Reset()
			if err := write(); err != nil || !json.Valid(b.Bytes()) {
				t.Errorf("%q, %q: %v, %s", column, text, err, b.Bytes())
			}
		}
		b.Reset()
		if err := results.WriteCSV(&b, r, results.Options{}); err != nil {
			t.Fatal(err)
		}
		lines, err := csv.NewReader(&b).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		for _, line := range lines {
			if len(line[0]) > 0 && strings.Contains("=+-@\t\r", line[0][:1]) {
				t.Errorf("%q is a formula", line[0])
			}
		}
	})
}

// TestNumbersThatJSONHasNot writes what no number of JSON can be.
func TestNumbersThatJSONHasNot(t *testing.T) {
	for _, f := range []float64{math.Inf(1), math.Inf(-1), math.NaN()} {
		r := &gizmo.Result{Columns: []string{"id"}, Rows: []gizmo.Row{{"id": quad.Float(f)}}}
		var b bytes.Buffer
		if err := results.WriteJSON(&b, r, results.Options{}); err != nil || !json.Valid(b.Bytes()) {
			t.Errorf("%v: %v, %s", f, err, b.Bytes())
		}
	}
}
