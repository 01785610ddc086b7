package review

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/goccy/go-yaml"

	"rapporteur/graph"
	"rapporteur/internal/correction"
)

// opening says how the file is used.
const opening = `## %s, %s.
##
## Take "# " away from the lines of each correction that is right, look at its reason, and
## give the file to --corrections. Lines that begin with ## stay comments.
`

// WriteYAML writes the report as a corrections file in which nothing is accepted
// yet: every entry is a comment, with its evidence above it.
func (r *Report) WriteYAML(w io.Writer) error {
	b := bufio.NewWriter(w)
	fmt.Fprintf(b, opening, count(len(r.Duplicates), r.AllDuplicates, "likely duplicate"), count(len(r.Doubts), r.AllDoubts, "doubtful extraction"))
	for _, part := range []struct {
		title string
		list  []Suggestion
	}{{"Likely duplicates", r.Duplicates}, {"Doubtful extractions", r.Doubts}} {
		if len(part.list) > 0 {
			fmt.Fprintf(b, "\n## %s\n", part.title)
		}
		for _, s := range part.list {
			if err := s.write(b); err != nil {
				return err
			}
		}
	}
	return b.Flush()
}

// count says how many there are: "3 likely duplicates", "the first 3 of 8 …".
func count(shown, all int, what string) string {
	if all != 1 {
		what += "s"
	}
	if shown < all {
		return fmt.Sprintf("the first %d of %d %s", shown, all, what)
	}
	return fmt.Sprintf("%d %s", all, what)
}

func (s Suggestion) write(w io.Writer) error {
	text, err := yaml.Marshal([]correction.Entry{s.Entry})
	if err != nil {
		return err
	}
	fmt.Fprintln(w)
	for _, a := range s.About {
		fmt.Fprintf(w, "## %s, %q, named in %s\n", a.ID, a.Label, count(a.Paragraphs, a.Paragraphs, "paragraph"))
		for _, q := range s.Evidence {
			if q.ID == a.ID {
				fmt.Fprintf(w, "##   %s: %q\n", graph.ID(q.Paragraph).Cite(), q.Words)
			}
		}
	}
	if len(s.Or) > 0 {
		fmt.Fprintf(w, "## or into: %s\n", strings.Join(s.Or, ", "))
	}
	for line := range strings.Lines(string(text)) {
		fmt.Fprintf(w, "# %s", line)
	}
	return nil
}
