package parse

import "rapporteur/internal/record"

// interventions says for every paragraph who speaks. A paragraph that names
// nobody goes on with the one before, unless an agenda heading, a suspension or
// a procedural paragraph stands between: who speaks then is not stated.
func (p *parser) interventions(passages []passage) {
	open := -1 // the intervention that a paragraph may go on with
	at := 0
	for i := range passages {
		q := &passages[i]
		if q.gone {
			continue
		}
		if q.fresh {
			open = -1
		}
		switch o := q.block.voice; o.kind {
		case speaking:
			open = len(p.rec.Interventions)
			p.rec.Interventions = append(p.rec.Interventions, record.Intervention{Speaker: o.speaker, From: o.from, First: at, Last: at})
		case procedural:
			open = -1
		case silent:
			if open >= 0 {
				p.rec.Interventions[open].Last = at
			}
		}
		p.rec.Paragraphs[at].Intervention = open
		at++
	}
}
