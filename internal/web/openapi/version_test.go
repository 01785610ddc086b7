package openapi_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
)

var (
	raise  = flag.String("raise", "", "raise the version of the document, by major, minor or patch, and write its files")
	update = flag.Bool("update", false, "write the files of the document if its version was raised by hand")
)

// The files that hold what the document was.
const (
	baseFile     = "base.yaml"
	goldenFile   = "testdata/openapi.golden.json"
	versionsFile = "testdata/versions.txt"
)

// TestVersion fails where the document changed and its version did not. What to do is in the
// documentation of the package.
func TestVersion(t *testing.T) {
	document, known := load(t).JSON, readVersions(t)
	version := versionOf(t, document)
	if *raise != "" && known[version] != "" && known[version] != hash(document) {
		next := raised(t, version, *raise)
		replaceVersion(t, version, next)
		document = withVersion(t, document, next)
		version = next
	}
	golden, err := os.ReadFile(goldenFile)
	if err != nil && !os.IsNotExist(err) {
		t.Fatal(err)
	}
	switch same := bytes.Equal(golden, document); {
	case known[version] == hash(document) && same:
	case known[version] != "" && known[version] != hash(document):
		t.Errorf("the document changed and is version %s still; go test ./internal/web/openapi -run TestVersion -raise minor (or patch, or major)", version)
	case *raise != "" || *update:
		for other := range known {
			if compareVersions(t, other, version) > 0 {
				t.Fatalf("version %s is lower than %s, which is known", version, other)
			}
		}
		known[version] = hash(document)
		writeVersions(t, known)
		if err := os.WriteFile(goldenFile, document, 0o644); err != nil {
			t.Fatal(err)
		}
	default:
		t.Errorf("version %s is not what %s has; go test ./internal/web/openapi -run TestVersion -update", version, goldenFile)
	}
}

func hash(document []byte) string {
	sum := sha256.Sum256(document)
	return hex.EncodeToString(sum[:])
}

func versionOf(t *testing.T, document []byte) string {
	t.Helper()
	var d struct{ Info struct{ Version string } }
	if err := json.Unmarshal(document, &d); err != nil {
		t.Fatal(err)
	}
	return d.Info.Version
}

// readVersions returns the hashes of the documents by version.
func readVersions(t *testing.T) map[string]string {
	t.Helper()
	known := map[string]string{}
	data, err := os.ReadFile(versionsFile)
	if err != nil && !os.IsNotExist(err) {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(data)) {
		fields := strings.Fields(line)
		if len(fields) != 2 || known[fields[0]] != "" {
			t.Fatalf("%s: line %q is no new version with its hash", versionsFile, line)
		}
		known[fields[0]] = fields[1]
	}
	return known
}

func writeVersions(t *testing.T, known map[string]string) {
	t.Helper()
	var lines []string
	for version, hash := range known {
		lines = append(lines, version+" "+hash+"\n")
	}
	slices.SortFunc(lines, func(a, b string) int { return compareVersions(t, strings.Fields(a)[0], strings.Fields(b)[0]) })
	if err := os.WriteFile(versionsFile, []byte(strings.Join(lines, "")), 0o644); err != nil {
		t.Fatal(err)
	}
}

// numbers reads MAJOR.MINOR.PATCH.
func numbers(t *testing.T, version string) []int {
	t.Helper()
	n := make([]int, 3)
	if _, err := fmt.Sscanf(version+"\n", "%d.%d.%d\n", &n[0], &n[1], &n[2]); err != nil {
		t.Fatalf("info.version %q is not MAJOR.MINOR.PATCH", version)
	}
	return n
}

func compareVersions(t *testing.T, a, b string) int {
	t.Helper()
	return slices.Compare(numbers(t, a), numbers(t, b))
}

func raised(t *testing.T, version, by string) string {
	t.Helper()
	part := slices.Index([]string{"major", "minor", "patch"}, by)
	if part < 0 {
		t.Fatalf("-raise %q is none of major, minor, patch", by)
	}
	n := numbers(t, version)
	n[part]++
	clear(n[part+1:])
	return fmt.Sprintf("%d.%d.%d", n[0], n[1], n[2])
}

// replaceVersion writes another version into the base of the document.
func replaceVersion(t *testing.T, from, to string) {
	t.Helper()
	base, err := os.ReadFile(baseFile)
	if err != nil {
		t.Fatal(err)
	}
	line := regexp.MustCompile(`(?m)^  version: ` + regexp.QuoteMeta(from) + `$`)
	if len(line.FindAll(base, -1)) != 1 {
		t.Fatalf("%s: no line says version: %s", baseFile, from)
	}
	if err := os.WriteFile(baseFile, line.ReplaceAll(base, []byte("  version: "+to)), 0o644); err != nil {
		t.Fatal(err)
	}
}

// withVersion is the document as it will be read with another version, for it was
// embedded before.
func withVersion(t *testing.T, document []byte, version string) []byte {
	t.Helper()
	line := regexp.MustCompile(`(?m)^  "version": "[^"]*"`)
	at := line.FindIndex(document)
	if at == nil {
		t.Fatal("the document has no line with its version")
	}
	return slices.Concat(document[:at[0]], []byte(`  "version": "`+version+`"`), document[at[1]:])
}

func TestRaised(t *testing.T) {
	for by, want := range map[string]string{"major": "2.0.0", "minor": "1.5.0", "patch": "1.4.8"} {
		if got := raised(t, "1.4.7", by); got != want || compareVersions(t, got, "1.4.7") <= 0 {
			t.Errorf("%s: %s, want %s", by, got, want)
		}
	}
}
