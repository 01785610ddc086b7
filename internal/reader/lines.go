package reader

import (
	"strings"

	"rapporteur/internal/reader/line"
)

// split cuts text into clean lines. CRLF, CR, LF and the Unicode line ends are
// one line end each. A form feed ends a line as well but does not count: the
// numbers stay those an editor shows.
func split(text string) []Line {
	lines := make([]Line, 0, strings.Count(text, "\n")+1)
	number := 1
	for len(text) > 0 {
		i, n, counts := lineEnd(text)
		lines = append(lines, line.Clean(text[:i], number))
		text = text[i+n:]
		if counts {
			number++
		}
	}
	return lines
}

// lineEnd finds the first line end: where it stands, how long it is, and
// whether editors count it.
func lineEnd(text string) (at, size int, counts bool) {
	at = strings.IndexByte(text, '\n')
	if at < 0 {
		at = len(text)
	} else {
		size = 1
	}
	if odd := indexOdd(text[:at]); odd >= 0 {
		return oddEnd(text, odd)
	}
	return at, size, true
}

// indexOdd finds the first line end other than "\n", or -1.
func indexOdd(line string) int {
	for i := 0; i < len(line); i++ {
		switch c := line[i]; {
		case c == '\r' || c == '\f' || c == '\v':
			return i
		case c == 0xc2 && strings.HasPrefix(line[i:], "\u0085"):
			return i
		case c == 0xe2 && (strings.HasPrefix(line[i:], "\u2028") || strings.HasPrefix(line[i:], "\u2029")):
			return i
		}
	}
	return -1
}

// oddEnd measures the line end at text[at], which is none of "\n".
func oddEnd(text string, at int) (int, int, bool) {
	rest := text[at:]
	switch {
	case strings.HasPrefix(rest, "\r\n"):
		return at, 2, true
	case rest[0] == '\r':
		return at, 1, true
	case rest[0] == '\f' || rest[0] == '\v':
		return at, 1, false
	case strings.HasPrefix(rest, "\u0085"):
		return at, len("\u0085"), false
	default:
		return at, len("\u2028"), false
	}
}
