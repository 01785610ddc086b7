package reader

import (
	"strings"

	"rapporteur/internal/reader/line"
	"rapporteur/internal/record"
)

// isMarkdown reports whether lines use Markdown: a heading, strong emphasis or
// numbered paragraphs behind bullets. Lone asterisks are footnote marks in
// plain text and prove nothing.
func isMarkdown(lines []Line) bool {
	for i := range lines {
		text := lines[i].Text
		if text == "" {
			continue
		}
		if _, level := cutHeading(text); level > 0 || isNumberedBullet(text) {
			return true
		}
		if at := strings.Index(text, "**"); at >= 0 {
			if m, ok := opening(text, at); ok && m.width >= 2 {
				return true
			}
		}
	}
	return false
}

// isNumberedBullet reports whether text starts like "- 12. ".
func isNumberedBullet(text string) bool {
	rest, ok := strings.CutPrefix(text, "- ")
	if !ok {
		return false
	}
	digits := 0
	for digits < len(rest) && rest[digits] >= '0' && rest[digits] <= '9' {
		digits++
	}
	return digits > 0 && strings.HasPrefix(rest[digits:], ". ")
}

// cutHeading returns the text of an ATX heading and its level, or 0.
func cutHeading(text string) (string, int) {
	level := 0
	for level < len(text) && text[level] == '#' {
		level++
	}
	if level == 0 || level > 6 || level == len(text) || text[level] != ' ' {
		return text, 0
	}
	return strings.TrimSpace(strings.TrimRight(text[level:], "# ")), level
}

// stripMarkdown removes marks from lines and notes what they marked.
func stripMarkdown(lines []Line) {
	for i := range lines {
		l := &lines[i]
		if l.Text == "" {
			continue
		}
		l.Text = strings.TrimLeft(strings.TrimPrefix(l.Text, ">"), " ")
		l.Text, l.Heading = cutHeading(l.Text)
		l.Text = cutTags(l.Text)
		marked := l.Text
		l.Text, l.Emphasis = cutEmphasis(marked)
		if len(l.Text) < len(marked) && !line.IsTidy(l.Text) { // a mark stood between spaces or before an accent
			l.Text, l.Emphasis = line.Tidy(l.Text), nil
		}
	}
}

// tags are what converters leave in Markdown: anchors, line breaks and images.
var tags = []struct{ open, close string }{
	{"<span", ">"}, {"</span", ">"}, {"<br", ">"}, {"<sup>", "</sup>"}, {"![", ")"},
}

// cutTags removes tags and raised footnote marks.
func cutTags(text string) string {
	if !strings.ContainsAny(text, "<!") {
		return text
	}
	for _, t := range tags {
		for {
			at := strings.Index(text, t.open)
			if at < 0 {
				break
			}
			n := strings.Index(text[at:], t.close)
			if n < 0 {
				break
			}
			text = text[:at] + text[at+n+len(t.close):]
		}
	}
	return line.Tidy(text)
}

// cutEmphasis removes emphasis marks and backslashes before punctuation. It
// returns the outermost spans that were marked.
func cutEmphasis(text string) (string, []record.Span) {
	if !strings.ContainsAny(text, "*_\\") {
		return text, nil
	}
	var b strings.Builder
	var spans []record.Span
	var ends []mark // open emphasis, innermost last
	for i := 0; i < len(text); {
		if n := len(ends); n > 0 && ends[n-1].at == i {
			if m := ends[n-1]; n == 1 {
				spans = append(spans, record.Span{Start: m.start, End: b.Len()})
			}
			i += ends[n-1].width
			ends = ends[:n-1]
			continue
		}
		if next := nextMark(text, i, ends); next > i {
			b.WriteString(text[i:next])
			i = next
			continue
		}
		c := text[i]
		if c == '\\' && i+1 < len(text) && strings.IndexByte("\\*_.#-+()[]!>`|", text[i+1]) >= 0 {
			b.WriteByte(text[i+1])
			i += 2
			continue
		}
		if c == '*' || c == '_' {
			if m, ok := opening(text, i); ok && (len(ends) == 0 || m.at < ends[len(ends)-1].at) {
				m.start = b.Len()
				ends = append(ends, m)
				i += m.width
				continue
			}
		}
		b.WriteByte(c)
		i++
	}
	return trimmed(b.String(), spans)
}

// nextMark finds where plain text from i on ends: at a mark, or at the end of the
// innermost open emphasis.
func nextMark(text string, i int, ends []mark) int {
	next := strings.IndexAny(text[i:], "*_\\")
	if next < 0 {
		next = len(text) - i
	}
	if n := len(ends); n > 0 {
		return min(i+next, ends[n-1].at)
	}
	return i + next
}

// A mark is an emphasis that is open: where its end mark stands in the source,
// how wide that is, and where its text starts in the result.
type mark struct{ at, width, start int }

// opening reports whether an emphasis starts at text[i], and where it ends.
func opening(text string, i int) (mark, bool) {
	width := 1
	for i+width < len(text) && text[i+width] == text[i] && width < 3 {
		width++
	}
	for ; width > 0; width-- {
		if at, ok := closing(text, i, width); ok {
			return mark{at: at, width: width}, true
		}
	}
	return mark{}, false
}

// maxEmphasis bounds how far an end mark is looked for, in bytes.
const maxEmphasis = 1000

// closing finds the end of an emphasis of the given width that starts at i: marks
// lean on the words they mark, and underscores do not stand inside words.
func closing(text string, i, width int) (int, bool) {
	from := i + width
	if from >= len(text) || text[from] == ' ' || text[from] == text[i] {
		return 0, false
	}
	under := text[i] == '_'
	if under && i > 0 && isWord(text[i-1]) {
		return 0, false
	}
	for j := from + 1; j+width <= min(len(text), from+maxEmphasis); j++ {
		if text[j] != text[i] || text[j-1] == ' ' || text[j-1] == '\\' {
			continue
		}
		run := 1
		for j+run < len(text) && text[j+run] == text[i] {
			run++
		}
		if run == width && !(under && j+run < len(text) && isWord(text[j+run])) {
			return j, true
		}
		j += run - 1
	}
	return 0, false
}

// isWord reports whether c is part of a word.
func isWord(c byte) bool {
	return c >= 0x80 || c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
}

// trimmed cuts spaces at the ends that marks had covered, and moves spans along.
func trimmed(text string, spans []record.Span) (string, []record.Span) {
	cut := len(text) - len(strings.TrimLeft(text, " "))
	text = strings.TrimSpace(text)
	kept := spans[:0]
	for _, s := range spans {
		s.Start, s.End = max(s.Start-cut, 0), min(s.End-cut, len(text))
		if !s.Empty() {
			kept = append(kept, s)
		}
	}
	return text, kept
}
