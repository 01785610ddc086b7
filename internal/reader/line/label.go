package line

import "strings"

// maxLabel bounds a label in bytes: "(xviii)".
const maxLabel = 7

// IsLabel reports whether text is nothing but the number or mark of a paragraph
// or item whose text stands beside it: "12.", "(a)", "b)", "•", "-".
func IsLabel(text string) bool {
	text = strings.TrimSpace(text)
	switch {
	case text == "" || len(text) > maxLabel:
		return false
	case text == "•" || text == "-" || text == "–" || text == "·" || text == "o":
		return true
	}
	core, dot := strings.CutSuffix(text, ".")
	if !dot {
		var closed bool
		if core, closed = strings.CutSuffix(text, ")"); !closed {
			return false
		}
		core = strings.TrimPrefix(core, "(")
	}
	return isNumber(core) || isLetters(core)
}

func isNumber(s string) bool {
	return s != "" && strings.Trim(s, "0123456789") == "" && len(s) <= 3
}

// isLetters recognises "a", "B", "iv".
func isLetters(s string) bool {
	if len(s) == 1 {
		c := s[0] | 0x20
		return c >= 'a' && c <= 'z'
	}
	return s != "" && strings.Trim(strings.ToLower(s), "ivx") == ""
}
