package review

import (
	"cmp"
	"fmt"
	"maps"
	"slices"

	"github.com/cayleygraph/quad"

	"rapporteur/graph"
	"rapporteur/internal/correction"
	"rapporteur/internal/words"
	"rapporteur/queries/gizmo"
	"rapporteur/schema"
)

// reach is how many paragraphs back a description may look before it is doubtful.
const reach = 10

// A doubt is a suggestion to reject something, and how sure the program was.
type doubt struct {
	Suggestion
	confidence float64
}

// An occurrence is what is doubtful: words of a paragraph that mean an entity, or
// the entity itself.
type occurrence struct{ id, paragraph, words string }

// doubts suggests what to reject, the most doubtful first. What a merge is
// suggested for is not suggested to be rejected as a whole as well.
func (r *reader) doubts(entities map[string]*entity, merges []Suggestion) ([]Suggestion, error) {
	found := make(map[occurrence]doubt)
	if err := r.unsure(entities, found); err != nil {
		return nil, err
	}
	if err := r.farFetched(entities, found); err != nil {
		return nil, err
	}
	merged := make(map[string]bool)
	for _, m := range merges {
		merged[m.Entry.ID], merged[m.Entry.Into] = true, true
	}
	for _, id := range slices.Sorted(maps.Keys(entities)) {
		if e := entities[id]; !e.listed && len(e.paragraphs) == 1 && !merged[id] {
			if why := odd(e); why != "" {
				put(found, doubt{Suggestion{Entry: correction.Entry{Action: correction.Reject, ID: id, Reason: "named once, and " + why}, About: about(e)}, 0.6})
			}
		}
	}
	list := slices.SortedFunc(maps.Values(found), func(a, b doubt) int {
		x, y := a.Entry, b.Entry
		return cmp.Or(cmp.Compare(a.confidence, b.confidence), byParagraph(graph.ID(x.Paragraph), graph.ID(y.Paragraph)), cmp.Compare(x.ID, y.ID), cmp.Compare(x.Words, y.Words))
	})
	var out []Suggestion
	for _, d := range list {
		out = append(out, d.Suggestion)
	}
	return out, nil
}

// put keeps the stronger of two doubts about the same words.
func put(found map[occurrence]doubt, d doubt) {
	k := occurrence{d.Entry.ID, d.Entry.Paragraph, d.Entry.Words}
	if old, ok := found[k]; !ok || d.confidence < old.confidence {
		found[k] = d
	}
}

// unsure finds mentions with a confidence below 1. Those that mean one of several
// persons are to be merged into one of them, the others to be rejected.
func (r *reader) unsure(entities map[string]*entity, found map[occurrence]doubt) error {
	return r.run("doubtful.js", nil, func(row gizmo.Row) {
		e := entities[iri(row, "entity")]
		confidence, ok := row["confidence"].(quad.Float)
		if e == nil || !ok {
			return
		}
		if d, ok := eitherPerson(e, entities, row); ok {
			d.confidence = float64(confidence)
			put(found, d)
			return
		}
		by := text(row, "how")
		if rule := text(row, "rule"); rule != "" {
			by = "rule " + rule
		}
		put(found, rejection(e, row, fmt.Sprintf("found by %s with confidence %.2g", by, float64(confidence)), float64(confidence)))
	})
}

// farFetched finds descriptions whose entity was last named far away. Those of
// persons (the Chair) and of entities that the lexicon knows follow from whose
// record it is ("the Committee", "the Convention") and are not meant.
func (r *reader) farFetched(entities map[string]*entity, found map[occurrence]doubt) error {
	split := words.NewSplitter()
	var far []doubt
	err := r.run("descriptions.js", nil, func(row gizmo.Row) {
		e := entities[iri(row, "entity")]
		if e == nil || e.listed || e.class == schema.ClassPerson || spelledOut(e, spell(split, text(row, "words"))) {
			return
		}
		switch back, before := distanceBack(e, graph.ID(iri(row, "paragraph"))); {
		case !before:
			far = append(far, rejection(e, row, "a description of what this record did not name before", 0.5))
		case back > reach:
			far = append(far, rejection(e, row, fmt.Sprintf("a description of what was last named %d paragraphs before", back), 0.8))
		}
	})
	if err != nil || len(far) == 0 {
		return err
	}
	var in []graph.ID
	for _, d := range far {
		in = append(in, graph.ID(d.Entry.Paragraph))
	}
	first, err := r.words(in)
	for _, d := range far {
		if first[naming{graph.ID(d.Entry.Paragraph), d.Entry.ID}] == d.Entry.Words { // else the same paragraph names it first
			put(found, d)
		}
	}
	return err
}

// spelledOut reports whether the words are a whole name of e.
func spelledOut(e *entity, s spelling) bool {
	return slices.ContainsFunc(e.spelled, func(o spelling) bool { return o.key() == s.key() })
}

// distanceBack is how many paragraphs before p its record last named e, and
// whether it did. To be named in p itself is 0 back.
func distanceBack(e *entity, p graph.ID) (back int, before bool) {
	at, found := slices.BinarySearchFunc(e.paragraphs, p, byParagraph)
	if !found || at == 0 {
		return 0, false
	}
	symbol, number, _ := p.Paragraph()
	last, lastNumber, _ := e.paragraphs[at-1].Paragraph()
	return number - lastNumber, last == symbol
}

// rejection suggests that a mention means nothing.
func rejection(e *entity, row gizmo.Row, why string, confidence float64) doubt {
	return doubt{Suggestion{
		Entry: correction.Entry{Action: correction.Reject, ID: e.id, Paragraph: iri(row, "paragraph"), Words: text(row, "words"), Reason: why},
		About: about(e),
	}, confidence}
}
