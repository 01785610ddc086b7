package readertest

import (
	"fmt"
	"strings"

	"rapporteur/internal/reader/line"
)

// Show writes lines as text that a person can check: "3| # text", with "#" for
// each level of heading and emphasis between «».
func Show(lines []line.Line) string {
	var b strings.Builder
	for _, l := range lines {
		fmt.Fprintf(&b, "%d| ", l.Number)
		if l.Heading > 0 {
			b.WriteString(strings.Repeat("#", l.Heading) + " ")
		}
		at := 0
		for _, s := range l.Emphasis {
			b.WriteString(l.Text[at:s.Start] + "«" + s.Of(l.Text) + "»")
			at = s.End
		}
		b.WriteString(l.Text[at:] + "\n")
	}
	return b.String()
}
