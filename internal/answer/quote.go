package answer

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"rapporteur/graph"
	"rapporteur/internal/excerpt"
	"rapporteur/internal/words"
	"rapporteur/queries/gizmo"
	"rapporteur/schema"
)

// A Quote is a paragraph that names a thing or is about it, with the words around the
// first that name it. Where none do, the fragment is the beginning of the paragraph.
type Quote struct {
	Passage
	Date     *string          `json:"date"` // ISO 8601; null where the record has lost it
	Body     *Ref             `json:"body"`
	Meeting  *Ref             `json:"meeting"`
	Record   Ref              `json:"record"`
	Section  *string          `json:"section"` // heading that it stands under
	Speaker  *Speaker         `json:"speaker"` // nil where nobody speaks
	Fragment excerpt.Fragment `json:"fragment"`
	Mentions int              `json:"mentions"` // how often the paragraph names the thing
}

// quoted are the properties of a paragraph that a quote shows.
func quoted() []schema.Property {
	return []schema.Property{
		schema.Text, schema.Section, schema.SpokenBy, schema.SpeakerName, schema.SpeakerRole,
		schema.Capacity, schema.SpeaksFor, schema.SpeakerFrom, schema.InIntervention,
	}
}

// Quotes quotes paragraphs, by their ids and in their order, for what they say of an
// entity. It reports whether the limits cut them.
func (r Reader) Quotes(ctx context.Context, id string, paragraphs []string) (quotes []Quote, cut bool, err error) {
	quotes = []Quote{}
	if len(paragraphs) == 0 {
		return quotes, false, nil
	}
	list := each(paragraphs, newMentioning)
	headings, cut, err := r.headings(ctx, each(list, func(m mentioning) string { return m.record }))
	if err != nil {
		return nil, false, fmt.Errorf("meetings that name %s: %w", id, err)
	}
	found, err := r.run(ctx, "quotes.js", map[string]any{"paragraphs": iris(paragraphs...), "said": iris(quoted()...), "what": iris(id)})
	if err != nil {
		return nil, false, fmt.Errorf("what is said of %s: %w", id, err)
	}
	said, named := bySubject(found.Rows), placesOf(found.Rows)
	splitter := words.NewSplitter()
	for _, m := range list {
		h, v, places := headings[m.record], said[m.paragraph], named[m.paragraph]
		quotes = append(quotes, Quote{
			Passage: passage(m.paragraph), Date: text(h.date), Body: r.optional(h.body), Meeting: r.optional(h.meeting),
			Record: r.ref(m.record), Section: v.text(schema.Section), Speaker: r.speaker(v),
			Fragment: around(splitter, graph.Words(v.first(schema.Text)), places), Mentions: len(places),
		})
	}
	return quotes, cut || found.Truncated, nil
}

// placesOf returns where paragraphs name a thing, in code points of their texts.
func placesOf(rows []gizmo.Row) map[string][]excerpt.Mark {
	places := map[string][]excerpt.Mark{}
	for _, row := range rows {
		if p := iri(row, "paragraph"); p != "" {
			places[p] = append(places[p], excerpt.Mark{Start: integer(row["start"]), End: integer(row["end"])})
		}
	}
	for _, list := range places {
		slices.SortFunc(list, func(a, b excerpt.Mark) int { return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End)) })
	}
	return places
}

// around cuts out of a text the part around the first of the places in it.
func around(splitter *words.Splitter, text string, places []excerpt.Mark) excerpt.Fragment {
	var cuts []excerpt.Span
	for _, w := range splitter.Split(text).Words {
		if w.Shape != words.Punct {
			cuts = append(cuts, excerpt.Span{Start: w.Start, End: w.End})
		}
	}
	return excerpt.Cut(text, cuts, inBytes(text, places), 0)
}

// inBytes turns places in code points, in order, into such in bytes. Of those that
// overlap it keeps the first, and none that the text does not have.
func inBytes(text string, places []excerpt.Mark) []excerpt.Span {
	var bounds []int // of letters
	for i := range text {
		bounds = append(bounds, i)
	}
	bounds = append(bounds, len(text))
	var out []excerpt.Span
	behind := 0
	for _, p := range places {
		if p.Start >= behind && p.End > p.Start && p.End < len(bounds) {
			out = append(out, excerpt.Span{Start: bounds[p.Start], End: bounds[p.End]})
			behind = p.End
		}
	}
	return out
}
