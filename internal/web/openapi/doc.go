// Package openapi is the OpenAPI 3.1 document of the HTTP API, and a view of it
// from which a page for people is made.
//
// Each area of the API describes itself in AREA.yaml, a fragment with paths and
// components; base.yaml has what they share. The named queries describe
// themselves: each gets a path, made of the header of its file, with the parameters and the
// answers of the path /api/v1/queries/{name} besides its own. Fragments may not say
// the same thing twice, and need not list the responses that every operation may
// give: base.yaml does, as x-every-operation.
//
// A path whose last parameter may hold slashes (a symbol, an id) is written with
// that parameter alone, as OpenAPI has no form for it; the parameter's description
// says that slashes may stand.
//
// # Versions
//
// The tests hold every answer of internal/web/testdata to the document, and the
// document to testdata/openapi.golden.json and testdata/versions.txt. A change of
// the document needs a higher info.version in base.yaml, which
//
//	go test ./internal/web/openapi -run TestVersion -raise minor
//
// sets, writing both files as well. It is patch for words, minor for what is new and breaks
// no client, and major for what is taken away or asked of clients from now on. A version
// that is known in versions.txt never gets another document.
package openapi
