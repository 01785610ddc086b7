// Package reconcile matches names in somebody's data with the entities of the
// graph, as the Reconciliation Service API 0.2 of the W3C Entity Reconciliation
// Community Group has it; OpenRefine speaks it.
//
// Structs with JSON tags are the protocol's own. A request is read by
// [ParseBatch], [ParseQuery] or [ParseExtension], which refuse what is malformed,
// and answered by a [Service]:
//
//	Reconcile   which entities a name may mean, and how sure that is
//	Extend      values of properties of entities
//	Suggest…    entities, types and properties while somebody types
//	Propose     properties that entities of a type have
//	Card        a few facts about an entity, to tell it from others
//
// # Names of things
//
// Entities have their ids ("country:AZE"), types the ids of classes of the schema
// ("Institution"; a "Body" is one too), properties their short IRIs
// ("rap:country"). A property with "^" before it is read backwards: an agreement
// has "rap:party" countries, a country is "^rap:party" to agreements. Roles and
// relations are facts and not things, so they are no candidates.
//
// # Scores
//
// The score of a candidate is from 0 to 100:
//
//	100 × name_similarity × (0.7 + 0.3 × property_fit) × (1, or 0.6 of another type)
//
// name_similarity is 1 for a name, alias, acronym, code or id, and at most 0.95
// for what is only like one ([names.Match]). property_fit is the mean over the
// properties asked for: 1 where a value fits, 0.5 where the graph states none, 0
// where it states others; without properties it is 1. Without a name to go by the
// score is 50 × property_fit. The parts stand in the features of the candidate.
//
// A candidate matches where it is the only entity of the types wanted that has
// the name and fits all properties. What is misspelt, has a namesake, is of
// another type or is asked for by properties alone never matches.
package reconcile

import (
	"context"
	"errors"

	"rapporteur/internal/names"
	"rapporteur/queries/gizmo"
	"rapporteur/schema"
)

// Limits of requests.
const (
	MaxQueries    = 50   // in a batch
	MaxText       = 1000 // characters of a name; what is longer names nothing
	MaxCandidates = 50   // for a query
	MaxConstraint = 10   // properties of a query, and values of each
	MaxIDs        = 500  // of an extension
	MaxColumns    = 20   // properties of an extension

	defaultCandidates = 10
	considered        = 60  // similar names whose properties are looked at
	mostNamesakes     = 500 // entities of one name whose properties are looked at
)

// Errors of requests, beside [RequestError].
var (
	ErrBatch    = errors.New("too much is asked for at once")
	ErrNoEntity = errors.New("there is no such entity")
)

// A Store answers Gizmo programs.
type Store interface {
	Run(ctx context.Context, p *gizmo.Program, lim gizmo.Limits) (*gizmo.Result, error)
}

// A Service answers requests from a store. Names are those of the store as it
// stands, so a Service is made for each request.
type Service struct {
	Store  Store
	Names  *names.Index
	Schema *schema.Schema
	Limits gizmo.Limits // of each program that is run; a request runs a few
}
