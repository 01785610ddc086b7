package rule

import "testing"

func TestFirstBytes(t *testing.T) {
	for _, c := range []struct{ expression, begin, not string }{
		{`\b[Gg]eneral comments?`, "Gg", "eA"},
		{`(?:General )?Assembly`, "GA", "ga"},
		{`(?P<kind>[Dd]ecree|[Oo]rder)`, "DdOo", "e"},
		{`(?i:law) [0-9]+`, "Ll", "w0"},
		{`x*y`, "xy", "z"},
		{`(?:a|)`, "aZ0", ""}, // it may match nothing, and so anywhere
	} {
		set, err := firstBytes(c.expression)
		if err != nil {
			t.Fatal(err)
		}
		for _, b := range []byte(c.begin) {
			if !set[b] {
				t.Errorf("%s does not begin with %c", c.expression, b)
			}
		}
		for _, b := range []byte(c.not) {
			if set[b] {
				t.Errorf("%s begins with %c", c.expression, b)
			}
		}
	}
	if _, err := firstBytes(`(`); err == nil {
		t.Error("no error for a broken expression")
	}
}
