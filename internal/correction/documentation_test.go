package correction_test

import (
	"os"
	"regexp"
	"strings"
	"testing"
)

var example = regexp.MustCompile("(?s)```yaml\n(.*?)```")

// TestDocumentation loads the examples of docs/corrections.md and checks that its
// table has every action.
func TestDocumentation(t *testing.T) {
	text, err := os.ReadFile("../../docs/corrections.md")
	if err != nil {
		t.Fatal(err)
	}
	examples := example.FindAllSubmatch(text, -1)
	if len(examples) == 0 {
		t.Fatal("no examples")
	}
	for _, m := range examples {
		if set := load(t, string(m[1])); len(set.Entries()) == 0 {
			t.Errorf("no entry in %s", m[1])
		}
	}
	for _, action := range []string{"merge", "split", "rename", "reject", "relabel"} {
		if !strings.Contains(string(text), "\n| `"+action+"` |") {
			t.Errorf("%s is not in the table", action)
		}
	}
}
