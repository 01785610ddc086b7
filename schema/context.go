package schema

import _ "embed"

//go:embed context.jsonld
var contextJSON string

// Context returns the JSON-LD context of the graph: a document that maps the
// property names of our JSON-LD to IRIs.
func Context() string { return contextJSON }
