package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestReleaser checks that every file of a release is there, or is made by the
// script that runs before.
func TestReleaser(t *testing.T) {
	type content struct{ Src, Dst string }
	var conf struct {
		Version  int
		Before   struct{ Hooks []string }
		Builds   []struct{ Main string }
		Archives []struct{ Files []any }
		Nfpms    []struct{ Contents []content }
	}
	readYAML(t, ".goreleaser.yaml", &conf)
	if conf.Version != 2 || len(conf.Builds) == 0 || len(conf.Archives) == 0 || len(conf.Nfpms) == 0 {
		t.Fatalf("%+v", conf)
	}
	words := strings.Fields(conf.Before.Hooks[0])
	if _, err := os.Stat(filepath.Join(top, words[0])); err != nil {
		t.Error(err)
	}
	extras := t.TempDir()
	makeExtras(t, extras)
	var files []string
	for _, b := range conf.Builds {
		files = append(files, b.Main)
	}
	for _, a := range conf.Archives {
		for _, f := range a.Files {
			if m, ok := f.(map[string]any); ok {
				f = m["src"]
			}
			files = append(files, f.(string))
		}
	}
	for _, n := range conf.Nfpms {
		for _, c := range n.Contents {
			files = append(files, c.Src)
		}
	}
	for _, f := range files {
		path := filepath.Join(top, f)
		if made, ok := strings.CutPrefix(f, words[1]+"/"); ok {
			path = filepath.Join(extras, made)
		}
		if found, err := filepath.Glob(path); err != nil || len(found) == 0 {
			t.Errorf("%s: there is no such file", f)
		}
	}
}

// makeExtras does what the script before a release does, by this very program.
func makeExtras(t *testing.T, dir string) {
	t.Helper()
	script := readText(t, "cmd/rapporteur/packaging/extras.sh")
	shells := strings.Fields(first(t, `for shell in (.*); do`, script))
	for _, part := range []string{`man --date "$day" "$dir/man"`, `completion "$shell" > "$dir/completions/rapporteur.$shell"`} {
		if !strings.Contains(script, part) {
			t.Fatalf("the script does not %s", part)
		}
	}
	if err := os.Mkdir(filepath.Join(dir, "completions"), 0o755); err != nil {
		t.Fatal(err)
	}
	var errs strings.Builder
	if status := run(t.Context(), []string{"man", "--date", "2026-05-02", filepath.Join(dir, "man")}, nil, &errs, &errs); status != statusOK {
		t.Fatal(errs.String())
	}
	for _, shell := range shells {
		var out strings.Builder
		if status := run(t.Context(), []string{"completion", shell}, nil, &out, &errs); status != statusOK || out.Len() == 0 {
			t.Fatalf("completion %s: %s", shell, errs.String())
		}
		if err := os.WriteFile(filepath.Join(dir, "completions", "rapporteur."+shell), []byte(out.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
