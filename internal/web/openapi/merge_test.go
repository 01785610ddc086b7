package openapi

import (
	"strings"
	"testing"
	"testing/fstest"
)

// TestMergeRefuses reads fragments that are wrong.
func TestMergeRefuses(t *testing.T) {
	const paths = "paths:\n  /a:\n    get: {operationId: a}\n"
	tests := []struct{ name, base, area, says string }{
		{"no base", "", paths, "base.yaml is missing"},
		{"an operation twice", paths, "\n" + paths, "area.yaml:4: get is there already, in base.yaml:3"},
		{"a schema twice", "components: {schemas: {A: {}}}", "components:\n  schemas:\n    A: {}\n", "area.yaml:3: A is there already, in base.yaml:1"},
		{"what is for the base", "openapi: 3.1.0", "paths: {}\ninfo: {}\n", "area.yaml:2: info belongs in base.yaml"},
		{"no YAML", "openapi: 3.1.0", "paths:\n  - [", "area.yaml:2: "},
		{"a key twice", "openapi: 3.1.0", "paths:\n  /a: {get: {x: 1, x: 2}}\n", "area.yaml:2: "},
		{"two documents", "openapi: 3.1.0", "a: 1\n---\nb: 2\n", "area.yaml:1: one YAML document"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			files := fstest.MapFS{"area.yaml": {Data: []byte(tt.area)}}
			if tt.base != "" {
				files["base.yaml"] = &fstest.MapFile{Data: []byte(tt.base)}
			}
			if _, err := merge(files); err == nil || !strings.Contains(err.Error(), tt.says) {
				t.Errorf("error %v does not say %q", err, tt.says)
			}
		})
	}
}

// TestMergeJoins puts methods of one path together that two fragments have.
func TestMergeJoins(t *testing.T) {
	root, err := merge(fstest.MapFS{
		"base.yaml": {Data: []byte("openapi: 3.1.0\n")},
		"b.yaml":    {Data: []byte("paths: {/a: {post: {summary: second}}}\n")},
		"a.yaml":    {Data: []byte("paths: {/a: {get: {summary: first}}}\n")},
	})
	if err != nil {
		t.Fatal(err)
	}
	got, err := marshal(root)
	if want := `{"openapi":"3.1.0","paths":{"/a":{"get":{"summary":"first"},"post":{"summary":"second"}}}}`; err != nil || string(got) != want {
		t.Errorf("%s, %v; want %s", got, err, want)
	}
}

// TestNamesOfQueries makes names for schemas of names of files.
func TestNamesOfQueries(t *testing.T) {
	taken := obj("AgreementsCitedRow", obj(), "AgreementsCited2Row", obj())
	for name, want := range map[string]string{
		"roles": "Roles", "who-cited": "WhoCited", "agreements-cited": "AgreementsCited3", "my own_2": "MyOwn2", "été": "T", "日本": "Query",
	} {
		if got := free(taken, camel(name)); got != want {
			t.Errorf("%s: %s, want %s", name, got, want)
		}
	}
}
