package rule_test

import (
	"errors"
	"strings"
	"testing"
	"testing/fstest"

	"rapporteur/internal/rule"
)

// TestMistakesAreNamed: a rule file that is wrong is refused by file and line.
func TestMistakesAreNamed(t *testing.T) {
	for _, c := range []struct{ name, file, want string }{
		{"unknown key", "names:\n  - id: x\n    colour: red\n", `x.yaml:3: unknown field "colour"`},
		{"unknown class", "names:\n  - id: x\n    class: Planet\n    heads: [X]\n    place: last\n    finds: ['the {A X} met']\n", `x.yaml:2: x: unknown class "Planet"`},
		{"unknown place", "names:\n  - id: x\n    class: Law\n    heads: [X]\n    place: middle\n    finds: ['the {A X} met']\n", `x.yaml:2: x: place "middle"`},
		{"no example", "names:\n  - id: x\n    class: Law\n    heads: [X]\n    place: last\n", "x.yaml:2: x: no example"},
		{"no heads", "names:\n  - id: x\n    class: Law\n    place: last\n    finds: ['the {A X} met']\n", "x.yaml:2: x: no heads"},
		{"broken find", "names:\n  - id: x\n    class: Law\n    heads: [Scroll]\n    place: last\n    finds: ['the {Old Parchment} met']\n", `x.yaml:2: x: finds "the {Old Parchment} met": found []`},
		{"broken skip", "names:\n  - id: x\n    class: Law\n    heads: [Scroll]\n    place: last\n    finds: ['the {Old Scroll} met']\n    skips: ['a Red Scroll met']\n", `x.yaml:2: x: skips "a Red Scroll met": found ["Red Scroll"]`},
		{"nothing marked", "names:\n  - id: x\n    class: Law\n    heads: [Scroll]\n    place: last\n    finds: ['the Old Scroll met']\n", "nothing is marked with braces"},
		{"twice", "names:\n  - id: x\n    class: Law\n    heads: [Scroll]\n    place: last\n    finds: ['the {Old Scroll} met']\n  - id: x\n    class: Law\n    heads: [Scroll]\n    place: last\n    finds: ['the {Old Scroll} met']\n", "x: already at x.yaml:"},
		{"bad expression", "patterns:\n  - id: x\n    class: Law\n    near: [a]\n    when: '('\n    gives: 'law:x'\n    finds: ['{a}']\n", "x.yaml:2: x: error parsing regexp"},
		{"unknown macro", "patterns:\n  - id: x\n    class: Law\n    near: [a]\n    when: '{nope}'\n    gives: 'law:x'\n    finds: ['{a}']\n", "x.yaml:2: x: unknown macro {nope}"},
		{"unknown capture", "patterns:\n  - id: x\n    class: Law\n    near: [a]\n    when: 'a'\n    gives: 'law:{n}'\n    finds: ['{a}']\n", "x.yaml:2: x: no capture named {n}"},
		{"no near", "patterns:\n  - id: x\n    class: Law\n    when: 'a'\n    gives: 'law:x'\n    finds: ['{a}']\n", "x.yaml:2: x: a pattern needs near"},
		{"no YAML", "names: [\n", "x.yaml:"},
	} {
		_, err := rule.Load(fstest.MapFS{"x.yaml": {Data: []byte(c.file)}})
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: error %v, want %q", c.name, err, c.want)
		}
	}
	const one = "names:\n  - id: x\n    class: Law\n    heads: [Scroll]\n    place: last\n    finds: ['the {Old Scroll} met']\n"
	beside := fstest.MapFS{"a.yaml": {Data: []byte("# only a comment\n")}, "b.yaml": {}, "c.yaml": {Data: []byte(one)}}
	if _, err := rule.Load(beside); err != nil {
		t.Errorf("files without rules beside one with: %v", err)
	}
	if _, err := rule.Load(fstest.MapFS{}); !errors.Is(err, rule.ErrNoRules) {
		t.Errorf("an empty folder: %v", err)
	}
}
