package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

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
