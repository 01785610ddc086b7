package schema_test

import (
	"encoding/json"
	"strings"
	"testing"

	"rapporteur/schema"
)

func mustLoad(t *testing.T) *schema.Schema {
	t.Helper()
	s, err := schema.Load()
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestClassOf(t *testing.T) {
	s := mustLoad(t)
	for id, want := range map[string]schema.Class{
		"country:AZE":                       schema.ClassCountry,
		"institution:AZE/migration-service": schema.ClassInstitution,
		"body:CMW":                          schema.ClassBody,
		"symbol:A/RES/48/134":               schema.ClassDocument,
		"document:CMW/general-comment-3":    schema.ClassDocument,
		"law:AZE/migration-code":            schema.ClassLaw,
		"law:AZE/migration-code#art.75":     schema.ClassProvision,
		"agreement:icrmw#art.16":            schema.ClassProvision,
		"para:CMW/C/SR.464#13":              schema.ClassParagraph,
		"mention:CMW/C/SR.464#13.812-819":   schema.ClassMention,
		"topic:children":                    schema.ClassTopic,
		"graph:lexicon":                     "",
		"rap:cites":                         "",
		"":                                  "",
	} {
		if got, ok := s.ClassOf(id); got != want || ok != (want != "") {
			t.Errorf("ClassOf(%q) = %q, %v; want %q", id, got, ok, want)
		}
	}
}

func TestCheck(t *testing.T) {
	s := mustLoad(t)
	for _, c := range []struct {
		subject  schema.Class
		property schema.Property
		object   schema.Class
		want     string // part of the error, "" for none
	}{
		{schema.ClassCountry, schema.Cites, schema.ClassAgreement, ""},
		{schema.ClassBody, schema.Cites, schema.ClassLaw, ""},
		{schema.ClassPerson, schema.Label, schema.DatatypeString, ""},
		{schema.ClassBody, schema.OfCountry, schema.ClassCountry, ""}, // a body is an institution
		{schema.ClassMention, schema.Start, schema.DatatypeInteger, ""},
		{schema.ClassAgreement, schema.Cites, schema.ClassAgreement, "cannot be said of a Agreement"},
		{schema.ClassCountry, schema.Cites, schema.ClassTopic, "not Topic"},
		{schema.ClassMention, schema.Start, schema.DatatypeString, "takes integer, not string"},
		{schema.ClassCountry, "rap:sites", schema.ClassAgreement, `no property "rap:sites"`},
	} {
		err := s.Check(c.subject, c.property, c.object)
		if (err == nil) != (c.want == "") || err != nil && !strings.Contains(err.Error(), c.want) {
			t.Errorf("Check(%s, %s, %s) = %v; want %q", c.subject, c.property, c.object, err, c.want)
		}
	}
}

func TestParseProperty(t *testing.T) {
	s := mustLoad(t)
	for in, want := range map[string]schema.Property{
		"rap:cites":                       schema.Cites,
		"urn:rapporteur:ns:cites":         schema.Cites,
		"http://www.w3.org/ns/oa#hasBody": schema.HasBody,
		"https://schema.org/mentions":     schema.Mentions,
		"rap:Cites":                       "",
		"http://schema.org/mentions":      "", // http, not https
		"":                                "",
	} {
		got, err := s.ParseProperty(in)
		if got != want || (err == nil) != (want != "") {
			t.Errorf("ParseProperty(%q) = %q, %v; want %q", in, got, err, want)
		}
	}
}

// Every property and class can be written in full and found again.
func TestExpandShorten(t *testing.T) {
	s := mustLoad(t)
	iris := []string{"record:A/C.3/76/SR.12", "https://example.org/a#b", "urn:uuid:0"}
	for _, c := range s.Classes() {
		iris = append(iris, c.IRI)
		if def, ok := s.ClassByIRI(c.IRI); !ok || def.ID != c.ID || c.ID.IRI() != c.IRI {
			t.Errorf("class %s is not found by its IRI %s", c.ID, c.IRI)
		}
	}
	for _, p := range s.Properties() {
		iris = append(iris, string(p.IRI))
	}
	for _, iri := range iris {
		full, err := s.Expand(iri)
		if err != nil {
			t.Error(err)
		}
		if got := s.Shorten(full); got != iri {
			t.Errorf("Shorten(Expand(%q)) = %q", iri, got)
		}
	}
	for _, iri := range []string{"", "cites", "nowhere:x", "http:x"} {
		if full, err := s.Expand(iri); err == nil {
			t.Errorf("Expand(%q) = %q; want an error", iri, full)
		}
	}
}

func TestContextIsJSON(t *testing.T) {
	var doc struct {
		Context map[string]any `json:"@context"`
	}
	if err := json.Unmarshal([]byte(schema.Context()), &doc); err != nil {
		t.Fatal(err)
	}
	for _, term := range []string{"rap", "cites", "Country"} {
		if doc.Context[term] == nil {
			t.Errorf("the context lacks %q", term)
		}
	}
}
