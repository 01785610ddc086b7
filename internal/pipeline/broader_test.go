package pipeline_test

import (
	"io/fs"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"rapporteur/data"
	"rapporteur/internal/pipeline"
)

func TestBroader(t *testing.T) {
	topics := fstest.MapFS{"topics.tsv": {Data: []byte(
		"id\tlabel\tbroader\tterms\n" +
			"topic:school-meals\tSchool meals\ttopic:education|topic:nutrition\tschool meal\n" +
			"topic:education\tEducation\n" +
			"topic:nutrition\tNutrition\t\tnutrition\n")}}
	p, err := pipeline.New(pipeline.Knowledge{Lexicons: []fs.FS{topics}, Rules: []fs.FS{data.Rules()}})
	if err != nil {
		t.Fatal(err)
	}
	for id, want := range map[string][]string{
		"topic:school-meals": {"topic:education", "topic:nutrition"},
		"topic:nutrition":    nil,
		"topic:unheard-of":   nil,
	} {
		if diff := cmp.Diff(want, p.Broader(id)); diff != "" {
			t.Errorf("%s (-want +got)\n%s", id, diff)
		}
	}
}
