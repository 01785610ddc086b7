package lexicon

import (
	"bytes"
	"slices"
	"strconv"
	"strings"
)

// TopicPoints say how much the phrases of topics count, and the bar of each.
type TopicPoints struct {
	// Phrases has the points of a phrase, by topic and by its words as the file
	// has them; one that is not there counts what its column does.
	Phrases map[string]map[string]int
	Bars    map[string]int // by topic; none is 0
}

// Rewrite returns a file of topics with these points and bars instead of its own.
// All else stays as it is, and so do groups and further topics.
func (p TopicPoints) Rewrite(file []byte) []byte {
	var out bytes.Buffer
	var columns []string
	for line := range strings.Lines(string(file)) {
		switch text := strings.TrimRight(line, "\r\n"); {
		case text == "", strings.HasPrefix(text, "#"):
		case columns == nil:
			columns = strings.Split(text, "\t")
		default:
			line = p.row(columns, text) + "\n"
		}
		out.WriteString(line)
	}
	return out.Bytes()
}

func (p TopicPoints) row(columns []string, line string) string {
	cells := strings.Split(line, "\t")
	cells = append(cells, make([]string, max(0, len(columns)-len(cells)))...)
	cell := func(column string) *string {
		if k := slices.Index(columns, column); k >= 0 {
			return &cells[k]
		}
		return new(string)
	}
	if *cell("kind") != "" {
		return line
	}
	topic := *cell("id")
	*cell("bar") = ""
	if n := p.Bars[topic]; n != 0 {
		*cell("bar") = strconv.Itoa(n)
	}
	for strength, column := range []string{Hint: "hints", Cue: "cues", Term: "terms"} {
		c := cell(column)
		*c = p.phrases(p.Phrases[topic], *c, Strength(strength).Points())
	}
	return strings.TrimRight(strings.Join(cells, "\t"), "\t")
}

// phrases rewrites a cell of phrases that count usual points if nothing is said.
func (p TopicPoints) phrases(points map[string]int, cell string, usual int) string {
	list := strings.Split(cell, "|")
	for i, phrase := range list {
		phrase, _, _ = strings.Cut(strings.TrimSpace(phrase), pointsMark)
		list[i] = phrase
		if n, ok := points[phrase]; ok && n != usual {
			list[i] += pointsMark + strconv.Itoa(n)
		}
	}
	return strings.Join(list, "|")
}
