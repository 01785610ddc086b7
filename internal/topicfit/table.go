package topicfit

import (
	"fmt"

	"rapporteur/internal/score"
)

// Table shows results, a row a set, and the mean of their figures.
func Table(results []Result) score.Table {
	t := score.Table{Head: []string{"paragraphs of", "number", "precision", "recall", "F1", "precision with maybe", "F1 with maybe"}}
	mean := make([]float64, 5)
	for _, r := range results {
		row := []string{r.Set.Name, fmt.Sprint(len(r.Set.Examples))}
		for i, f := range r.figures() {
			row = append(row, score.Figure(f))
			mean[i] += f / float64(len(results))
		}
		t.Rows = append(t.Rows, row)
	}
	last := []string{"mean", ""}
	for _, f := range mean {
		last = append(last, score.Figure(f))
	}
	t.Rows = append(t.Rows, last)
	return t
}

func (r Result) figures() []float64 {
	return []float64{r.Strict.Precision(), r.Strict.Recall(), r.Strict.F1(), r.Lenient.Precision(), r.Lenient.F1()}
}
