package gizmo_test

import (
	"cmp"
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"

	"rapporteur/queries/gizmo"
)

// TestForms compiles each form of each method within a query that it fits in.
func TestForms(t *testing.T) {
	const given = `var path = g.V("<b>"); var morphism = g.M().Out("<p>"); var value = 5; `
	fits := map[gizmo.Owner][]string{
		gizmo.OnGraph:   {"%s", "%s; g.V().All()", "%s.All()", "g.V(%s).All()", "g.V().Follow(%s.Out()).All()"},
		gizmo.OnPath:    {`g.V("<a>").Tag("tag").Out("<p>").%s`, `g.V("<a>").Tag("tag", "name").Out("<p>").%s.All()`},
		gizmo.OnNothing: {"g.V(%s).All()", "g.V().Filter(%s).All()"},
	}
	seen := 0
	for _, m := range gizmo.Methods() {
		for _, form := range m.Forms {
			seen++
			if !strings.Contains(form, m.Name+"(") {
				t.Errorf("%s does not call %s", form, m.Name)
			}
			compiles := false
			var last error
			for _, in := range fits[m.On] {
				if _, last = gizmo.Compile(given+fmt.Sprintf(in, form), nil); last == nil {
					compiles = true
				}
			}
			if !compiles {
				t.Errorf("%s %s: %v", m.On, form, last)
			}
		}
		if sentence := m.Does; !strings.HasSuffix(sentence, ".") || strings.Count(sentence, ". ") > 0 {
			t.Errorf("%s: not a sentence: %q", m.Name, sentence)
		}
	}
	if seen == 0 {
		t.Error("no method has a form")
	}
}

// methodTable is the part of the page that is made of the methods.
var methodTable = regexp.MustCompile(`(?m)^\| Name \| Of \| Written \| What it does \|\n(?:\|.*\n)+`)

// TestPageSaysWhatMethodsDo compares the page with the methods, or writes it.
func TestPageSaysWhatMethodsDo(t *testing.T) {
	data, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	text := string(data)
	found := methodTable.FindAllStringIndex(text, -1)
	if len(found) != 1 {
		t.Fatalf("the page has %d tables of methods", len(found))
	}
	var b strings.Builder
	b.WriteString("| Name | Of | Written | What it does |\n|---|---|---|---|\n")
	for _, m := range gizmo.Methods() {
		fmt.Fprintf(&b, "| `%s` | %s | `%s` | %s |\n", m.Name, cmp.Or(m.On, "function"), strings.Join(m.Forms, "`<br>`"), m.Does)
	}
	at := found[0]
	if text[at[0]:at[1]] == b.String() {
		return
	}
	if !*update {
		t.Error("the page does not say what the methods do; write it with: go test ./queries/gizmo -run TestPage -update")
		return
	}
	if err := os.WriteFile(page, []byte(text[:at[0]]+b.String()+text[at[1]:]), 0o666); err != nil {
		t.Fatal(err)
	}
}
