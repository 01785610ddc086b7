package main

import (
	"bytes"
	"os"
	"testing"

	"rapporteur/schema"
)

// The committed files are what the YAML gives.
func TestGeneratedFilesAreFresh(t *testing.T) {
	s, err := schema.Load()
	if err != nil {
		t.Fatal(err)
	}
	prefixes, err := schema.Prefixes()
	if err != nil {
		t.Fatal(err)
	}
	code, err := vocabulary(s, prefixes)
	if err != nil {
		t.Fatal(err)
	}
	context, err := jsonldContext(s, prefixes)
	if err != nil {
		t.Fatal(err)
	}
	for file, want := range map[string][]byte{"../vocab.gen.go": code, "../context.jsonld": context} {
		got, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got, want) {
			t.Errorf("%s is stale: run go generate ./schema", file)
		}
	}
}
