package line

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"rapporteur/internal/record"
)

// A Builder makes a line of the runs of a formatted paragraph. The zero value
// is an empty line.
type Builder struct {
	text  strings.Builder
	spans []record.Span
	space bool // a space is due before the next character
}

// lineEnds are spaces in formatted text.
var lineEnds = strings.NewReplacer("\n", " ", "\r", " ")

// Add appends a run. A line end in it is a space; spaces at the ends of runs
// count once.
func (b *Builder) Add(run string, emphasis bool) {
	if strings.ContainsAny(run, "\n\r") {
		run = lineEnds.Replace(run)
	}
	clean := Tidy(run)
	if clean == "" {
		b.space = b.space || run != ""
		return
	}
	if (b.space || blankFirst(run)) && b.text.Len() > 0 {
		b.text.WriteByte(' ')
	}
	start := b.text.Len()
	b.text.WriteString(clean)
	b.space = blankLast(run)
	if emphasis {
		b.mark(start, b.text.Len())
	}
}

// mark notes an emphasis; one that only a space parts from the last goes on
// with it.
func (b *Builder) mark(start, end int) {
	if n := len(b.spans); n > 0 && start-b.spans[n-1].End <= 1 && strings.TrimSpace(b.text.String()[b.spans[n-1].End:start]) == "" {
		b.spans[n-1].End = end
		return
	}
	b.spans = append(b.spans, record.Span{Start: start, End: end})
}

// blankFirst and blankLast report whether a run has a space at its end.
func blankFirst(run string) bool {
	r, _ := utf8.DecodeRuneInString(run)
	return fold(r) == " "
}

func blankLast(run string) bool {
	r, _ := utf8.DecodeLastRuneInString(run)
	return fold(r) == " "
}

// Empty reports whether nothing visible was added.
func (b *Builder) Empty() bool { return b.text.Len() == 0 }

// String is what was added so far.
func (b *Builder) String() string { return b.text.String() }

// Line returns the line and empties the builder.
func (b *Builder) Line() Line {
	l := Line{Text: b.text.String(), Emphasis: b.spans}
	if !norm.NFC.IsNormalString(l.Text) { // an accent stood in a run of its own
		l.Text, l.Emphasis = norm.NFC.String(l.Text), nil
	}
	*b = Builder{}
	return l
}
