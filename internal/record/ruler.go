package record

import "unicode/utf8"

// A Ruler turns byte offsets of a text into Unicode code points, the unit of the
// public form and the graph. Asking in rising order takes time in proportion to
// the text, not to the text for each question.
type Ruler struct {
	text     string
	at, runs int // the last byte offset asked for, and the code points before it
}

// NewRuler returns a Ruler over text.
func NewRuler(text string) *Ruler { return &Ruler{text: text} }

// CodePoints returns how many code points stand before byte offset b.
func (r *Ruler) CodePoints(b int) int {
	if b < r.at {
		r.at, r.runs = 0, 0
	}
	r.runs += utf8.RuneCountInString(r.text[r.at:b])
	r.at = b
	return r.runs
}
