// Package answer reads what the pages and the API show of one thing: a record
// with its paragraphs, an entity with its facts, the neighbourhood of an entity,
// and how much the store holds.
//
// Everything comes from the graph by the Gizmo programs in *.js. Answers are
// plain structs whose JSON is the JSON of the API: a field that the graph does
// not state is null, a list without elements is [].
package answer

import (
	"context"
	"embed"
	"fmt"
	"slices"

	"github.com/cayleygraph/quad"

	"rapporteur/internal/names"
	"rapporteur/queries/gizmo"
	"rapporteur/schema"
)

//go:embed *.js
var programs embed.FS

// A Store answers Gizmo programs.
type Store interface {
	Run(ctx context.Context, p *gizmo.Program, lim gizmo.Limits) (*gizmo.Result, error)
}

// A Reader reads answers from a store. Names are those of the store as it
// stands, so a Reader is made for each question.
type Reader struct {
	Store  Store
	Names  *names.Index
	Schema *schema.Schema
	Limits gizmo.Limits // of each program that is run; most questions run a few
}

// run answers the program in a file. The parameters are bound to its free names.
func (r Reader) run(ctx context.Context, file string, params map[string]any) (*gizmo.Result, error) {
	src, err := programs.ReadFile(file)
	if err != nil {
		return nil, err
	}
	p, err := gizmo.Compile(string(src), params)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	return r.Store.Run(ctx, p, r.Limits)
}

// iri returns the id in a column of a row, "" where there is none.
func iri(row gizmo.Row, column string) string {
	id, _ := row[column].(quad.IRI)
	return string(id)
}

// iris returns ids as a parameter of a program.
func iris[T ~string](ids ...T) []quad.Value {
	values := make([]quad.Value, len(ids))
	for i, id := range ids {
		values[i] = quad.IRI(id)
	}
	return values
}

// addNew appends v to list unless it is there.
func addNew[T comparable](list []T, v T) []T {
	if slices.Contains(list, v) {
		return list
	}
	return append(list, v)
}
