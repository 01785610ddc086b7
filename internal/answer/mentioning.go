package answer

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"rapporteur/graph"
	"rapporteur/internal/natural"
)

// A Narrowing says which paragraphs stay in a list, by ids; what is "" leaves all.
type Narrowing struct {
	Record string
	Body   string
	State  string // for which somebody speaks; else the State under review; else whence the speaker comes
	Role   string // of the speaker: chair, member, delegation, institution or secretariat
}

// A mentioning is a paragraph that names a thing, with what gives it its place.
type mentioning struct {
	paragraph, record string // ids
	day               string // of the meeting, "" for none
	symbol            string
	number            int
}

func newMentioning(paragraph string) mentioning {
	symbol, number, _ := graph.ID(paragraph).Paragraph()
	return mentioning{paragraph: paragraph, record: string(graph.RecordID(symbol)), symbol: symbol, number: number}
}

// newest puts the newest meeting first and what has no date last, and within a record
// follows the numbers.
func newest(a, b mentioning) int {
	return cmp.Or(
		strings.Compare(b.day, a.day), natural.Compare(b.symbol, a.symbol),
		cmp.Compare(a.number, b.number), strings.Compare(a.paragraph, b.paragraph),
	)
}

// Mentioning returns the ids of the paragraphs that name an entity or are about it:
// those of the newest meeting first, within it by number, and last those without a
// date. It reports whether the limits cut them.
func (r Reader) Mentioning(ctx context.Context, id string, n Narrowing) (paragraphs []string, cut bool, err error) {
	list, cut, err := r.mentionings(ctx, id, n)
	if err != nil {
		return nil, false, fmt.Errorf("paragraphs that name %s: %w", id, err)
	}
	slices.SortFunc(list, newest)
	return each(list, func(m mentioning) string { return m.paragraph }), cut, nil
}

// mentionings are the paragraphs of Mentioning in no order.
func (r Reader) mentionings(ctx context.Context, id string, n Narrowing) (list []mentioning, cut bool, err error) {
	found, err := r.run(ctx, "mentioning.js", map[string]any{"what": iris(id), "naming": iris(naming()...)})
	if err != nil {
		return nil, false, err
	}
	for _, row := range found.Rows {
		if m := newMentioning(iri(row, "paragraph")); n.Record == "" || n.Record == m.record {
			list = append(list, m)
		}
	}
	headings, cut, err := r.headings(ctx, each(list, func(m mentioning) string { return m.record }))
	if err != nil {
		return nil, false, err
	}
	list = slices.DeleteFunc(list, func(m mentioning) bool { return n.Body != "" && graph.Words(headings[m.record].body) != n.Body })
	for i := range list {
		list[i].day = graph.Words(headings[list[i].record].date)
	}
	list, cutVoices, err := r.spoken(ctx, list, n)
	return list, found.Truncated || cut || cutVoices, err
}

// each is a list of what of says of the elements of another.
func each[T, V any](list []T, of func(T) V) []V {
	out := make([]V, len(list))
	for i, one := range list {
		out[i] = of(one)
	}
	return out
}
