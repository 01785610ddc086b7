package parse

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"rapporteur/internal/reader"
)

// A layout says how the lines of a document relate to its paragraphs.
type layout struct {
	// wrapped is set where paragraphs are broken over lines of even length; else
	// each line is a paragraph, or a piece that a page break cut off.
	wrapped bool
}

// Lines of more than longLine bytes are paragraphs; a page holds fewer.
const longLine = 160

// measure tells the layout from the lengths of lines and from sentences that go
// on in the next line: hard-wrapped text keeps nearly all of its words in lines of
// a page's width.
func measure(lines []reader.Line) layout {
	long, middling, count, broken := 0, 0, 0, 0
	for i := range lines {
		switch n := len(lines[i].Text); {
		case n > longLine:
			long += n
		case n >= 40:
			middling += n
			count++
			if i+1 < len(lines) && startsLower(lines[i+1].Text) && !ends(lines[i].Text) {
				broken++
			}
		}
	}
	return layout{wrapped: broken >= 3 && 8*broken > count && middling > 9*long}
}

// ends reports whether text ends as a sentence does. Closing quotes, brackets and
// footnote marks behind the full stop do not count; a bracket without one inside
// does.
func ends(text string) bool {
	text = strings.TrimRight(text, "”’\"'»* ¹²³)")
	if text == "" {
		return false
	}
	switch text[len(text)-1] {
	case '.', '?', '!', ':', ';':
		return true
	}
	return strings.HasSuffix(text, "…")
}

// startsLower reports whether text goes on with a sentence.
func startsLower(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return unicode.IsLower(r)
}

func lastWord(s string) string {
	return s[strings.LastIndexAny(s, " -(")+1:]
}
