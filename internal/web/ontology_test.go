package web_test

import (
	"encoding/json"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rapporteur/queries/gizmo"
)

// named returns the members of an element of a list in an answer, by the value of one.
func named(t *testing.T, target, list, member, value string) map[string]any {
	t.Helper()
	var answer map[string][]map[string]any
	if err := json.Unmarshal(get(fixed(t), target).Body.Bytes(), &answer); err != nil {
		t.Fatal(err)
	}
	i := slices.IndexFunc(answer[list], func(m map[string]any) bool { return m[member] == value })
	if i < 0 {
		t.Fatalf("%s: nothing in %s has the %s %s", target, list, member, value)
	}
	return answer[list][i]
}

func TestSchemaForPrograms(t *testing.T) {
	for _, tt := range []struct {
		target, list, member, value string
		want                        map[string]any // but for description and label
	}{
		{"/api/v1/schema", "classes", "id", "Body", map[string]any{
			"id": "Body", "iri": "rap:Body", "plural": "Bodies", "extends": "Institution", "prefixes": []any{"body"}, "mention": true,
		}},
		{"/api/v1/schema", "classes", "id", "Meeting", map[string]any{
			"id": "Meeting", "iri": "rap:Meeting", "plural": "Meetings", "extends": nil, "prefixes": []any{"meeting"}, "mention": false,
		}},
		{"/api/v1/schema", "properties", "iri", "rap:reviews", map[string]any{
			"id": "Reviews", "iri": "rap:reviews", "reverse": "reviewed in", "domain": []any{"SummaryRecord"}, "range": []any{"Country"}, "many": true,
		}},
		{"/api/v1/schema", "properties", "iri", "rap:session", map[string]any{
			"id": "Session", "iri": "rap:session", "reverse": nil, "domain": []any{"Meeting"}, "range": []any{"integer"}, "many": false,
		}},
		{"/api/v1/gizmo/methods", "methods", "name", "Unique", map[string]any{
			"name": "Unique", "on": "path", "forms": []any{"Unique()"}, "does": "Keeps the first row of each node and drops the others with their tags.",
		}},
		{"/api/v1/gizmo/methods", "methods", "name", "regex", map[string]any{
			"name": "regex", "on": nil, "forms": []any{`regex("pattern")`, `regex("pattern", true)`},
			"does": "Passes text in which a pattern of RE2 is found, and IRIs as well if the second argument is true.",
		}},
	} {
		got := named(t, tt.target, tt.list, tt.member, tt.value)
		delete(got, "label")
		delete(got, "description")
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s %s (-want +got):\n%s", tt.target, tt.value, diff)
		}
	}
}

// All that the schema and the runner know is told.
func TestSchemaIsWhole(t *testing.T) {
	sch := must(loadSchema())(t)
	for _, c := range sch.Classes() {
		named(t, "/api/v1/schema", "classes", "id", string(c.ID))
	}
	for _, p := range sch.Properties() {
		named(t, "/api/v1/schema", "properties", "iri", string(p.IRI))
	}
	for _, m := range gizmo.Methods() {
		named(t, "/api/v1/gizmo/methods", "methods", "name", m.Name)
	}
}
