package rule_test

import (
	"os"
	"testing"

	"rapporteur/internal/rule"
)

// Loading tries every rule on its own examples, so this is the test of all rules.
func TestBuiltinRules(t *testing.T) {
	if _, err := rule.Load(os.DirFS("../../data/rules")); err != nil {
		t.Fatal(err)
	}
}
