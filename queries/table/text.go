package table

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"
)

// gap stands between columns.
const gap = "  "

// WriteText writes the table for reading on a screen of the given width in
// characters: names first, columns aligned, long cells wrapped, an empty line
// behind a row of several lines. Width 0 means no wrapping. Many paragraphs of
// one record are cited together ("SR.464, paras. 3–19, 41"). Where a column shows one name for several things, their ids
// stand behind it.
func (t *Table) WriteText(w io.Writer, width int) error {
	out := bufio.NewWriter(w)
	if len(t.Rows) == 0 {
		fmt.Fprintln(out, "Nothing found.")
		return out.Flush()
	}
	cells := t.pieces()
	widths := layout(t.Columns, cells, width)
	titles := make([][]string, len(t.Columns))
	rule := make([][]string, len(t.Columns))
	for i, c := range t.Columns {
		titles[i] = strings.Fields(c.Title)
		rule[i] = []string{strings.Repeat("-", widths[i])}
	}
	t.writeRow(out, titles, widths)
	t.writeRow(out, rule, widths)
	wrapped := false
	for i, row := range cells {
		if i > 0 && wrapped {
			out.WriteByte('\n')
		}
		wrapped = t.writeRow(out, row, widths) > 1
	}
	if t.Truncated {
		fmt.Fprintf(out, "\nOnly the first part of the answer: it has more than %d rows. Ask for less.\n", len(t.Rows))
	}
	return out.Flush()
}

// pieces cuts every cell into what may not be broken across lines.
func (t *Table) pieces() [][][]string {
	rows := make([][][]string, len(t.Rows))
	for i := range t.Rows {
		rows[i] = make([][]string, len(t.Columns))
	}
	for c := range t.Columns {
		same := t.homonyms(c)
		for r := range t.Rows {
			rows[r][c] = t.Rows[r][c].pieces(same)
		}
	}
	return rows
}

// homonyms returns the labels that stand for more than one thing in a column.
func (t *Table) homonyms(column int) map[string]bool {
	first := map[string]string{}
	same := map[string]bool{}
	for _, row := range t.Rows {
		for _, item := range row[column] {
			id, seen := first[item.Label]
			if seen && id != item.ID() {
				same[item.Label] = true
			}
			first[item.Label] = item.ID()
		}
	}
	return same
}

func (c Cell) pieces(homonyms map[string]bool) []string {
	var all []string
	for len(c) > 0 {
		words, n := citeTogether(c)
		if n == 0 {
			words, n = c[0].pieces(homonyms), 1
		}
		if c = c[n:]; len(c) > 0 && len(words) > 0 {
			words[len(words)-1] += ";"
		}
		all = append(all, words...)
	}
	return all
}

func (i Item) pieces(homonyms map[string]bool) []string {
	words := strings.Fields(i.Label)
	if i.Type == Paragraph || i.Type == Record {
		words = []string{i.Label}
	}
	if homonyms[i.Label] && i.ID() != "" {
		words = append(words, "("+i.ID()+")")
	}
	return words
}

// writeRow returns how many lines the row takes.
func (t *Table) writeRow(w *bufio.Writer, cells [][]string, widths []int) int {
	lines := make([][]string, len(cells))
	height := 0
	for i, pieces := range cells {
		lines[i] = wrap(pieces, widths[i])
		height = max(height, len(lines[i]))
	}
	for l := range height {
		var b strings.Builder
		for i := range lines {
			if i > 0 {
				b.WriteString(gap)
			}
			if l < len(lines[i]) {
				b.WriteString(t.align(i, lines[i][l], widths[i]))
			} else {
				b.WriteString(strings.Repeat(" ", widths[i]))
			}
		}
		w.WriteString(strings.TrimRight(b.String(), " "))
		w.WriteByte('\n')
	}
	return height
}

func (t *Table) align(column int, s string, width int) string {
	pad := strings.Repeat(" ", max(0, width-columns(s)))
	if t.Columns[column].Type == Integer {
		return pad + s
	}
	return s + pad
}

// wrap fills lines of at most width characters with pieces.
func wrap(pieces []string, width int) []string {
	var lines []string
	line := ""
	for _, piece := range slices.Collect(broken(pieces, width)) {
		switch {
		case line == "":
			line = piece
		case columns(line)+1+columns(piece) <= width:
			line += " " + piece
		default:
			lines = append(lines, line)
			line = piece
		}
	}
	if line != "" {
		lines = append(lines, line)
	}
	return lines
}
