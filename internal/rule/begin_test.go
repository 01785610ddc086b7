package rule

import "testing"

func TestFirstBytes(t *testing.T) {
	for _, c := range []struct{ expression, begin, not string }{
		{`\b[Gg]eneral comments?`, "Gg", "eA"},
		{`(?:General )?Assembly`, "GA", "ga"},
		{`(?P<kind>[Dd]ecree|[Oo]rder)`, "DdOo", "e"},
		{`(?i:law) [0-9]+`, "Ll", "w0"},
		{`x*y`, "xy", "z"},
	} {
		set, err := firstBytes(c.expression)
		if err != nil || set == nil {
			t.Fatal(c.expression, set, err)
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

// TestFirstBytesOfAny: these are to be searched for in the whole sentence.
func TestFirstBytesOfAny(t *testing.T) {
	for _, expression := range []string{`a|`, `a*`, `^The`, `(?:^|[^s] )the`, `[^a]s`, ` x`, `\Bx`, `(?m:^x|y)`} {
		if set, err := firstBytes(expression); set != nil || err != nil {
			t.Errorf("%s: %v, %v", expression, set, err)
		}
	}
}
