package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"rapporteur/cmd/rapporteur/settings"
)

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
