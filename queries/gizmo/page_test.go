package gizmo_test

import (
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/cayleygraph/cayley/graph"

	"rapporteur/queries/gizmo"
)

// page is the documentation for people, whose examples are tests.
const page = "../../docs/gizmo.md"

// An example is a query in the page and what the page says that it gives.
type example struct {
	method, state string // "" in a block of its own
	graph         string
	query, gives  string
	from, to      int // of gives in the page
}

var (
	tableLine = regexp.MustCompile("(?m)^\\| `([A-Za-z.]+)` \\| (same|differs|not offered) \\| `(.+)` \\|(.*)\\|$")
	block     = regexp.MustCompile("(?s)```(gizmo \\w+|refused)\n(.*?)```\n\n```(?:rows|says)\n(.*?)```")
)

func examples(text string) []example {
	var out []example
	for _, m := range tableLine.FindAllStringSubmatchIndex(text, -1) {
		out = append(out, example{text[m[2]:m[3]], text[m[4]:m[5]], "people", text[m[6]:m[7]], strings.TrimSpace(text[m[8]:m[9]]), m[8], m[9]})
	}
	for _, m := range block.FindAllStringSubmatchIndex(text, -1) {
		e := example{query: text[m[4]:m[5]], gives: strings.TrimSpace(text[m[6]:m[7]]), from: m[6], to: m[7]}
		if graph, ok := strings.CutPrefix(text[m[2]:m[3]], "gizmo "); ok {
			e.graph = graph
		} else {
			e.state = "not offered"
		}
		out = append(out, e)
	}
	slices.SortFunc(out, func(a, b example) int { return a.from - b.from })
	return out
}

// found returns what an example gives, in the words of the page.
func (e example) found(t *testing.T, open func(name string) graph.QuadStore) string {
	t.Helper()
	if e.state == "not offered" {
		_, err := gizmo.Compile(e.query, nil)
		if err == nil {
			t.Fatalf("%s is offered", e.query)
		}
		return err.Error()
	}
	got := rowsInOrder(t, open(e.graph), e.query)
	if !strings.Contains(e.query, "Order(") {
		slices.Sort(got)
	}
	if e.state == "same" {
		if want := runStock(t, open(e.graph), e.query); !slices.Equal(got, want) {
			t.Errorf("%s is said to be the same; Cayley's own session gives\n%s", e.query, strings.Join(want, "\n"))
		}
	}
	if len(got) == 0 {
		return "nothing"
	}
	if e.method == "" {
		return strings.Join(got, "\n")
	}
	return "`" + strings.Join(got, "`<br>`") + "`"
}

// TestPage runs the examples of the page, and where it says "same" Cayley's own session
// as well.
func TestPage(t *testing.T) {
	data, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	stores := map[string]graph.QuadStore{}
	open := func(name string) graph.QuadStore {
		file := map[string]string{"people": "people", "lighthouse": "../../testdata/lighthouse"}[name]
		if stores[name] == nil {
			stores[name] = bolt(t, readQuads(t, file))
		}
		return stores[name]
	}
	text := string(data)
	var b strings.Builder
	end := 0
	for _, e := range examples(text) {
		got := e.found(t, open)
		if got != e.gives && !*update {
			t.Errorf("%s\ngot\n%s\nthe page says\n%s", e.query, got, e.gives)
		}
		b.WriteString(text[end:e.from])
		if e.method == "" {
			got = fmt.Sprintln(got)
		} else {
			got = " " + got + " "
		}
		b.WriteString(got)
		end = e.to
	}
	if *update {
		if err := os.WriteFile(page, []byte(b.String()+text[end:]), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

// TestPageIsComplete looks for each method of Gizmo's documentation in the page.
func TestPageIsComplete(t *testing.T) {
	methods, err := os.ReadFile("testdata/methods.txt")
	if err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	listed := map[string]bool{}
	for _, e := range examples(string(text)) {
		listed[e.method] = true
	}
	names := strings.Fields(string(methods))
	if len(names) == 0 {
		t.Fatal("no methods")
	}
	for _, name := range names {
		if !listed[name] {
			t.Errorf("%s is not in the page", name)
		}
	}
}
