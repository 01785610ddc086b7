package line

import "strings"

// raised are the figures of footnote marks, by digit.
var raised = [...]string{"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"}

// Raise writes the digits of a superscript as raised figures, so that a footnote
// mark ("Convention1") cannot be taken for a number; "th" and the like stay.
func Raise(superscript string) string {
	if strings.Trim(superscript, "0123456789*, ") != "" {
		return superscript
	}
	var b strings.Builder
	for _, r := range superscript {
		switch {
		case r >= '0' && r <= '9':
			b.WriteString(raised[r-'0'])
		case r == '*':
			b.WriteRune(r)
		}
	}
	return b.String()
}
