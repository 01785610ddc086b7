package score

import (
	"fmt"
	"io"
	"strings"
	"text/tabwriter"
)

// A Table is rows of cells under a head; every row is as long as the head.
type Table struct {
	Head []string
	Rows [][]string
}

// Text writes the table in columns for a terminal.
func (t Table) Text(w io.Writer) error {
	tw := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	for _, row := range append([][]string{t.Head}, t.Rows...) {
		fmt.Fprintln(tw, strings.Join(row, "\t")+"\t")
	}
	return tw.Flush()
}

// Markdown returns the table as Markdown: names to the left, figures to the right.
func (t Table) Markdown() string {
	var b strings.Builder
	writeRow(&b, t.Head)
	b.WriteString("|---|" + strings.Repeat("---:|", len(t.Head)-1) + "\n")
	for _, row := range t.Rows {
		writeRow(&b, row)
	}
	return b.String()
}

func writeRow(b *strings.Builder, cells []string) {
	b.WriteString("| " + strings.Join(cells, " | ") + " |\n")
}
