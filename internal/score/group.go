package score

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"rapporteur/internal/annotation"
)

// Era returns the decade of a record's meeting, "1990s"; "undated" where the
// record states no date.
func Era(h annotation.Header) string {
	if h.Date == nil || len(*h.Date) < len("2006") {
		return "undated"
	}
	return (*h.Date)[:3] + "0s"
}

// Body returns the code of the body that met, "unknown" where the record tells
// none.
func Body(h annotation.Header) string {
	if h.Body == nil {
		return "unknown"
	}
	return *h.Body
}

// Groups are scorecards of groups of records by their name, such as an era.
type Groups map[string]*Card

// Add adds the records of d to a group.
func (g Groups) Add(name string, d Card) {
	if g[name] == nil {
		g[name] = new(Card)
	}
	g[name].Add(d)
}

// Table returns the F1 of every line (of coreference its recall) with a column
// a group, in order of their names; "–" where the group has nothing of the kind.
func (g Groups) Table() Table {
	names := slices.Sorted(maps.Keys(g))
	t := Table{Head: append([]string{"F1"}, names...)}
	records := []string{"records"}
	for _, name := range names {
		records = append(records, fmt.Sprint(g[name].Records))
	}
	t.Rows = append(t.Rows, records)
	for _, l := range lines {
		row := []string{l}
		for _, name := range names {
			row = append(row, figure(l, g[name].Lines[l]))
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

func figure(line string, n Count) string {
	switch {
	case n == Count{}:
		return "–"
	case line == coreference:
		return Figure(n.Recall())
	}
	return Figure(n.F1())
}

// kinds are the ways to group records, by name.
var kinds = map[string]func(annotation.Header) string{"era": Era, "body": Body}

// By returns the way to group records that has the given name.
func By(name string) (group func(annotation.Header) string, err error) {
	if group = kinds[name]; group == nil {
		return nil, fmt.Errorf("no groups by %q (known: %s)", name, strings.Join(slices.Sorted(maps.Keys(kinds)), ", "))
	}
	return group, nil
}
