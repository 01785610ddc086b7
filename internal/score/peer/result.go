package peer

import (
	"fmt"

	"rapporteur/internal/score"
	"rapporteur/schema"
)

// A Result is what one program found.
type Result struct {
	Name    string  // "prose"
	Version string  // with what runs it: "v2.0.0, go1.26"
	Seconds float64 // for all texts once
	Figures Figures
}

// Quality returns the figures of the programs beside one another, by type.
func Quality(results []Result) score.Table {
	t := score.Table{Head: []string{"names of", "found by", "exact F1", "precision", "recall", "F1"}}
	for _, class := range append(Types(), Any) {
		for _, r := range results {
			f := r.Figures[class]
			t.Rows = append(t.Rows, []string{
				title(class), r.Name, score.Figure(f.Exact.F1()), score.Figure(f.Overlap.Precision()), score.Figure(f.Overlap.Recall()), score.Figure(f.Overlap.F1()),
			})
		}
	}
	return t
}

func title(c schema.Class) string {
	if c == Any {
		return "any of these"
	}
	return string(c)
}

// Speed returns how fast the programs read texts of so many bytes in all.
func Speed(results []Result, bytes int) score.Table {
	t := score.Table{Head: []string{"program", "version", "MB of text a second"}}
	for _, r := range results {
		t.Rows = append(t.Rows, []string{r.Name, r.Version, fmt.Sprintf("%.2f", float64(bytes)/r.Seconds/1e6)})
	}
	return t
}
