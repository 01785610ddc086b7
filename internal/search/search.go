// Package search finds paragraphs by their words and entities by their names: a
// full-text index of what a store holds, on bleve, with facets and marked
// fragments.
//
//	x, err := search.Open(store, book, sch, search.Options{Folder: "rapporteur.db/search"})
//	defer x.Close()
//	result, err := x.Search(ctx, search.Query{Text: `"night work" -oil`, State: "Utopia"})
//
// What people write in [Query].Text are words, all of which must be there,
// "phrases", -words that must not, and begin* for words that begin so. Case,
// accents and English endings do not matter, and words as they are written go
// before words of the same stem. There is no other syntax, and no text is wrong
// but one that is too long: everything narrower is a field of Query.
//
// An [Index] keeps itself in step with the store, whose State it watches. After
// a write it reads the records anew that changed; meanwhile searches answer from
// before the write and say so. It lives in a folder that processes share; see
// [Options].
package search

import (
	"context"
	"errors"

	"rapporteur/internal/names"
	"rapporteur/queries/gizmo"
	"rapporteur/schema"
)

// A Store answers Gizmo programs and says when its facts have changed.
type Store interface {
	Run(ctx context.Context, p *gizmo.Program, lim gizmo.Limits) (*gizmo.Result, error)
	State() string
}

// Names are what entities are called, as [names.Book] has them.
type Names interface {
	Latest(ctx context.Context) (*names.Index, error)
}

// Errors of this package, to be told apart with errors.Is.
var (
	// ErrBuilding says that whoever asked did not wait for the index to be made.
	// That goes on, and a later call finds it done.
	ErrBuilding = errors.New("the search index is still being made")
	// ErrLocked says that another process uses the index.
	ErrLocked = errors.New("another process uses the search index")
)

// Options say where an index lives.
type Options struct {
	// Folder keeps the index, and is made where it is not there; "" is a temporary
	// one that Close removes. Several processes share a folder: whoever finds its
	// index old or damaged makes it anew while the others wait. Where the folder
	// cannot be used, a temporary one takes its place.
	Folder string
	// Own says that this process writes to the store, which then is open in no
	// other: it keeps the folder to itself and updates the index after each write.
	Own bool
}

// Search answers a query. It waits for no write: the result says which state of
// the store it is from. Errors are a [*QueryError], [ErrBuilding], that of ctx, or
// a fault of the store or the disk.
func (x *Index) Search(ctx context.Context, q Query) (*Result, error) {
	var result *Result
	err := x.with(ctx, func(v *volume, n *names.Index) error {
		for {
			state := v.stateIs()
			plan, err := x.plan(q, n, state)
			if err != nil {
				return err
			}
			if result, err = plan.run(ctx, v.index); err != nil {
				return err
			}
			if v.stateIs() == state { // no update ended in between
				return nil
			}
		}
	})
	return result, err
}

// with calls look with the volume at hand, which stays open for that long.
func (x *Index) with(ctx context.Context, look func(*volume, *names.Index) error) error {
	n, err := x.names.Latest(ctx)
	if err != nil {
		return err
	}
	v, err := x.borrow(ctx)
	if err != nil {
		return err
	}
	defer v.use.RUnlock()
	return look(v, n)
}

// A reader reads what is to be indexed.
type reader struct {
	store  Store
	schema *schema.Schema
}
