package names

import (
	"context"
	"sync"

	"rapporteur/schema"
)

// A Store answers Gizmo programs and says when its facts have changed.
type Store interface {
	Runner
	// State changes with every committed write.
	State() string
}

// A Book keeps an index in step with a store. It is safe for concurrent use.
type Book struct {
	store  Store
	schema *schema.Schema

	mu    sync.Mutex
	state string
	index *Index
}

// NewBook returns a Book of the names in store; nothing is read yet.
func NewBook(store Store, sch *schema.Schema) *Book {
	return &Book{store: store, schema: sch}
}

// Index returns the names in the store as it stands, and reads them again only
// where it has changed since the last call.
func (b *Book) Index(ctx context.Context) (*Index, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	state := b.store.State() // before reading: a write in between makes the index old, not new
	if b.index != nil && b.state == state {
		return b.index, nil
	}
	index, err := Build(ctx, b.store, b.schema)
	if err != nil {
		return nil, err
	}
	b.index, b.state = index, state
	return index, nil
}
