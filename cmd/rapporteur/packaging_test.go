package main

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
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

// TestDockerfile checks what can be without building it: its commands, variables
// and folders, and that it runs as nobody of note.
func TestDockerfile(t *testing.T) {
	text := readText(t, "Dockerfile")
	checkVariables(t, "Dockerfile", text)
	var entry, command, health []string
	for into, pattern := range map[*[]string]string{
		&entry: `(?m)^ENTRYPOINT (.*)$`, &command: `(?m)^CMD (.*)$`, &health: `(?m)^HEALTHCHECK .* CMD (.*)$`,
	} {
		if err := json.Unmarshal([]byte(first(t, pattern, text)), into); err != nil {
			t.Fatalf("%s: %v", pattern, err)
		}
	}
	program := first(t, `COPY --from=build /out/rapporteur (\S+)`, text)
	if entry[0] != program || health[0] != program {
		t.Errorf("the program is %s, the entry point %s, the health check %s", program, entry[0], health[0])
	}
	checkCommand(t, "Dockerfile", append(entry[1:], command...))
	checkCommand(t, "Dockerfile", health[1:])
	volume := first(t, `VOLUME \["(.*)"\]`, text)
	if !strings.HasPrefix(first(t, `RAPPORTEUR_STORE=(\S+)`, text), volume+"/") {
		t.Errorf("the store is not in the volume %s", volume)
	}
	final := text[strings.LastIndex(text, "\nFROM "):]
	if !strings.Contains(final, "distroless") || !strings.Contains(final, "\nUSER nonroot:nonroot\n") {
		t.Error("the image is not distroless, or runs as root")
	}
	if info, err := os.Stat(filepath.Join(top, first(t, `go build .* (\./cmd/\S+)`, text))); err != nil || !info.IsDir() {
		t.Errorf("what is built: %v", err)
	}
	if version := first(t, `FROM .*golang:(\S+) AS build`, text); !strings.HasPrefix(first(t, `\ngo (\S+)\n`, readText(t, "go.mod")), version) {
		t.Errorf("it is built by Go %s; go.mod says otherwise", version)
	}
}

func TestCompose(t *testing.T) {
	var compose struct {
		Services map[string]struct {
			Build, NetworkMode string
			Command            []string
			ReadOnly           bool     `yaml:"read_only"`
			CapDrop            []string `yaml:"cap_drop"`
			SecurityOpt        []string `yaml:"security_opt"`
			Tmpfs              []string
			Privileged         bool
			Ports, Volumes     []string
			Environment        map[string]string
		}
		Volumes map[string]any
	}
	readYAML(t, "compose.yaml", &compose)
	checkVariables(t, "compose.yaml", readText(t, "compose.yaml"))
	volume := first(t, `VOLUME \["(.*)"\]`, readText(t, "Dockerfile"))
	if len(compose.Services) == 0 {
		t.Fatal("no services")
	}
	for name, s := range compose.Services {
		checkCommand(t, "compose.yaml", s.Command)
		if !s.ReadOnly || s.Privileged || !slices.Equal(s.CapDrop, []string{"ALL"}) || !slices.Contains(s.SecurityOpt, "no-new-privileges:true") || len(s.Tmpfs) == 0 {
			t.Errorf("%s is not locked down: %+v", name, s)
		}
		if !slices.Contains(s.Volumes, "store:"+volume) {
			t.Errorf("%s keeps its store nowhere: %v", name, s.Volumes)
		}
		for _, p := range s.Ports {
			if !strings.HasPrefix(p, "127.0.0.1:") {
				t.Errorf("%s opens %s to everybody", name, p)
			}
		}
	}
	if _, ok := compose.Volumes["store"]; !ok {
		t.Error("there is no volume store")
	}
}

// TestService checks the unit and the settings that come with it; systemd's own
// opinion is asked where there is one.
func TestService(t *testing.T) {
	const folder = "cmd/rapporteur/packaging/"
	unit, conf := readText(t, folder+"rapporteur.service"), readText(t, folder+"rapporteur.yaml")
	words := strings.Fields(first(t, `(?m)^ExecStart=/usr/bin/rapporteur (.*)$`, unit))
	checkCommand(t, "rapporteur.service", words)
	if _, err := settings.Read("rapporteur.yaml", []byte(conf), commands()); err != nil {
		t.Error(err)
	}
	uncommented := regexp.MustCompile(`(?m)^(\s*)# ([a-z-]+:)`).ReplaceAllString(conf, "$1$2")
	if _, err := settings.Read("rapporteur.yaml", []byte(uncommented), commands()); err != nil || uncommented == conf {
		t.Errorf("what is commented out: %v", err)
	}
	state := first(t, `(?m)^StateDirectory=(.*)$`, unit)
	if !strings.Contains(conf, "\nstore: /var/lib/"+state+"/") {
		t.Errorf("the store is not in /var/lib/%s", state)
	}
	if !strings.Contains(readText(t, ".goreleaser.yaml"), "dst: "+words[slices.Index(words, "--config")+1]+"\n") {
		t.Error("the settings that the unit names are in no package")
	}
	for _, line := range []string{"DynamicUser=yes", "ProtectSystem=strict", "NoNewPrivileges=yes", "CapabilityBoundingSet=", "SystemCallFilter=@system-service", "MemoryMax=2G"} {
		if !strings.Contains(unit, "\n"+line+"\n") {
			t.Errorf("the unit has no %s", line)
		}
	}
	analyze, err := exec.LookPath("systemd-analyze")
	if err != nil {
		t.Skip("systemd-analyze is not here")
	}
	path := filepath.Join(t.TempDir(), "rapporteur.service")
	unit = strings.ReplaceAll(unit, "/usr/bin/rapporteur", "/bin/sh") // which is there
	unit = regexp.MustCompile(`(?m)^Documentation=.*\n`).ReplaceAllString(unit, "")
	if err := os.WriteFile(path, []byte(unit), 0o644); err != nil {
		t.Fatal(err)
	}
	if out, err := exec.Command(analyze, "verify", path).CombinedOutput(); err != nil || len(out) > 0 {
		t.Errorf("systemd-analyze verify: %v\n%s", err, out)
	}
}

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
