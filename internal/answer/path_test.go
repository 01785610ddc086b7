package answer_test

import (
	"maps"
	"os"
	"slices"
	"testing"

	"github.com/cayleygraph/quad"

	"rapporteur/graph"
	"rapporteur/graph/store/storetest"
	"rapporteur/internal/answer"
	"rapporteur/internal/names"
	"rapporteur/schema"
)

var fixtures = []string{"../../queries/testdata/lighthouse.nq", "../web/testdata/hostile.nq"}

func reader(t *testing.T) answer.Reader {
	t.Helper()
	sch, err := schema.Load()
	if err != nil {
		t.Fatal(err)
	}
	s := storetest.Open(t, fixtures...)
	index, err := names.Build(t.Context(), s, sch)
	if err != nil {
		t.Fatal(err)
	}
	return answer.Reader{Store: s, Names: index, Schema: sch}
}

// A web of entities, each with those that something links it with.
type web map[string]map[string]bool

func (w web) link(a, b string) {
	if a == b {
		return
	}
	for _, ends := range [][2]string{{a, b}, {b, a}} {
		if w[ends[0]] == nil {
			w[ends[0]] = map[string]bool{}
		}
		w[ends[0]][ends[1]] = true
	}
}

// linked reads the links of the fixtures from their quads, without the store.
func linked(t *testing.T, sch *schema.Schema) web {
	t.Helper()
	isThing := func(id string) bool {
		switch class, ok := sch.ClassOf(id); class {
		case schema.ClassParagraph, schema.ClassMention, schema.ClassRelation, schema.ClassMembership:
			return false
		default:
			return ok
		}
	}
	w := web{}
	said := map[schema.Property]map[string][]string{} // of paragraphs
	for _, name := range fixtures {
		f, err := os.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		quads, err := graph.ReadNQuads(f)
		if err != nil {
			t.Fatal(err)
		}
		for _, q := range quads {
			s, p := string(q.Subject.(quad.IRI)), schema.Property(q.Predicate.(quad.IRI))
			o, _ := q.Object.(quad.IRI)
			switch class, _ := sch.ClassOf(s); {
			case !isThing(string(o)):
			case isThing(s):
				w.link(s, string(o))
			case class == schema.ClassParagraph:
				if said[p] == nil {
					said[p] = map[string][]string{}
				}
				said[p][s] = append(said[p][s], string(o))
			}
		}
	}
	for _, p := range []schema.Property{schema.Mentions, schema.Subject} {
		for _, also := range []schema.Property{schema.Mentions, schema.Subject} {
			for paragraph, named := range said[p] {
				for _, a := range named {
					for _, b := range said[also][paragraph] {
						w.link(a, b)
					}
				}
			}
		}
	}
	for paragraph, speakers := range said[schema.SpokenBy] {
		for _, a := range speakers {
			for _, b := range said[schema.SpeaksFor][paragraph] {
				w.link(a, b)
			}
		}
	}
	return w
}

// ways counts the shortest ways from a to b through entities that pass, and their
// length, 0 for none.
func (w web) ways(a, b string, most int, pass func(string) bool) (length, count int) {
	at := map[string]int{a: 1} // ways to each entity of a distance
	seen := map[string]bool{a: true}
	for length = 1; length <= most && len(at) > 0; length++ {
		next := map[string]int{}
		for from, n := range at {
			for to := range w[from] {
				if !seen[to] && (to == b || pass(to)) {
					next[to] += n
				}
			}
		}
		if next[b] > 0 {
			return length, next[b]
		}
		for id := range next {
			seen[id] = true
		}
		at = next
	}
	return 0, 0
}

// TestPathsAreTheShortest compares every pair of entities with a plain search
// through all links. Records are left out: what they name is not a fact.
func TestPathsAreTheShortest(t *testing.T) {
	r := reader(t)
	w := linked(t, r.Schema)
	ids := slices.DeleteFunc(slices.Sorted(maps.Keys(w)), func(id string) bool { return graph.ID(id).Prefix() == "record" })
	if len(ids) < 10 {
		t.Fatalf("%d entities", len(ids))
	}
	for name, via := range map[string][]schema.Class{"default": nil, "countries": {schema.ClassCountry}, "all but records": {
		schema.ClassTopic, schema.ClassMeeting, schema.ClassPerson, schema.ClassInstitution, schema.ClassCountry, schema.ClassAgreement, schema.ClassLaw, schema.ClassProvision, schema.ClassDocument,
	}} {
		wanted := via
		if wanted == nil {
			wanted = r.Passable()
		}
		pass := func(id string) bool {
			class, _ := r.Schema.ClassOf(id)
			return slices.ContainsFunc(wanted, func(c schema.Class) bool { return r.Schema.Is(class, c) })
		}
		for i, a := range ids {
			for j, b := range ids {
				if (i+j)%3 != 0 || i == j { // a third of all pairs, in both directions
					continue
				}
				p, err := r.Paths(t.Context(), a, b, answer.Search{Max: 5, Limit: 50, Via: via})
				if err != nil {
					t.Fatal(err)
				}
				length, count := w.ways(a, b, 5, pass)
				got := 0
				if p.Length != nil {
					got = *p.Length
				}
				if got != length || p.Total != count || p.Truncated {
					t.Fatalf("%s: %s to %s: %d ways of %d steps, want %d of %d", name, a, b, p.Total, got, count, length)
				}
				check(t, p)
			}
		}
	}
}

// check looks at whether ways hang together.
func check(t *testing.T, p *answer.Paths) {
	t.Helper()
	for _, way := range p.Paths {
		if n := len(way.Nodes); n != *p.Length+1 || len(way.Steps) != *p.Length || way.Nodes[0].ID != p.From.ID || way.Nodes[n-1].ID != p.To.ID {
			t.Fatalf("%s to %s: %+v", p.From.ID, p.To.ID, way)
		}
		for i, step := range way.Steps {
			for _, l := range step.Links {
				ends := []string{l.Source, l.Target}
				if !slices.Contains(ends, way.Nodes[i].ID) || !slices.Contains(ends, way.Nodes[i+1].ID) || l.Weight < 1 {
					t.Fatalf("%s to %s: step %d has the link %+v", p.From.ID, p.To.ID, i, l)
				}
			}
			if len(step.Links) == 0 {
				t.Fatalf("%s to %s: nothing links step %d", p.From.ID, p.To.ID, i)
			}
		}
	}
}

// TestWaysToRecords looks both ways: what a record names leads to it as well.
func TestWaysToRecords(t *testing.T) {
	r := reader(t)
	for _, end := range []string{"person:UTO/quill", "person:LHK/stone", "institution:ilamp", "topic:night-work"} {
		there, err := r.Paths(t.Context(), "record:LHK/C/SR.12", end, answer.Search{Max: 5, Limit: 50})
		if err != nil {
			t.Fatal(err)
		}
		back, err := r.Paths(t.Context(), end, "record:LHK/C/SR.12", answer.Search{Max: 5, Limit: 50})
		if err != nil {
			t.Fatal(err)
		}
		if there.Length == nil || back.Length == nil || *there.Length != *back.Length || there.Total != back.Total {
			t.Errorf("%s: %d ways there, %d back", end, there.Total, back.Total)
		}
	}
}
