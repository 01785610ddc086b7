package main

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"testing"

	"github.com/goccy/go-yaml"

	"rapporteur/cmd/rapporteur/settings"
)

// top is the folder of the repository, where the files for packaging lie.
const top = "../.."

func readText(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(top, name))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func readYAML(t *testing.T, name string, into any) {
	t.Helper()
	if err := yaml.Unmarshal([]byte(readText(t, name)), into); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
}

// first returns what the first group of a pattern matches in text.
func first(t *testing.T, pattern, text string) string {
	t.Helper()
	m := regexp.MustCompile(pattern).FindStringSubmatch(text)
	if m == nil {
		t.Fatalf("nothing matches %s", pattern)
	}
	return m[1]
}

// checkCommand fails on words that are no command line of the program.
func checkCommand(t *testing.T, from string, words []string) {
	t.Helper()
	cmd, rest, err := commands().Find(words)
	if err == nil {
		err = cmd.ParseFlags(rest)
	}
	if err == nil {
		err = cmd.ValidateArgs(cmd.Flags().Args())
	}
	if err != nil || !cmd.HasParent() {
		t.Errorf("%s runs %q: %v", from, words, err)
	}
}

// checkVariables fails on variables in text that set no flag.
func checkVariables(t *testing.T, from, text string) {
	t.Helper()
	known := []string{settings.Variable(settings.ConfigFlag)}
	for _, c := range settings.Commands(commands()) {
		for _, f := range settings.Flags(c) {
			known = append(known, settings.Variable(f.Name))
		}
	}
	for _, v := range regexp.MustCompile(`\bRAPPORTEUR_[A-Z_]+`).FindAllString(text, -1) {
		if !slices.Contains(known, v) {
			t.Errorf("%s sets %s, which names no flag", from, v)
		}
	}
}
