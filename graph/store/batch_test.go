package store_test

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"testing"

	"rapporteur/graph"
	"rapporteur/graph/store"
)

// A batch leaves what the same writes leave one after the other; until it ends
// nobody else sees any of it.
func testBatch(t *testing.T, s *store.Store) {
	gamma := made{symbol: "A/C.3/76/SR.2", paragraphs: 3, mentions: 4, countries: []string{"XCC", "XAA"}, words: "gamma"}
	newer := alpha
	newer.words, newer.countries = "newer", []string{"XEE"}
	replace(t, s, gamma)
	before, state := export(t, s), s.State()
	err := s.Batch(t.Context(), func(b *store.Batch) error {
		for _, m := range []made{alpha, beta, newer} {
			if _, err := b.Replace(t.Context(), m.id(), m.quads(t)); err != nil {
				return err
			}
		}
		if hash, _, err := b.ContentHash(t.Context(), newer.id()); hash != "hash of newer" || err != nil {
			t.Errorf("in the batch the hash is %q, %v", hash, err)
		}
		if _, err := b.Delete(t.Context(), gamma.id()); err != nil {
			return err
		}
		same(t, "while it writes", export(t, s), before)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if s.State() == state {
		t.Error("the state is what it was")
	}
	want := open(t, store.Memory)
	replace(t, want, newer)
	replace(t, want, beta)
	same(t, "afterwards", export(t, s), export(t, want))
	hashes, err := s.ContentHashes(t.Context())
	if err != nil || len(hashes) != 2 || hashes[newer.id()] != "hash of newer" {
		t.Errorf("hashes %v, %v", hashes, err)
	}
}

// A batch that fails or is called off leaves the store as it was, and able to
// take more.
func testBatchFails(t *testing.T, s *store.Store) {
	replace(t, s, beta)
	before, state := export(t, s), s.State()
	ctx, cancel := context.WithCancel(t.Context())
	reason := errors.New("reason")
	for name, c := range map[string]struct {
		end  func(*store.Batch) error
		want error
	}{
		"refuses":    {func(*store.Batch) error { return reason }, reason},
		"called off": {func(*store.Batch) error { cancel(); return nil }, context.Canceled},
		"unknown":    {func(b *store.Batch) error { _, err := b.Delete(t.Context(), graph.RecordID("X/SR.1")); return err }, store.ErrNotFound},
		"not a record": {func(b *store.Batch) error {
			_, err := b.Replace(t.Context(), graph.RecordID("X/SR.1"), alpha.quads(t))
			return err
		}, nil},
	} {
		err := s.Batch(ctx, func(b *store.Batch) error {
			if _, err := b.Replace(t.Context(), alpha.id(), alpha.quads(t)); err != nil {
				return err
			}
			return c.end(b)
		})
		if err == nil || c.want != nil && !errors.Is(err, c.want) {
			t.Errorf("%s: %v; want %v", name, err, c.want)
		}
		same(t, name, export(t, s), before)
		if s.State() != state {
			t.Errorf("%s: the state changed", name)
		}
	}
	replace(t, s, alpha)
}

// Any writes in one batch leave what they leave one after the other, though each
// sees in the batch what those before it wrote and removed.
func testBatchOfMany(t *testing.T, s *store.Store) {
	random := rand.New(rand.NewPCG(1, 2))
	one := open(t, store.Memory)
	replace(t, s, alpha)
	replace(t, one, alpha)
	var all []made
	for range 40 {
		m := made{symbol: fmt.Sprintf("CMW/C/SR.%d", 1+random.IntN(5)), paragraphs: random.IntN(6), mentions: 1 + random.IntN(3), words: fmt.Sprint(random.IntN(3))}
		for range 1 + random.IntN(3) {
			m.countries = append(m.countries, fmt.Sprintf("X%c%c", 'A'+random.IntN(3), 'A'+random.IntN(3)))
		}
		all = append(all, m)
		if m.paragraphs == 0 {
			if _, err := one.Delete(t.Context(), m.id()); err != nil && !errors.Is(err, store.ErrNotFound) {
				t.Fatal(err)
			}
			continue
		}
		replace(t, one, m)
	}
	err := s.Batch(t.Context(), func(b *store.Batch) error {
		for _, m := range all {
			_, err := b.Delete(t.Context(), m.id())
			if m.paragraphs > 0 {
				_, err = b.Replace(t.Context(), m.id(), m.quads(t))
			}
			if err != nil && !errors.Is(err, store.ErrNotFound) {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	same(t, "in one batch", export(t, s), export(t, one))
	for _, m := range all { // the store can still be written to record by record
		if _, err := s.Delete(t.Context(), m.id()); err != nil && !errors.Is(err, store.ErrNotFound) {
			t.Fatal(err)
		}
	}
	replace(t, s, beta)
}
