// Package excerpt cuts out of a text the part around words that matter, such as
// those that were searched for or that name an entity.
package excerpt

import "unicode/utf8"

// Size is about how long a fragment is, in bytes; lead is how much of it stands
// before the words that it is about.
const (
	Size = 320
	lead = 80
)

// Reach is how far behind the beginning of the words that a fragment is about others
// may end and still stand in it, in bytes.
const Reach = Size - lead

// A Fragment is a part of a text. Places are counted in Unicode code points, ends
// are exclusive.
type Fragment struct {
	Text  string `json:"text"`
	Start int    `json:"start"` // of Text in the whole text
	Marks []Mark `json:"marks"` // in Text, in order; none overlap
}

// A Mark is the words of a Fragment that it is about.
type Mark struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// A Span is a part of a text, in bytes, end exclusive.
type Span struct{ Start, End int }

// Cut cuts out of text the part around marks[first], which is whole even where it is
// longer than a fragment, or without marks the beginning. Words and marks are those of
// the whole text, in order; none of either overlap. The text is cut between words.
func Cut(text string, words, marks []Span, first int) Fragment {
	start, least := 0, 0
	if len(marks) > 0 {
		least = marks[first].End
		if len(text) > Size {
			start = wordStart(text, words, min(marks[first].Start-lead, len(text)-Size), marks[first].Start)
		}
	}
	end := max(wordEnd(text, words, start, start+Size), least)
	f := Fragment{Text: text[start:end], Start: utf8.RuneCountInString(text[:start]), Marks: []Mark{}}
	for _, m := range marks {
		if m.Start >= start && m.End <= end {
			f.Marks = append(f.Marks, Mark{
				utf8.RuneCountInString(text[start:m.Start]),
				utf8.RuneCountInString(text[start:m.End]),
			})
		}
	}
	return f
}

// wordStart is the start of the first word from at to by, or where there is none at
// itself; 0 stays 0.
func wordStart(text string, words []Span, at, by int) int {
	if at <= 0 {
		return 0
	}
	for _, w := range words {
		if w.Start >= at && w.Start <= by {
			return w.Start
		}
	}
	return letterStart(text, at)
}

// wordEnd is the end of the last word behind start that ends by at, or of the text.
func wordEnd(text string, words []Span, start, at int) int {
	if at >= len(text) {
		return len(text)
	}
	end := 0
	for _, w := range words {
		if w.End > at {
			break
		}
		end = w.End
	}
	if end <= start { // one endless word
		end = letterStart(text, at)
	}
	return end
}

// letterStart is the first place from at on where a letter begins, or the end.
func letterStart(text string, at int) int {
	for at < len(text) && !utf8.RuneStart(text[at]) {
		at++
	}
	return at
}
