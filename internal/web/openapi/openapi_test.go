package openapi_test

import (
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
