package openapi_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"

	"rapporteur/internal/web/openapi"
	"rapporteur/queries"
	"rapporteur/schema"
)

// load puts the document of the built-in queries together.
func load(t testing.TB) *openapi.Document {
	t.Helper()
	sch, err := schema.Load()
	if err != nil {
		t.Fatal(err)
	}
	set, err := queries.Load(sch, queries.Builtin())
	if err != nil {
		t.Fatal(err)
	}
	d, err := openapi.Load(set)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// TestDocumentIsOpenAPI has another program read the document, with its examples
// and defaults.
func TestDocumentIsOpenAPI(t *testing.T) {
	d := load(t)
	for form, data := range map[string][]byte{"JSON": d.JSON, "YAML": d.YAML} {
		doc, err := openapi3.NewLoader().LoadFromData(data)
		if err != nil {
			t.Fatalf("%s: %v", form, err)
		}
		if err := doc.Validate(t.Context(), openapi3.EnableExamplesValidation(), openapi3.EnableSchemaDefaultsValidation()); err != nil {
			t.Errorf("%s: %v", form, err)
		}
	}
}

// TestSchemasAreExact checks that every object with members says which it must have, and
// whether it may have others.
func TestSchemasAreExact(t *testing.T) {
	var document map[string]any
	if err := json.Unmarshal(load(t).JSON, &document); err != nil {
		t.Fatal(err)
	}
	// What follows another standard may have more than we know of.
	open := []string{"/paths/openapi.json", "/paths/api/v1/context.jsonld", "/paths/mcp"}
	seen := 0
	var walk func(at string, v any)
	walk = func(at string, v any) {
		switch v := v.(type) {
		case map[string]any:
			if _, ok := v["properties"].(map[string]any); ok && v["type"] == "object" {
				seen++
				if (v["required"] == nil || v["additionalProperties"] == nil) && !slices.ContainsFunc(open, func(p string) bool { return strings.HasPrefix(at, p) }) {
					t.Errorf("%s: required and additionalProperties are both needed", at)
				}
			}
			for key, value := range v {
				if key != "example" && key != "examples" {
					walk(at+"/"+strings.TrimPrefix(key, "/"), value)
				}
			}
		case []any:
			for i, value := range v {
				walk(fmt.Sprintf("%s/%d", at, i), value)
			}
		}
	}
	walk("", document)
	if seen == 0 {
		t.Error("no object was found")
	}
}

// TestOperationsAreNamed checks what the page of the API shows of each operation.
func TestOperationsAreNamed(t *testing.T) {
	seen := map[string]string{}
	for _, g := range load(t).Reference().Groups {
		if g.Description == "" {
			t.Errorf("the tag %s is not described in base.yaml", g.Tag)
		}
		for _, op := range slices.Concat(g.Operations, g.Queries) {
			if op.ID == "" || op.Summary == "" || strings.HasSuffix(op.Summary, ".") || seen[op.ID] != "" {
				t.Errorf("%s %s: operationId %q is not its own, or the summary %q is no short line", op.Method, op.Path, op.ID, op.Summary)
			}
			seen[op.ID] = op.Path
			for _, p := range op.Parameters {
				if p.Description == "" {
					t.Errorf("%s %s: the parameter %s is not described", op.Method, op.Path, p.Name)
				}
			}
		}
	}
	if len(seen) == 0 {
		t.Error("no operation was found")
	}
}
