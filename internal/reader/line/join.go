package line

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Join joins two pieces of one text. A word that was hyphenated over the line
// end is made whole, unless its first part is one that keeps its hyphen.
func Join(a, b string) string {
	joined, _ := join(a, b)
	return joined
}

// join also returns where b starts in the result.
func join(a, b string) (string, int) {
	if a == "" || b == "" {
		return a + b, len(a)
	}
	stem, cut := strings.CutSuffix(a, "-")
	if !cut || !startsLower(b) || !endsInLetter(stem) {
		return a + " " + b, len(a) + 1
	}
	if keepsHyphen[strings.ToLower(stem[strings.LastIndexAny(stem, " -(")+1:])] {
		return a + b, len(a)
	}
	return stem + b, len(stem)
}

// Append joins l and next, with what is known about them, as [Join] joins text.
func Append(l, next Line) Line {
	text, at := join(l.Text, next.Text)
	for i := range l.Emphasis {
		l.Emphasis[i].End = min(l.Emphasis[i].End, at)
	}
	for _, s := range next.Emphasis {
		s.Start, s.End = s.Start+at, s.End+at
		if n := len(l.Emphasis); n > 0 && s.Start-l.Emphasis[n-1].End <= 1 {
			l.Emphasis[n-1].End = s.End
			continue
		}
		l.Emphasis = append(l.Emphasis, s)
	}
	l.Text = text
	return l
}

// keepsHyphen lists first parts of compounds that are written with a hyphen far
// more often than they begin a word of their own.
var keepsHyphen = func() map[string]bool {
	m := make(map[string]bool)
	for _, w := range strings.Fields(`anti co non self semi post multi ex vice well long short high low full part one two three four five six seven eight nine ten
		twenty thirty forty fifty sixty seventy eighty ninety half quasi socio cross follow early decision human rights asylum peace gender drug policy mid
		first second third large small middle fact`) {
		m[w] = true
	}
	return m
}()

// startsLower reports whether text goes on with a sentence.
func startsLower(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return unicode.IsLower(r)
}

func endsInLetter(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return unicode.IsLetter(r)
}
