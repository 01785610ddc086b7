package score

import (
	"fmt"
	"io"
	"slices"
	"strings"
)

// coreference is the line of what was found by definite descriptions. It counts
// what was missed only: what they found wrongly is wrong under its type.
const coreference = "coreference"

// The lines of a scorecard, in order.
var lines = []string{
	"header", "paragraph", "section", "speaker", "speaks-for", "capacity",
	"Person", "Country", "Institution", "Agreement", "Law", "Policy", "Document",
	coreference, "provision", "cites", "topics",
}

// An Error is one difference from gold.
type Error struct {
	Source string // file of the record
	Para   int    // 0 for the header
	What   string // the line of the scorecard
	Text   string // "missed …", "wrong …"
}

// A Card is the scorecard of some records; the zero Card is that of none.
type Card struct {
	Records int
	Lines   map[string]Count
	Errors  []Error
}

// Add adds the records of d to c.
func (c *Card) Add(d Card) {
	c.Records += d.Records
	for line, n := range d.Lines {
		c.count(line, n)
	}
	c.Errors = append(c.Errors, d.Errors...)
}

func (c *Card) count(line string, n Count) {
	if c.Lines == nil {
		c.Lines = make(map[string]Count)
	}
	total := c.Lines[line]
	total.Add(n)
	c.Lines[line] = total
}

// Table returns every line with its counts and figures.
func (c *Card) Table() Table {
	t := Table{Head: []string{"what", "right", "wrong", "missed", "precision", "recall", "F1"}}
	for _, l := range lines {
		n := c.Lines[l]
		t.Rows = append(t.Rows, []string{
			l, fmt.Sprint(n.Right), fmt.Sprint(n.Wrong), fmt.Sprint(n.Missed), Figure(n.Precision()), Figure(n.Recall()), Figure(n.F1()),
		})
	}
	return t
}

// Figure prints a share with three decimals.
func Figure(share float64) string { return fmt.Sprintf("%.3f", share) }

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
