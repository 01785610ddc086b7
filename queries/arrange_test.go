package queries_test

import (
	"errors"
	"strings"
	"testing"

	"rapporteur/queries"
	"rapporteur/queries/table"
)

// column lists the cells of a column, "-" for an empty one.
func column(t *table.Table, at int) string {
	var words []string
	for _, row := range t.Rows {
		if text := row[at].Text(); text != "" {
			words = append(words, text)
		} else {
			words = append(words, "-")
		}
	}
	return strings.Join(words, " | ")
}

func TestArrange(t *testing.T) {
	l := newLighthouse(t)
	q := must(l.queries.Get("records"))(t)
	for by, want := range map[string]string{
		"":              "LHK/C/SR.7 | LHK/C/SR.12",
		"record":        "LHK/C/SR.7 | LHK/C/SR.12",
		"-record":       "LHK/C/SR.12 | LHK/C/SR.7",
		"-date":         "LHK/C/SR.7 | LHK/C/SR.12", // what has no date comes last
		"body,-meeting": "LHK/C/SR.12 | LHK/C/SR.7",
		"body":          "LHK/C/SR.7 | LHK/C/SR.12", // as before
	} {
		tb := must(queries.Run(t.Context(), l.store, l.names, q, nil))(t)
		if err := q.Arrange(tb, strings.FieldsFunc(by, func(r rune) bool { return r == ',' })); err != nil {
			t.Fatal(err)
		}
		if got := column(tb, 0); got != want {
			t.Errorf("by %s: %s; want %s", by, got, want)
		}
	}
	tb := must(queries.Run(t.Context(), l.store, l.names, q, nil))(t)
	if err := q.Arrange(tb, []string{"-colour"}); !errors.Is(err, queries.ErrNoColumn) || !strings.Contains(err.Error(), "meeting") {
		t.Errorf("%v", err)
	}
}

func TestChoose(t *testing.T) {
	l := newLighthouse(t)
	tb := must(queries.Run(t.Context(), l.store, l.names, must(l.queries.Get("records"))(t), nil))(t)
	if err := queries.Choose(tb, []string{"colour"}); !errors.Is(err, queries.ErrNoColumn) {
		t.Errorf("%v", err)
	}
	if err := queries.Choose(tb, []string{"date", "record"}); err != nil {
		t.Fatal(err)
	}
	if len(tb.Columns) != 2 || tb.Columns[0].Name != "date" || column(tb, 1) != "LHK/C/SR.7 | LHK/C/SR.12" {
		t.Errorf("%v %s", tb.Columns, column(tb, 1))
	}
}

// TestKey checks which arguments mean the same.
func TestKey(t *testing.T) {
	l := newLighthouse(t)
	q := must(l.queries.Get("agreements-cited"))(t)
	key := func(args ...string) string {
		m := map[string]string{}
		for i := 0; i < len(args); i += 2 {
			m[args[i]] = args[i+1]
		}
		return must(q.Key(l.names, m))(t)
	}
	want := key("country", "Utopia")
	for _, same := range [][]string{{"country", " UTO "}, {"country", "country:UTO", "by", ""}, {"country", "utopian", "by", "Delegation"}} {
		if got := key(same...); got != want {
			t.Errorf("%v: %q, want %q", same, got, want)
		}
	}
	seen := map[string]bool{want: true}
	for _, other := range [][]string{{"country", "Erewhon"}, {"country", "Utopia", "by", "anyone"}, {"country", "Utopia", "from", "2019"}, {"country", "Utopia", "to", "2019"}} {
		if got := key(other...); seen[got] {
			t.Errorf("%v: %q is the key of another question", other, got)
		} else {
			seen[got] = true
		}
	}
	if _, err := q.Key(l.names, nil); !errors.Is(err, queries.ErrMissing) {
		t.Errorf("%v", err)
	}
}
