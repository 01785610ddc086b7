package store_test

import (
	"errors"
	"slices"
	"testing"

	"github.com/cayleygraph/quad"

	"rapporteur/graph"
)

// A view has every subject once, in order, and stays as it was when it began, while
// others write. What was deleted has no quads in the next.
func TestView(t *testing.T) {
	s := open(t, "mem:")
	replace(t, s, small)
	replace(t, s, smaller)
	var subjects []string
	look := func(v graph.View) error {
		subjects = nil
		return v.Subjects(func(subject quad.IRI) error {
			quads := 0
			err := v.Match(quad.Quad{Subject: subject}, func(quad.Quad) error { quads++; return nil })
			if quads > 0 {
				subjects = append(subjects, string(subject))
			}
			return err
		})
	}
	err := s.View(t.Context(), func(v graph.View) error {
		if err := look(v); err != nil {
			return err
		}
		before := subjects
		if _, err := s.Delete(t.Context(), smaller.id()); err != nil {
			return err
		}
		if err := look(v); err != nil {
			return err
		}
		if !slices.Equal(before, subjects) {
			t.Errorf("the view has %q, and before the other write had %q", subjects, before)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	sorted := slices.Compact(slices.Sorted(slices.Values(subjects)))
	if !slices.Contains(subjects, string(smaller.id())) || len(sorted) != len(subjects) {
		t.Errorf("subjects %q", subjects)
	}
	if err := s.View(t.Context(), look); err != nil {
		t.Fatal(err)
	}
	if slices.Contains(subjects, string(smaller.id())) || !slices.Contains(subjects, string(small.id())) {
		t.Errorf("after the deletion: %q", subjects)
	}
	stop := errors.New("enough")
	if err := s.View(t.Context(), func(v graph.View) error { return v.Subjects(func(quad.IRI) error { return stop }) }); !errors.Is(err, stop) {
		t.Errorf("%v, want %v", err, stop)
	}
}
