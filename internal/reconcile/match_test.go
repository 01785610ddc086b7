package reconcile_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"rapporteur/graph/store"
	"rapporteur/graph/store/storetest"
	"rapporteur/internal/names"
	"rapporteur/internal/reconcile"
	"rapporteur/queries/gizmo"
	"rapporteur/schema"
)

// service answers from an invented graph.
func service(t testing.TB) reconcile.Service {
	t.Helper()
	return over(t, storetest.Open(t, "../../queries/testdata/lighthouse.nq"))
}

// over answers from a store.
func over(t testing.TB, s *store.Store) reconcile.Service {
	t.Helper()
	sch, err := schema.Load()
	if err != nil {
		t.Fatal(err)
	}
	index, err := names.Build(context.Background(), s, sch)
	if err != nil {
		t.Fatal(err)
	}
	return reconcile.Service{Store: s, Names: index, Schema: sch, Limits: gizmo.Limits{Steps: 2_000_000, Rows: 50_000, Bytes: 64 << 20}}
}

// TestIdentifierSpace holds the promise that ids stand behind it in RDF.
func TestIdentifierSpace(t *testing.T) {
	sch := service(t).Schema
	for _, ty := range reconcile.Types(sch) {
		def, _ := sch.Class(schema.Class(ty.ID))
		for _, prefix := range def.Prefixes {
			id := prefix + ":x"
			if full, err := sch.Expand(id); err != nil || full != reconcile.IdentifierSpace+id {
				t.Errorf("%s is %s, %v, not in %s", id, full, err, reconcile.IdentifierSpace)
			}
		}
	}
}

// TestLongTextNamesNothing keeps one long cell from failing the cells beside it.
func TestLongTextNamesNothing(t *testing.T) {
	long := "Utopia " + strings.Repeat("and so on ", reconcile.MaxText/10)
	found, err := service(t).Reconcile(context.Background(), reconcile.Batch{"long": {Text: long}, "short": {Text: "Utopia"}})
	if err != nil {
		t.Fatal(err)
	}
	if n := len(found["long"].Candidates); n != 0 {
		t.Errorf("%d candidates for a name of %d characters", n, len(long))
	}
	if c := found["short"].Candidates; len(c) == 0 || !c[0].Match {
		t.Errorf("the name beside it: %v", c)
	}
}

// TestLongDetailFitsNothing keeps a detail that can be no value from being taken for
// none at all, which would leave the name alone to decide.
func TestLongDetailFitsNothing(t *testing.T) {
	batch, err := reconcile.ParseBatch(fmt.Sprintf(`{"q":{"query":"Lamp Act","properties":[{"pid":"rap:country","v":%q}]}}`, strings.Repeat("Erewhon ", 200)))
	if err != nil {
		t.Fatal(err)
	}
	found, err := service(t).Reconcile(context.Background(), batch)
	if err != nil {
		t.Fatal(err)
	}
	if c := found["q"].Candidates; len(c) == 0 || c[0].Match {
		t.Errorf("a law of another State: %v", c)
	}
}

// TestTooMuchIsRefused checks that what an answer cannot hold is not cut off.
func TestTooMuchIsRefused(t *testing.T) {
	s := service(t)
	s.Limits.Rows = 1
	_, err := s.Extend(context.Background(), reconcile.Extension{
		IDs: []string{"country:UTO"}, Columns: []reconcile.Column{{Property: "rap:cites", Show: reconcile.ShowValues}},
	})
	if !errors.Is(err, reconcile.ErrBatch) {
		t.Errorf("half of the values: %v", err)
	}
	ids := strings.Repeat(`"x",`, reconcile.MaxIDs) + `"x"`
	if _, err := reconcile.ParseExtension(fmt.Sprintf(`{"ids":[%s],"properties":[]}`, ids)); !errors.Is(err, reconcile.ErrBatch) {
		t.Errorf("too many ids: %v", err)
	}
}

// FuzzMatch checks what holds for every answer: scores in bounds and in order, at
// most one match, and none but for a name.
func FuzzMatch(f *testing.F) {
	s := service(f)
	for _, text := range []string{"Ministry of Justice", "Utopai", "the utopia", "country:UTO", "", "\xff", "LHK", "Quill (Utopia)"} {
		for _, kind := range []string{"", "Institution", "Country"} {
			f.Add(text, kind, "Utopia", "rap:country", 3)
		}
	}
	f.Fuzz(func(t *testing.T, text, kind, value, property string, limit int) {
		q := reconcile.Query{Text: text, Limit: limit, Strict: reconcile.Should}
		if kind != "" {
			q.Types = []string{kind}
		}
		if property != "" {
			q.Properties = []reconcile.Constraint{{Property: property, Values: []reconcile.Value{{Text: value}}}}
		}
		found, err := s.Reconcile(context.Background(), reconcile.Batch{"q": q})
		if _, bad := errors.AsType[*reconcile.RequestError](err); bad {
			return
		}
		if err != nil {
			t.Fatalf("%+v: %v", q, err)
		}
		checkCandidates(t, s, q, found["q"].Candidates)
	})
}

func checkCandidates(t *testing.T, s reconcile.Service, q reconcile.Query, found []reconcile.Candidate) {
	t.Helper()
	last, matches := 100.0, 0
	for _, c := range found {
		if c.Score <= 0 || c.Score > last {
			t.Errorf("%+v: score %v after %v", q, c.Score, last)
		}
		last = c.Score
		if !c.Match {
			continue
		}
		matches++
		named := s.Names.Named(q.Text)
		of := s.Names.Named(q.Text, schema.Class(strings.Join(q.Types, "")))
		if !slices.ContainsFunc(append(named, of...), func(e names.Entity) bool { return e.ID == c.ID }) {
			t.Errorf("%+v: %s is a match for another name", q, c.ID)
		}
		if c.Score != 100 {
			t.Errorf("%+v: a match with score %v", q, c.Score)
		}
	}
	if matches > 1 || len(found) > reconcile.MaxCandidates {
		t.Errorf("%+v: %d candidates, %d matches", q, len(found), matches)
	}
}
