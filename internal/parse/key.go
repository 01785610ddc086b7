package parse

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxFixed bounds the lines that are compared with fixed wording, in bytes:
// furniture, titles, opening and closing lines are short.
const maxFixed = 400

// key returns the letters and digits of s in lower case, without anything
// between them. Conversions put spaces into words and lose them between words;
// fixed wording is compared by key, so that neither matters.
func key(s string) string {
	if len(s) > maxFixed {
		s = s[:maxFixed]
	}
	b := make([]byte, 0, maxFixed) // on the stack
	for _, r := range s {
		switch {
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
			b = append(b, byte(r))
		case r >= 'A' && r <= 'Z':
			b = append(b, byte(r)+'a'-'A')
		case r > 0x7f && (unicode.IsLetter(r) || unicode.IsDigit(r)):
			b = utf8.AppendRune(b, unicode.ToLower(r))
		}
	}
	return string(b)
}

// hasAnyPrefix reports whether s starts with one of prefixes.
func hasAnyPrefix(s string, prefixes ...string) bool {
	for _, p := range prefixes {
		if strings.HasPrefix(s, p) {
			return true
		}
	}
	return false
}

// containsAny reports whether s contains one of parts.
func containsAny(s string, parts ...string) bool {
	for _, p := range parts {
		if strings.Contains(s, p) {
			return true
		}
	}
	return false
}
