package queries_test

import (
	"testing"

	"rapporteur/queries"
)

// TestQuestion fills the placeholders of a question, in its order.
func TestQuestion(t *testing.T) {
	l := newLighthouse(t)
	q := must(l.queries.Get("raised-and-answered"))(t)
	var names []string
	for _, p := range q.Placeholders() {
		names = append(names, p.Name)
	}
	if len(names) != 2 || names[0] != "country" || names[1] != "topic" {
		t.Errorf("placeholders %q", names)
	}
	got := q.Question(map[string]string{"country": "Utopia", "topic": "Night {work}"})
	if want := "What did the body raise with Utopia on “Night {work}”, and what was answered?"; got != want {
		t.Errorf("%s", got)
	}
	if got := (&queries.Query{}).Question(nil); got != "" {
		t.Errorf("a query without a question asks %q", got)
	}
}
