package parse

import "rapporteur/internal/record"

// interventions says for every paragraph who speaks. A paragraph that names
// nobody goes on with the one before, unless an agenda heading, a suspension or
// a procedural paragraph stands between: who speaks then is not stated. A decision
// only interrupts: who speaks next is named, or is the one who put the question.
func (p *parser) interventions(passages []passage) {
	open := -1        // the intervention that a paragraph may go on with
	interrupted := -1 // the one that a decision interrupted
	at := 0
	for i := range passages {
		q := &passages[i]
		if q.gone {
			continue
		}
		if q.fresh {
			open, interrupted = -1, -1
		}
		switch o := q.block.voice; o.kind {
		case speaking:
			open = len(p.rec.Interventions)
			p.rec.Interventions = append(p.rec.Interventions, record.Intervention{Speaker: o.speaker, From: o.from, First: at, Last: at})
		case procedural:
			interrupted = max(open, interrupted)
			if open = -1; !isDecision(q.block.text) {
				interrupted = -1
			}
		case silent:
			open = max(open, interrupted)
			if open >= 0 {
				p.rec.Interventions[open].Last = at
			}
		}
		p.rec.Paragraphs[at].Intervention = open
		at++
	}
}
