package correction_test

import (
	"math/rand/v2"
	"path/filepath"
	"slices"
	"testing"

	"github.com/goccy/go-yaml"
	"golang.org/x/tools/txtar"

	"rapporteur/graph"
	"rapporteur/internal/correction"
	"rapporteur/internal/resolve"
	"rapporteur/schema"
)

// TestRandomCorrections applies sets of entries at random, most of which match,
// and checks what holds of all sets.
func TestRandomCorrections(t *testing.T) {
	loaded, matched := 0, 0
	for seed := range uint64(400) {
		text := randomEntries(t, rand.New(rand.NewPCG(seed, 1)))
		set, err := correction.Load(mustSchema(t), correction.File{Name: "c.yaml", Data: []byte(text)})
		if err != nil {
			continue // entries at random may contradict each other
		}
		loaded++
		matched += checkProperties(t, text, set)
		if t.Failed() {
			return
		}
	}
	if loaded < 100 || matched < loaded {
		t.Errorf("%d sets with %d matches: not enough to say anything", loaded, matched)
	}
}

func randomEntries(t *testing.T, r *rand.Rand) string {
	var ids []string
	for _, e := range newBase(t).res.Entities {
		ids = append(ids, e.ID)
	}
	ids = append(ids, "institution:AZE/new", "institution:new", "person:AZE/new", "law:BLR/new", "topic:new", "country:ZZZ", "agreement:new", "policy:AZE/new", "body:NEW")
	pick := func(from ...string) string { return from[r.IntN(len(from))] }
	var entries []correction.Entry
	for range 1 + r.IntN(5) {
		e := correction.Entry{Action: correction.Action(pick("merge", "split", "rename", "reject", "relabel")), ID: pick(ids...), Reason: "r", Date: "2026-05-02"}
		same := slices.DeleteFunc(slices.Clone(ids), func(id string) bool { return graph.ID(id).Prefix() != graph.ID(e.ID).Prefix() || id == e.ID })
		if len(same) == 0 {
			continue
		}
		if e.Action != correction.Relabel {
			e.Paragraph = pick("", "", "para:CMW/C/SR.1#3", "para:CMW/C/SR.1#2")
		}
		switch e.Action {
		case correction.Merge:
			e.Into, e.Label = pick(same...), pick("", "Some Name")
		case correction.Split:
			e.To, e.Label, e.Words = pick(same...), "Some Name", pick("", "The Service", "Mr. Reed")
		case correction.Rename:
			e.To = pick(same...)
		case correction.Relabel:
			e.Label = pick("Some Name", "Another")
		}
		entries = append(entries, e)
	}
	text, err := yaml.Marshal(entries)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// FuzzCorrections loads any text as corrections: what is taken keeps the
// properties that hold of all sets.
func FuzzCorrections(f *testing.F) {
	paths, err := filepath.Glob("testdata/apply/*.txtar")
	if err != nil || len(paths) == 0 {
		f.Fatalf("no cases: %v", err)
	}
	for _, path := range paths {
		archive, err := txtar.ParseFile(path)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(archive.Files[0].Data))
	}
	sch := mustSchema(f)
	f.Fuzz(func(t *testing.T, text string) {
		if set, err := correction.Load(sch, correction.File{Name: "c.yaml", Data: []byte(text)}); err == nil {
			checkProperties(t, text, set)
		}
	})
}

// checkProperties applies a set to the base record and returns how many of its
// entries matched. Whatever the set says: every statement is one that the schema
// allows, no two mentions or relations have one id, every one that is left had its
// id before, every reference is to an entity that is described, and to apply the set
// once more changes nothing.
func checkProperties(t *testing.T, text string, set *correction.Set) int {
	t.Helper()
	sch, b := mustSchema(t), newBase(t)
	before := nodeIDs(b.res)
	matched := set.Apply(b.res, b.lexicon)
	statements := b.res.Statements()
	for _, s := range statements {
		if err := s.Check(sch); err != nil {
			t.Errorf("%v after\n%s", err, text)
		}
	}
	if _, err := graph.Quads(statements); err != nil {
		t.Errorf("%v after\n%s", err, text)
	}
	seen := make(map[string]bool)
	for _, id := range nodeIDs(b.res) {
		if seen[id] || !slices.Contains(before, id) {
			t.Errorf("%s is new or twice after\n%s", id, text)
		}
		seen[id] = true
	}
	described := make(map[string]int)
	for _, e := range b.res.Entities {
		described[e.ID]++
		if described[e.ID] > 1 || e.Label == "" {
			t.Errorf("entity %s is there twice or has no name after\n%s", e.ID, text)
		}
	}
	for _, p := range b.res.Paragraphs {
		for _, m := range p.Mentions {
			if described[m.Entity.ID] == 0 {
				t.Errorf("%s is mentioned and not described after\n%s", m.Entity.ID, text)
			}
		}
	}
	once := dump(b.res)
	set.Apply(b.res, b.lexicon)
	if d := difference(once, dump(b.res)); d != "" {
		t.Errorf("applied twice:\n%safter\n%s", d, text)
	}
	return len(matched)
}

// nodeIDs are the ids of the mentions and relations.
func nodeIDs(res *resolve.Resolution) (ids []string) {
	for _, s := range res.Statements() {
		if p := s.Subject.Prefix(); (p == "mention" || p == "relation") && s.Predicate == schema.Type {
			ids = append(ids, string(s.Subject))
		}
	}
	return ids
}
