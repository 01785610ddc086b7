package score

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"text/tabwriter"
)

// Print writes the scorecard as a table.
func (c *Card) Print(w io.Writer) error {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(t, "what\tright\twrong\tmissed\tprecision\trecall\tF1\t")
	for _, l := range lines {
		n := c.Lines[l]
		fmt.Fprintf(t, "%s\t%d\t%d\t%d\t%.3f\t%.3f\t%.3f\t\n", l, n.Right, n.Wrong, n.Missed, n.Precision(), n.Recall(), n.F1())
	}
	return t.Flush()
}

// PrintErrors writes every difference, by record, paragraph and line.
func (c *Card) PrintErrors(w io.Writer) error {
	errs := slices.Clone(c.Errors)
	slices.SortStableFunc(errs, func(a, b Error) int {
		if n := strings.Compare(a.Source, b.Source); n != 0 {
			return n
		}
		return a.Para - b.Para
	})
	for _, e := range errs {
		if _, err := fmt.Fprintf(w, "%s para. %d: %s: %s\n", e.Source, e.Para, e.What, e.Text); err != nil {
			return err
		}
	}
	return nil
}
