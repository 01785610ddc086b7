package export_test

import (
	"bufio"
	"bytes"
	"encoding/json"
	"regexp"
	"slices"
	"strings"
	"testing"

	"rapporteur/internal/export"
)

// ftmRules are what the schemata of FollowTheMoney say, as far as they are used:
// the schema that each extends, the properties, those needed with a "!", and for a
// property that refers to an entity the schema of that.
var ftmRules = map[string]struct{ extends, properties string }{
	"Thing":         {"", "name! alias country sourceUrl keywords retrievedAt"},
	"LegalEntity":   {"Thing", "classification"},
	"Person":        {"LegalEntity", "title"},
	"Organization":  {"LegalEntity", ""},
	"PublicBody":    {"Organization", ""},
	"Document":      {"Thing", "title fileName date publishedAt"},
	"Event":         {"Thing", "date location organizer=LegalEntity involved=LegalEntity"},
	"Interest":      {"", "role date summary recordId"},
	"Membership":    {"Interest", "member!=LegalEntity organization!=Organization"},
	"Documentation": {"Interest", "document!=Document entity!=Thing"},
	"UnknownLink":   {"Interest", "subject!=Thing object!=Thing"},
}

// abstract schemata have no entities of their own.
var abstract = []string{"Thing", "Interest"}

func isA(schema, wanted string) bool {
	for ; schema != ""; schema = ftmRules[schema].extends {
		if schema == wanted {
			return true
		}
	}
	return false
}

type ftmEntity struct {
	ID         string
	Schema     string
	Properties map[string][]string
}

func TestFollowTheMoney(t *testing.T) {
	id := regexp.MustCompile(`^[0-9a-zA-Z]([0-9a-zA-Z.-]*[0-9a-zA-Z])?$`)
	date := regexp.MustCompile(`^\d{4}(-\d{2}(-\d{2})?)?$`)
	var all []ftmEntity
	schemas := map[string]string{}
	lines := bufio.NewScanner(bytes.NewReader(write(t, exporter(t, fixtures...), "ftm", export.Selection{})))
	for lines.Scan() {
		in := json.NewDecoder(bytes.NewReader(lines.Bytes()))
		in.DisallowUnknownFields()
		var e ftmEntity
		if err := in.Decode(&e); err != nil {
			t.Fatal(err)
		}
		if schemas[e.ID] != "" || !id.MatchString(e.ID) {
			t.Errorf("id %q is none, or there twice", e.ID)
		}
		schemas[e.ID] = e.Schema
		all = append(all, e)
	}
	seen := map[string]bool{}
	for _, e := range all {
		seen[e.Schema] = true
		if _, known := ftmRules[e.Schema]; !known || slices.Contains(abstract, e.Schema) {
			t.Errorf("%s: schema %q", e.ID, e.Schema)
		}
		ranges := map[string]string{}
		for schema := e.Schema; schema != ""; schema = ftmRules[schema].extends {
			for _, rule := range strings.Fields(ftmRules[schema].properties) {
				rule, refers, _ := strings.Cut(rule, "=")
				name, needed := strings.CutSuffix(rule, "!")
				if ranges[name] = refers; needed && len(e.Properties[name]) == 0 {
					t.Errorf("%s %s lacks %s", e.Schema, e.ID, name)
				}
			}
		}
		for name, values := range e.Properties {
			refers, known := ranges[name]
			if !known {
				t.Errorf("a %s has no property %s", e.Schema, name)
			}
			for _, v := range values {
				switch {
				case refers != "" && !isA(schemas[v], refers):
					t.Errorf("%s of %s %s is a %q", name, e.Schema, e.ID, schemas[v])
				case name == "date" && !date.MatchString(v), v == "":
					t.Errorf("%s of %s: %q", name, e.ID, v)
				}
			}
		}
	}
	for schema := range ftmRules {
		if !seen[schema] && !slices.Contains(abstract, schema) && schema != "LegalEntity" {
			t.Errorf("the fixtures have no %s", schema)
		}
	}
}
