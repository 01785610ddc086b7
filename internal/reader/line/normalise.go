package line

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// tabWidth is what a tab counts for in an indent.
const tabWidth = 8

// Clean makes a line of what stands between two line ends.
func Clean(raw string, number int) Line {
	indent, raw := cutIndent(raw)
	return Line{Number: number, Indent: indent, Text: Tidy(raw)}
}

// cutIndent measures and removes leading blanks.
func cutIndent(raw string) (int, string) {
	indent := 0
	for i := 0; i < len(raw); i++ {
		switch raw[i] {
		case ' ':
			indent++
		case '\t':
			indent += tabWidth
		default:
			return indent, raw[i:]
		}
	}
	return 0, ""
}

// Tidy returns s with single plain spaces, NFC, without invisible characters.
// Most lines are clean already and are returned as they are.
func Tidy(s string) string {
	if IsTidy(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	space := true // drops leading spaces
	kept := 0     // s[kept:i] stays as it is and is not written yet
	for i, r := range s {
		to := same
		if r == ' ' && space || r < ' ' || r >= 0x7f {
			to = fold(r)
		}
		if to == same {
			space = r == ' '
			continue
		}
		b.WriteString(s[kept:i])
		kept = i + utf8.RuneLen(r)
		if to != " " {
			b.WriteString(to)
			space = space && to == ""
		} else if !space {
			b.WriteByte(' ')
			space = true
		}
	}
	b.WriteString(s[kept:])
	return norm.NFC.String(strings.TrimRight(b.String(), " "))
}

// IsTidy reports whether Tidy would change nothing.
func IsTidy(s string) bool {
	ascii := true
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c >= utf8.RuneSelf:
			ascii = false
		case c < ' ' || c == 0x7f:
			return false
		case c == ' ' && (i == 0 || i == len(s)-1 || s[i-1] == ' '):
			return false
		}
	}
	if ascii {
		return true
	}
	for _, r := range s {
		if r >= utf8.RuneSelf && fold(r) != same {
			return false
		}
	}
	return norm.NFC.IsNormalString(s)
}

// same is what fold answers for a rune that stays as it is.
const same = "\x00"

// fold says what a rune becomes: "" for nothing, same for itself. Dashes that
// carry meaning (en and em) and typographic quotes stay: they are the text.
func fold(r rune) string {
	if r < utf8.RuneSelf {
		if r == '\t' || r == ' ' {
			return " "
		}
		if r < ' ' || r == 0x7f {
			return ""
		}
		return same
	}
	switch {
	case r < 0xa0:
		return ""
	case r == '\u00a0' || r == '\u202f' || r == '\u205f' || r == '\u3000' || r >= '\u2000' && r <= '\u200a':
		return " "
	case r == '\u00ad' || r >= '\u200b' && r <= '\u200f' || r >= '\u202a' && r <= '\u202e' || r == '\u2060' || r == '\ufeff':
		return ""
	case r == '\u2010' || r == '\u2011' || r == '\u2012' || r == '\u2212' || r == '\ufe63' || r == '\uff0d':
		return "-"
	case r == '\u2015':
		return "\u2014"
	case r == '\uf0b7' || r == '\u25cf' || r == '\u2023':
		return "\u2022"
	case r >= '\ufb00' && r <= '\ufb06':
		return norm.NFKC.String(string(r))
	case unicode.Is(unicode.Co, r):
		return ""
	}
	return same
}
