package review

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"rapporteur/graph"
	"rapporteur/schema"
)

// TestPairs reads testdata/pairs.txt.
func TestPairs(t *testing.T) {
	text, err := os.ReadFile("testdata/pairs.txt")
	if err != nil {
		t.Fatal(err)
	}
	sch, err := schema.Load()
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for line := range strings.Lines(string(text)) {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		n++
		f := strings.Split(line, "|")
		if len(f) != 3 {
			t.Fatalf("not two entities and a reason: %s", line)
		}
		for range 2 { // the order must not matter
			f[0], f[1] = f[1], f[0]
			entities := map[string]*entity{}
			for _, of := range f[:2] {
				e := entityOf(t, sch, strings.TrimSpace(of))
				entities[e.id] = e
			}
			got := ""
			if s := duplicates(entities); len(s) > 0 {
				got = s[0].Entry.Reason
			}
			if want := strings.TrimSpace(f[2]); got != want {
				t.Errorf("%s: got %q", line, got)
			}
		}
	}
	if n == 0 {
		t.Fatal("no pairs")
	}
}

// entityOf reads "*id: Mr. Name".
func entityOf(t *testing.T, sch *schema.Schema, text string) *entity {
	t.Helper()
	id, name, ok := strings.Cut(text, ": ")
	id, listed := strings.CutPrefix(id, "*")
	class, known := sch.ClassOf(id)
	if !ok || !known {
		t.Fatalf("no entity: %q", text)
	}
	e := &entity{id: id, class: class, listed: listed}
	if scope, _, scoped := strings.Cut(graph.ID(id).Name(), "/"); scoped {
		e.state = scope
	}
	if title, rest, titled := strings.Cut(name, ". "); titled && class == schema.ClassPerson {
		e.honorific, name = title+".", rest
	}
	e.label, e.names = name, []string{name}
	return e
}

// TestMergesNeverLeadBack makes many entities with names that are all alike.
func TestMergesNeverLeadBack(t *testing.T) {
	sch, err := schema.Load()
	if err != nil {
		t.Fatal(err)
	}
	entities := map[string]*entity{}
	for _, name := range []string{"Migration Service", "Service for Migration", "State Migration Service", "State Migration Servcie", "Migration Servcie", "SMS", "National State Migration Service"} {
		e := entityOf(t, sch, "institution:AZE/"+graph.Slug(name)+": "+name)
		entities[e.id] = e
	}
	into := map[string]string{}
	for _, s := range duplicates(entities) {
		if into[s.Entry.ID] != "" {
			t.Errorf("%s is merged twice", s.Entry.ID)
		}
		into[s.Entry.ID] = s.Entry.Into
	}
	if len(into) < 4 {
		t.Errorf("%d merges of %d names for one thing: %v", len(into), len(entities), into)
	}
	for id := range into {
		steps := 0
		for at := id; at != ""; at = into[at] {
			if steps++; steps > len(entities) {
				t.Fatalf("%s leads back to itself", id)
			}
		}
	}
}

func TestOddNames(t *testing.T) {
	sch, err := schema.Load()
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]bool{
		"institution:AZE/x: Ministry of Health":           false,
		"institution:AZE/x: Ministry of Health and":       true,
		"institution:AZE/x: Ministry which was asked":     true,
		"institution:AZE/x: Institute (Old":               true,
		"institution:AZE/x: Institute":                    true,
		"institution:AZE/x: office of the mayor":          true,
		"law:AZE/x: Act No. 12 of 1994":                   false,
		"agreement:aze/x: return agreements (Azerbaijan)": false,
		"person:AZE/x: Reed":                              false,
		"person:AZE/x: de la Reed":                        false,
		"person:AZE/x: the floor":                         true,
	} {
		e := entityOf(t, sch, text)
		if got := odd(e); (got != "") != want {
			t.Errorf("%s: %q", text, got)
		}
	}
	parliament := entityOf(t, sch, "institution:AZE/parliament: Parliament")
	parliament.kind = "parliament"
	if why := odd(parliament); why != "" {
		t.Error(why)
	}
}

// BenchmarkDuplicates reports how long it takes to compare 20,000 institutions of
// 200 States.
func BenchmarkDuplicates(b *testing.B) {
	subjects := []string{"Health", "Labour", "Migration", "Education", "Justice", "Youth and Sports", "Social Protection", "Foreign Affairs", "Internal Affairs", "Statistics"}
	kinds := []string{"Ministry", "Department", "Service", "Agency", "Office", "Committee", "Council", "Institute", "Centre", "Fund"}
	for b.Loop() {
		entities := map[string]*entity{}
		for state := range 200 {
			for _, k := range kinds {
				for _, s := range subjects {
					name := k + " of " + s
					e := &entity{class: schema.ClassInstitution, state: fmt.Sprintf("S%d", state), label: name, names: []string{name}}
					e.id = "institution:" + e.state + "/" + graph.Slug(name)
					entities[e.id] = e
				}
			}
		}
		if got := duplicates(entities); len(got) != 0 {
			b.Fatalf("%d duplicates, such as %+v", len(got), got[0].Entry)
		}
	}
}
