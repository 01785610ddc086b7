// Package web serves the graph over HTTP: a JSON API for programs, and the explorer
// for people, which is [rapporteur/internal/web/ui] and asks this API alone.
//
//	GET  /api/v1/queries                    the named questions
//	GET  /api/v1/queries/{name}?param=…     an answer, whole or, with limit, in pages
//	GET  /api/v1/corpus                     what is loaded, in numbers
//	GET  /api/v1/examples                   questions that have answers in it
//	GET  /api/v1/gizmo?query=…              an ad-hoc query; format=json, jsonld or csv, expand=true
//	POST /api/v1/gizmo                      the same, the query in the body
//	GET  /api/v1/gizmo/methods              what such a query may call
//	GET  /api/v1/schema                     the classes and properties of the graph
//	GET  /api/v1/entities?q=&type=          a list
//	GET  /api/v1/entities/{id}              id or name; "#" in an id is written %23
//	GET  /api/v1/entities/{id}/timeline     the meetings at which it turns up: a list, as are
//	     …/co-mentions, …/cites, …/cited-by, and …/mentions?record=&body=&state=&role=
//	GET  /api/v1/records                    as the question "records": a list
//	GET  /api/v1/search?q=…                 full text; see docs/search.md
//	GET  /api/v1/suggest?q=…                while somebody types
//	GET  /api/v1/records/{symbol}           slashes may stand as they are
//	GET  /api/v1/records/{symbol}/paragraphs/{number}   the address to cite
//	GET  /api/v1/graph?center=…&depth=1..3&type=&limit=
//	GET  /api/v1/export?format=…&entity=&state=&body=&from=&to=
//	GET  /api/v1/paths?from=…&to=…&max=1..6&via=&limit=   the shortest ways between two entities
//	GET  /reconcile, POST /reconcile        names to entities, for OpenRefine; see reconcile.go
//	GET  /api/v1/context.jsonld             what the prefixes of ids stand for
//	GET  /api/v2/query, read, formats       as Cayley's HTTP API has them, for its clients
//	POST /mcp                               tools for programs with language models
//	GET  /llms.txt                          what to tell them
//	GET  /openapi.json, /openapi.yaml       all of this for programs (OpenAPI 3.1)
//	GET  /api/v1/session                    whether writing is on and the token given is right
//	POST /api/v1/records                    files to read, as a job; this and what follows need the admin token
//	DELETE /api/v1/records/{symbol}
//	GET  /api/v1/jobs, /api/v1/jobs/{id}, /api/v1/jobs/{id}/events; DELETE calls one off
//	GET  /api/v1/corrections; POST makes one, DELETE /api/v1/corrections/{id} takes it back
//	GET  /api/v1/review                     what is likely wrong, as corrections to send
//	GET  /healthz, /readyz                  the process lives; the store answers
//	GET  /metrics                           an operator's figures, for Prometheus
//	GET  /, /queries/{name}, /records/{symbol}, /entities/{id} …   the explorer; see explorer.go
//	GET  /docs                              the API for people, without script
//
// Lists come in pages: limit says how long, and "next" and the Link header lead to
// the one behind, by a cursor. Offset jumps. Sort takes names of columns or
// members, "-" before one for descending; fields chooses those to show, of
// single things as well.
//
// The form follows the Accept header, or the parameter format: JSON everywhere,
// CSV of lists, tables and paragraphs, plain text of tables; JSON-LD, N-Quads and
// Turtle of an entity (what is said of it), a record and a paragraph (what they
// state). JSON-LD refers to the context at /api/v1/context.jsonld.
//
// Answers from the graph carry an ETag that changes with the graph, its names and
// the program; If-None-Match is answered without a query. They are kept in memory
// as they go out, so that the same question of many clients is asked once.
//
// Whatever is wrong is answered with a problem document (RFC 9457); internal
// errors are logged and not shown. A parameter that an address does not have, or
// that is not plain text, is refused everywhere. Every answer carries the X-Request-Id of its
// line in the log.
//
// All that is answered comes from the graph by Gizmo programs, which run under
// the deadline, the limits and the number at a time that [Options] set.
package web
