package resolve

import (
	"fmt"
	"unicode/utf8"

	"rapporteur/graph"
	"rapporteur/internal/record"
	"rapporteur/internal/rule"
	"rapporteur/schema"
)

// relations writes what the paragraph says of facts. Each is a node that names
// the fact and says how it is spoken of; what is asserted is a quad by itself as
// well, so that only what somebody says is so can be met by following the graph.
func (w *writer) relations(para graph.ID, i int) {
	p := w.res.Record.Paragraphs[i]
	spans := make(map[record.Span]int)
	for _, r := range w.res.Paragraphs[i].Relations {
		spans[r.Span]++
		at := w.relationID(p, r.Span, max(r.Nth, spans[r.Span]))
		w.class(at, schema.ClassRelation)
		w.ref(at, schema.RelationSubject, graph.ID(r.Subject))
		w.ref(at, schema.RelationPredicate, graph.ID(r.Property))
		w.ref(at, schema.RelationObject, graph.ID(r.Object))
		w.text(at, schema.Modality, string(r.Mood))
		w.ref(at, schema.StatedIn, para)
		w.text(at, schema.StatedWords, r.Span.Of(p.Text))
		w.text(at, schema.StatedDate, r.Date)
		if r.Mood == rule.Asserted && !w.unsure[r.Subject] {
			w.ref(graph.ID(r.Subject), r.Property, graph.ID(r.Object))
		}
	}
}

// relationID is like the id of a mention: "relation:CMW/C/SR.464#13.812-860",
// characters of the paragraph's text, with ".2" and up where several share them.
func (w *writer) relationID(p record.Paragraph, s record.Span, nth int) graph.ID {
	start := utf8.RuneCountInString(p.Text[:s.Start])
	id := graph.NewID("relation", w.symbol) + graph.ID(fmt.Sprintf("#%d.%d-%d", p.Number, start, start+utf8.RuneCountInString(s.Of(p.Text))))
	if nth > 1 {
		id += graph.ID(fmt.Sprintf(".%d", nth))
	}
	return id
}
