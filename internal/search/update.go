package search

import (
	"context"
	"fmt"

	"github.com/blevesearch/bleve/v2"
)

// batchSize is how many documents are written at once. An update of fewer is seen
// whole or not at all.
const batchSize = 2000

// An update brings a volume to the state of a store.
type update struct {
	writer writer
	volume *volume
	known  map[string]mark // of the volume
	seen   map[string]bool // units that the store has
	batch  *bleve.Batch
	marks  map[string]mark // of the units in batch; no Mark where it is removed
}

// bring makes the volume hold what the store holds, and reads only the records
// that have changed. The volume has the new state at the end; where it fails
// before, calling it again goes on.
func bring(ctx context.Context, r reader, a *analyst, v *volume, state string) error {
	if v.stateIs() == state {
		return nil
	}
	known, err := v.marks()
	if err != nil {
		return err
	}
	above, err := r.broader(ctx)
	if err != nil {
		return err
	}
	u := &update{writer{r, a, above}, v, known, map[string]bool{}, v.index.NewBatch(), map[string]mark{}}
	if err := u.records(ctx); err != nil {
		return err
	}
	for _, class := range r.classes() {
		if err := u.writer.entities(ctx, class, u.put); err != nil {
			return err
		}
	}
	for id := range known {
		if !u.seen[id] {
			u.remove(id)
		}
	}
	u.batch.SetInternal(stateKey, []byte(state))
	if err := u.finish(ctx); err != nil {
		return err
	}
	v.state.Store(state)
	return nil
}

// finish writes the last batch and waits until all are on disk.
func (u *update) finish(ctx context.Context) error {
	written := make(chan error, 1)
	u.batch.SetPersistedCallback(func(err error) { written <- err })
	if err := u.flush(); err != nil {
		return err
	}
	select {
	case err := <-written:
		if err != nil {
			return fmt.Errorf("writing the search index: %w", err)
		}
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

func (u *update) records(ctx context.Context) error {
	hashes, err := u.writer.reader.records(ctx)
	if err != nil {
		return err
	}
	for record, hash := range hashes {
		id := recordUnit(record)
		if hash != "" && u.known[id].Mark == hash {
			u.seen[id] = true
			continue
		}
		unit, err := u.writer.record(ctx, record, hash)
		if err != nil {
			return err
		}
		if err := u.put(unit); err != nil {
			return err
		}
	}
	return nil
}

// put writes a unit that is new or has changed.
func (u *update) put(unit unit) error {
	u.seen[unit.id] = true
	if u.known[unit.id].Mark == unit.mark {
		return nil
	}
	u.remove(unit.id)
	m := mark{Mark: unit.mark}
	docs := unit.docs()
	for _, d := range docs {
		m.Docs = append(m.Docs, d.id)
	}
	for _, d := range docs {
		if d.id == unit.id {
			d.fields[fieldMark] = asJSON(m)
		}
		if err := u.batch.Index(d.id, d.fields); err != nil {
			return fmt.Errorf("indexing %s: %w", d.id, err)
		}
	}
	u.marks[unit.id] = m
	if u.batch.Size() >= batchSize {
		return u.flush()
	}
	return nil
}

// remove takes out the documents of a unit.
func (u *update) remove(id string) {
	for _, doc := range u.known[id].Docs {
		u.batch.Delete(doc)
	}
	u.marks[id] = mark{}
}

func (u *update) flush() error {
	if err := u.volume.index.Batch(u.batch); err != nil {
		return fmt.Errorf("writing the search index: %w", err)
	}
	for id, m := range u.marks {
		if u.known[id] = m; m.Mark == "" {
			delete(u.known, id)
		}
	}
	u.batch.Reset()
	clear(u.marks)
	return nil
}
