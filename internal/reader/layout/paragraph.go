package layout

import (
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"rapporteur/internal/reader/line"
)

const (
	wideGap    = 1.3 // times the usual distance of rows: a paragraph begins
	sizeStep   = 0.8 // points of font size that part texts
	indentStep = 1.2 // shares of the font size
	spare      = 0.5 // shares of the font size: words differ in width
	leftClass  = 3.0 // points: rows that begin this close have one margin
	minClass   = 3   // rows that make a margin
	// leadingShare: the usual distance of rows is the least that is met this share
	// of times as often as the most common one.
	leadingShare = 4
	usualSpread  = 1.2 // distance of rows, in font sizes, where nothing tells it
)

// A measurement is what the rows of a document have in common.
type measurement struct {
	leading float64         // usual distance of rows in a paragraph, in font sizes
	right   map[int]float64 // where rows end that begin at a margin, by class of the margin
	edge    float64         // where rows end in general
	left    float64         // of the leftmost rows
}

func class(left float64) int { return int(math.Round(left / leftClass)) }

func measure(sheets [][]row) measurement {
	m := measurement{leading: usualSpread, right: make(map[int]float64), left: math.Inf(1)}
	distances, found := make(map[int]int), false
	ends := make(map[int][]float64)
	var all []float64
	for _, sheet := range sheets {
		for i, r := range sheet {
			m.left = math.Min(m.left, r.left)
			ends[class(r.left)] = append(ends[class(r.left)], r.right)
			all = append(all, r.right)
			if i == 0 || sheet[i-1].band != r.band {
				continue
			}
			if d := (sheet[i-1].y - r.y) / r.size; d > 0.8 && d < 3 {
				distances[int(math.Round(d*20))]++
			}
		}
	}
	most := 0
	for _, n := range distances {
		most = max(most, n)
	}
	for d, n := range distances { // one-line paragraphs must not outvote the rest
		if at := float64(d) / 20; n*leadingShare >= most && (!found || at < m.leading) {
			m.leading, found = at, true
		}
	}
	for c, rights := range ends {
		if len(rights) >= minClass {
			m.right[c] = fullRow(rights)
		}
	}
	m.edge = fullRow(all)
	return m
}

// fullRow returns where full rows end, of all that end at rights.
func fullRow(rights []float64) float64 {
	if len(rights) == 0 {
		return 0
	}
	slices.Sort(rights)
	return rights[len(rights)*19/20]
}

// rightOf returns where full rows end that begin where r does.
func (m measurement) rightOf(r row) float64 {
	if r.band > 0 {
		return r.limit
	}
	right, known := r.right, false
	for c := class(r.left) - 1; c <= class(r.left)+1; c++ {
		if at, ok := m.right[c]; ok {
			right, known = math.Max(right, at), true
		}
	}
	if !known {
		return math.Max(right, m.edge)
	}
	return right
}

// paragraphs joins the rows of a page.
func (m measurement) paragraphs(sheet []row) []line.Line {
	var out []line.Line
	for i, r := range sheet {
		r.line.Indent = int(math.Round((r.left - m.left) / (r.size / 2)))
		if i > 0 && m.goesOn(out[len(out)-1], sheet[i-1], r, i > 1 && m.isFirst(sheet, i-1)) {
			out[len(out)-1] = line.Append(out[len(out)-1], r.line)
			continue
		}
		out = append(out, r.line)
	}
	return out
}

// isFirst reports whether row i may be the first of a paragraph, as far as the
// gap above it tells.
func (m measurement) isFirst(sheet []row, i int) bool {
	return i == 0 || sheet[i-1].y-sheet[i].y > wideGap*m.leading*sheet[i].size
}

// goesOn reports whether row r belongs to the paragraph so far, whose last row
// is last.
func (m measurement) goesOn(so line.Line, last, r row, first bool) bool {
	down := last.y - r.y
	switch {
	case last.band != r.band, down <= 0, down > wideGap*m.leading*math.Max(r.size, last.size), math.Abs(r.size-last.size) > sizeStep:
		return false
	case m.room(last, r):
		return false
	case startsNew(r.line.Text) && endsSentence(last.line.Text):
		return false
	case isEmphatic(so) && len(r.line.Emphasis) == 0:
		return false
	case r.left > last.left+indentStep*r.size && !first && !startsNew(last.line.Text) && endsSentence(last.line.Text):
		return false
	}
	return true
}

// room reports whether the first word of r would have had room in the row before
// it: then the line was ended on purpose. A sentence that goes on in lower case
// takes much room to be taken for ended.
func (m measurement) room(last, r row) bool {
	word, _, _ := strings.Cut(r.line.Text, " ")
	share := float64(len(word)+1) / float64(len(r.line.Text)+1)
	needed := share*(r.right-r.left) + spare*r.size
	right := m.rightOf(last)
	if first, _ := utf8.DecodeRuneInString(word); unicode.IsLower(first) && !endsSentence(last.line.Text) {
		needed += (right - last.left) / 4
	}
	return last.right+needed < right
}

// startsNew reports whether a row begins like a paragraph with a number or like
// an item.
func startsNew(text string) bool {
	label, rest, _ := strings.Cut(text, " ")
	return rest != "" && line.IsLabel(label)
}

// endsSentence reports whether a row ends as a sentence or an item does.
func endsSentence(text string) bool {
	text = strings.TrimRight(text, "”’\"'»*)⁰¹²³⁴⁵⁶⁷⁸⁹ ")
	return text == "" || strings.ContainsAny(text[len(text)-1:], ".?!:;")
}

// isEmphatic reports whether all of a line is bold or italic.
func isEmphatic(l line.Line) bool {
	return len(l.Emphasis) == 1 && l.Emphasis[0].Start == 0 && l.Emphasis[0].End == len(l.Text)
}

// joined makes one row of those of one baseline, which tabs part.
func joined(rows []row) row {
	r := rows[0]
	for _, next := range rows[1:] {
		r.line = line.Append(r.line, next.line)
		r.right = math.Max(r.right, next.right)
	}
	return r
}
