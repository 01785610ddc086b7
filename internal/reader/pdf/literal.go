package pdf

// escapes are what letters mean behind a backslash.
var escapes = map[byte]byte{'n': '\n', 'r': '\r', 't': '\t', 'b': '\b', 'f': '\f'}

// literal reads what follows "(": brackets nest, and a backslash escapes.
func (l *lexer) literal() text {
	var out []byte
	for open := 1; l.at < len(l.data); {
		c := l.data[l.at]
		l.at++
		switch c {
		case '(':
			open++
		case ')':
			if open--; open == 0 {
				return text(out)
			}
		case '\\':
			out = l.escape(out)
			continue
		}
		out = append(out, c)
	}
	return text(out)
}

// escape appends what follows a backslash means.
func (l *lexer) escape(out []byte) []byte {
	if l.at >= len(l.data) {
		return out
	}
	c := l.data[l.at]
	l.at++
	if e, ok := escapes[c]; ok {
		return append(out, e)
	}
	switch {
	case c == '\r':
		if l.at < len(l.data) && l.data[l.at] == '\n' {
			l.at++
		}
		return out
	case c == '\n':
		return out
	case c >= '0' && c <= '7':
		n := c - '0'
		for i := 0; i < 2 && l.at < len(l.data) && l.data[l.at] >= '0' && l.data[l.at] <= '7'; i++ {
			n = n<<3 | (l.data[l.at] - '0')
			l.at++
		}
		return append(out, n)
	}
	return append(out, c)
}
