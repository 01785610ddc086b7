package answer_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"github.com/cayleygraph/quad"

	"rapporteur/graph"
	"rapporteur/internal/answer"
	"rapporteur/queries/gizmo"
)

// A watched store tells of which paragraphs it was asked for something.
type watched struct {
	answer.Store
	seen map[string]bool
}

func (w watched) Run(ctx context.Context, p *gizmo.Program, lim gizmo.Limits) (*gizmo.Result, error) {
	result, err := w.Store.Run(ctx, p, lim)
	if err != nil {
		return nil, err
	}
	for _, row := range result.Rows {
		for _, v := range row {
			if id, ok := v.(quad.IRI); ok && graph.ID(id).Prefix() == "para" {
				w.seen[string(id)] = true
			}
		}
	}
	return result, nil
}

// Of the paragraphs that name something only those that are quoted are read.
func TestQuotesReadNoMore(t *testing.T) {
	r := reader(t)
	all, cut, err := r.Mentioning(t.Context(), "country:UTO", answer.Narrowing{})
	if err != nil || cut || len(all) < 3 {
		t.Fatalf("%d paragraphs, cut %v, %v", len(all), cut, err)
	}
	w := watched{r.Store, map[string]bool{}}
	r.Store = w
	if _, _, err := r.Quotes(t.Context(), "country:UTO", all[1:2]); err != nil {
		t.Fatal(err)
	}
	// Where an intervention began is told of its paragraphs.
	if delete(w.seen, all[1]); len(w.seen) > 1 {
		t.Errorf("beside %s it read %v", all[1], w.seen)
	}
}

func TestMentioning(t *testing.T) {
	const part = "para:LHK/C/SR.13%20%23%20(Part%20II)"
	tests := []struct {
		name, of string
		by       answer.Narrowing
		want     string
	}{
		{"all, the newest first, undated last", "country:UTO", answer.Narrowing{}, part + "#1 7#1 7#3 7#6 12#9 12#10"},
		{"a record", "country:UTO", answer.Narrowing{Record: "record:LHK/C/SR.12"}, "12#9 12#10"},
		{"another body", "country:UTO", answer.Narrowing{Body: "body:CMW"}, ""},
		{"a role", "country:UTO", answer.Narrowing{Role: "member"}, part + "#1 12#9"},
		{"for a State, or while it is under review", "country:UTO", answer.Narrowing{State: "country:UTO"}, "7#1 7#3"},
		{"for a State that is a guest, and while it is under review", "country:UTO", answer.Narrowing{State: "country:ERE"}, "7#6 12#9 12#10"},
		{"by an institution while the State is under review", "institution:ilamp", answer.Narrowing{State: "country:UTO", Role: "institution"}, "7#5"},
		{"a topic", "topic:night-work", answer.Narrowing{Body: "body:LHK", Role: "chair"}, "7#2"},
	}
	r := reader(t)
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, cut, err := r.Mentioning(t.Context(), tt.of, tt.by)
			if err != nil || cut {
				t.Fatal(cut, err)
			}
			short := strings.ReplaceAll(strings.Join(got, " "), "para:LHK/C/SR.7#", "7#")
			if short = strings.ReplaceAll(short, "para:LHK/C/SR.12#", "12#"); short != tt.want {
				t.Errorf("got %s, want %s", short, tt.want)
			}
		})
	}
}

// What the limits cut is said, whichever reading they cut.
func TestMentioningIsCut(t *testing.T) {
	r := reader(t)
	r.Limits.Rows = 2
	for name, by := range map[string]answer.Narrowing{"all": {}, "by role": {Role: "delegation"}} {
		if got, cut, err := r.Mentioning(t.Context(), "country:UTO", by); err != nil || !cut || len(got) > 2 {
			t.Errorf("%s: %v, cut %v, %v", name, got, cut, err)
		}
	}
}

// A network names the records that its links stand in, by symbol, also those whose
// heads alone state something.
func TestRecordsOfNetwork(t *testing.T) {
	n, err := reader(t).Network(t.Context(), "meeting:LHK/12", answer.View{Depth: 1, Limit: 10})
	if err != nil {
		t.Fatal(err)
	}
	symbols := []string{}
	for _, rec := range n.Records {
		symbols = append(symbols, rec.Symbol)
	}
	for _, l := range n.Links {
		for _, p := range l.Paragraphs {
			if p.ID != "graph:lexicon" && !slices.ContainsFunc(symbols, func(s string) bool { return strings.Contains(p.ID, s) }) {
				t.Errorf("%s of %s is in none of %q", p.ID, l.Predicate, symbols)
			}
		}
	}
	if !slices.Equal(symbols, []string{"LHK/C/SR.12"}) || n.Records[0].Date != nil || n.Records[0].Body == nil {
		t.Errorf("%q: %+v", symbols, n.Records)
	}
}
