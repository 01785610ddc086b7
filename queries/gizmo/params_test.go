package gizmo_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/cayleygraph/quad"

	"rapporteur/queries/gizmo"
)

func TestParameters(t *testing.T) {
	qs := memory(t, readQuads(t, "people"))
	tests := []struct {
		name, src string
		params    map[string]any
		want      []string
	}{
		{"value", `g.V(who).Out("<follows>").All()`, map[string]any{"who": quad.IRI("alice")}, []string{"id=<bob>"}},
		{"values", `g.V(who).Out("<follows>").All()`, map[string]any{"who": []quad.Value{quad.IRI("alice"), quad.IRI("bob")}}, []string{"id=<bob>", "id=<fred>"}},
		{"no values", `g.V(who).Out("<follows>").All()`, map[string]any{"who": []quad.Value{}}, nil},
		{"a string is no IRI", `g.V(who).All()`, map[string]any{"who": "<alice>"}, nil},
		{"a string is text", `g.V(what).In("<status>").Has("<follows>", "<fred>").All()`, map[string]any{"what": "cool_person"}, []string{"id=<bob>"}},
		{"a string for iri", `g.V(iri(who)).All()`, map[string]any{"who": "alice"}, []string{"id=<alice>"}},
		{"a string as a tag", `g.V("<alice>").Tag(name).All()`, map[string]any{"name": "a b"}, []string{"a b=<alice> id=<alice>"}},
		{"a string for like", `g.V("<alice>").Out("<follows>").Filter(like(p)).All()`, map[string]any{"p": "b%"}, []string{"id=<bob>"}},
		{"a number for limit", `g.V("<bob>").In("<follows>").Limit(n).Count()`, map[string]any{"n": int64(2)}, []string{`count="2"^^<xsd:integer>`}},
		{"true for regex", `g.V("<alice>").Filter(regex("^a", all)).All()`, map[string]any{"all": true}, []string{"id=<alice>"}},
		{"false for regex", `g.V("<alice>").Filter(regex("^a", all)).All()`, map[string]any{"all": false}, nil},
		{"text of a query", `g.V(str(s)).All()`, map[string]any{"s": `")).All(); g.V().All(); ("`}, nil},
		{"in a list", `g.V([who, "<bob>"]).All()`, map[string]any{"who": quad.IRI("alice")}, []string{"id=<alice>", "id=<bob>"}},
		{"emitted", `g.Emit(who)`, map[string]any{"who": "<alice>"}, []string{`value="<alice>"`}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var got []string
			for _, r := range ask(t, qs, test.src, test.params).Rows {
				got = append(got, rowText(r))
			}
			slices.Sort(got)
			if !slices.Equal(got, test.want) {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

func TestBadParameters(t *testing.T) {
	for _, test := range []struct {
		params map[string]any
		src    string
		want   string
	}{
		{map[string]any{"x": struct{}{}}, "g.V().All()", "parameter x: a query cannot use a struct {}"},
		{map[string]any{"x": nil}, "g.V().All()", "parameter x: a query cannot use a <nil>"},
		{map[string]any{"x": []quad.Value{nil}}, "g.V().All()", "parameter x: a query cannot use"},
		{map[string]any{"g": "a"}, "g.V().All()", "parameter g: the name is Gizmo's own"},
		{map[string]any{"x": "a"}, "var x = 1", "var x: the name has a meaning already"},
		{map[string]any{"x": true}, "g.V(iri(x)).All()", "iri: a string is wanted, not true or false"},
		{map[string]any{"x": ""}, "g.V(iri(x)).All()", "iri: the string is empty"},
		{map[string]any{"x": quad.IRI("a")}, "g.V().Limit(x).All()", "Limit: a whole number is wanted, not an IRI"},
	} {
		_, err := gizmo.Compile(test.src, test.params)
		var refusal *gizmo.Error
		if !errors.As(err, &refusal) || !strings.Contains(refusal.Error(), test.want) {
			t.Errorf("%s with %v: got %v, want %q", test.src, test.params, err, test.want)
		}
	}
}

func TestColumns(t *testing.T) {
	res := ask(t, memory(t, readQuads(t, "people")), `
		var bob = g.V("<bob>").Tag("z")
		var unused = bob.Tag("unused")
		bob.In("<follows>", "how").Save("<status>", "a").LabelTag("where").All()
		bob.Count()`, nil)
	if want := []string{"id", "z", "how", "a", "where", "count"}; !slices.Equal(res.Columns, want) {
		t.Errorf("got %q, want %q", res.Columns, want)
	}
}
