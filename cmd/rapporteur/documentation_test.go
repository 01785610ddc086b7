package main

import (
	"bytes"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/spf13/pflag"

	"rapporteur/cmd/rapporteur/settings"
)

// TestOperationPage checks the tables of flags in docs/operation.md, between the
// marks; -update writes them.
func TestOperationPage(t *testing.T) {
	const path, begin, end = "../../docs/operation.md", "<!-- settings: begin -->\n", "<!-- settings: end -->\n"
	page, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	before, rest, found := bytes.Cut(page, []byte(begin))
	have, after, ended := bytes.Cut(rest, []byte(end))
	if !found || !ended {
		t.Fatalf("%s has no marks", path)
	}
	want := settingsTables()
	if *update {
		if err := os.WriteFile(path, slices.Concat(before, []byte(begin+want+end), after), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if diff := cmp.Diff(want, string(have)); diff != "" {
		t.Errorf("%s (-want +have); -update writes it:\n%s", path, diff)
	}
}

// TestMetricsPage checks that docs/operation.md names every figure of our own, and
// none that there is not.
func TestMetricsPage(t *testing.T) {
	page, err := os.ReadFile("../../docs/operation.md")
	if err != nil {
		t.Fatal(err)
	}
	golden, err := os.ReadFile("../../internal/metrics/testdata/figures.golden")
	if err != nil {
		t.Fatal(err)
	}
	var shown, named []string
	for l := range strings.Lines(string(golden)) {
		if f := strings.Fields(l); len(f) == 4 && f[1] == "TYPE" {
			shown = append(shown, f[2])
		}
	}
	for l := range strings.Lines(string(page)) {
		if name, ok := strings.CutPrefix(l, "| `rapporteur_"); ok {
			name, _, _ = strings.Cut(name, "`")
			named = append(named, "rapporteur_"+name)
		}
	}
	slices.Sort(named)
	if len(shown) == 0 {
		t.Fatal("no figures in the golden file")
	}
	if diff := cmp.Diff(shown, named); diff != "" {
		t.Errorf("figures (-shown +in the page):\n%s", diff)
	}
}

// settingsTables has a table for the flags of each command.
func settingsTables() string {
	var b strings.Builder
	for _, cmd := range settings.Commands(commands()) {
		fmt.Fprintf(&b, "\n### %s\n\n| flag | variable | default | |\n|---|---|---|---|\n", settings.Name(cmd))
		for _, f := range settings.Flags(cmd) {
			fmt.Fprintf(&b, "| `--%s` | `%s` | %s | %s |\n", f.Name, settings.Variable(f.Name), defaultOf(f), strings.ReplaceAll(f.Usage, "|", `\|`))
		}
	}
	b.WriteString("\n")
	return b.String()
}

func defaultOf(f *pflag.Flag) string {
	if f.DefValue == "" || f.DefValue == "[]" {
		return ""
	}
	return "`" + f.DefValue + "`"
}
