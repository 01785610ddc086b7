// Command gen writes what follows from the schema's YAML files: the typed
// constants in vocab.gen.go and the JSON-LD context in context.jsonld.
// Run it by "go generate ./schema".
package main

import (
	"fmt"
	"os"

	"rapporteur/schema"
)

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// run writes both files into the working folder, which is schema.
func run() error {
	s, err := schema.Load()
	if err != nil {
		return err
	}
	prefixes, err := schema.Prefixes()
	if err != nil {
		return err
	}
	code, err := vocabulary(s, prefixes)
	if err != nil {
		return err
	}
	if err := os.WriteFile("vocab.gen.go", code, 0o644); err != nil {
		return err
	}
	context, err := jsonldContext(s, prefixes)
	if err != nil {
		return err
	}
	return os.WriteFile("context.jsonld", context, 0o644)
}
