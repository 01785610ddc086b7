package answer

import (
	"cmp"
	"context"
	"iter"
	"slices"
	"strings"

	"rapporteur/queries/gizmo"
	"rapporteur/schema"
)

// A Link is a link of a network. Its weight is the number of passages.
type Link struct {
	Source     string    `json:"source"`
	Target     string    `json:"target"`
	Predicate  string    `json:"predicate"` // a property, or [NamedTogether]
	Label      string    `json:"label"`
	Weight     int       `json:"weight"`
	Paragraphs []Passage `json:"paragraphs"`
}

// NamedTogether is the predicate between things that the same paragraphs name or
// are about. It has no direction; the source is the first by id.
const NamedTogether = "together"

// A weave gathers links; the same link from several rows is one.
type weave struct{ strands map[strandKey]*strand }

type strandKey struct{ source, target, predicate string }

type strand struct {
	label  string
	fact   bool            // the graph states it, rather than that it follows from paragraphs
	stated map[string]bool // ids of passages
}

func newWeave() *weave { return &weave{map[strandKey]*strand{}} }

// add adds the link that a row with the columns source, target and stated_in
// says.
func (w *weave) add(r Reader, row gizmo.Row, predicate, label string, fact bool) {
	k := strandKey{iri(row, "source"), iri(row, "target"), predicate}
	if predicate == NamedTogether && k.source > k.target {
		k.source, k.target = k.target, k.source
	}
	if k.source == k.target || !r.isEntityID(k.source) || !r.isEntityID(k.target) {
		return
	}
	s := w.strands[k]
	if s == nil {
		s = &strand{label: label, fact: fact, stated: map[string]bool{}}
		w.strands[k] = s
	}
	if where := iri(row, "stated_in"); where != "" {
		s.stated[where] = true
	}
}

// among returns the links between nodes.
func (w *weave) among(nodes map[string]int) []Link {
	links := []Link{}
	for k, s := range w.strands {
		_, from := nodes[k.source]
		_, to := nodes[k.target]
		if from && to {
			links = append(links, Link{k.source, k.target, k.predicate, s.label, max(len(s.stated), 1), passages(s.stated)})
		}
	}
	slices.SortFunc(links, func(a, b Link) int {
		return cmp.Or(
			cmp.Compare(order(a), order(b)), cmp.Compare(b.Weight, a.Weight),
			strings.Compare(a.Source, b.Source), strings.Compare(a.Target, b.Target), strings.Compare(a.Predicate, b.Predicate),
		)
	})
	return links
}

// order puts what is only named together last.
func order(l Link) int {
	if l.Predicate == NamedTogether {
		return 1
	}
	return 0
}

// linking are the programs that give the links of all entities: facts, who speaks
// for whom, and what is named together.
var linking = []string{"facts.js", "speaking.js", "together.js"}

// linksOf adds the links of nodes to w, as the programs give them. It reports
// whether the store had more.
func (r Reader) linksOf(ctx context.Context, w *weave, nodes []string, programs []string) (cut bool, err error) {
	params := map[string]any{"nodes": iris(nodes...), "links": iris(r.links()...), "naming": iris(naming()...)}
	for _, file := range programs {
		result, err := r.run(ctx, file, params)
		if err != nil {
			return false, err
		}
		cut = cut || result.Truncated
		for _, row := range result.Rows {
			predicate, label := r.predicate(file, row)
			w.add(r, row, predicate, label, file != "together.js")
		}
	}
	return cut, nil
}

// predicate says what a row of a program links by.
func (r Reader) predicate(file string, row gizmo.Row) (predicate, label string) {
	p := schema.Property(iri(row, "predicate"))
	switch file {
	case "together.js":
		return NamedTogether, "named together"
	case "speaking.js":
		p = schema.SpeaksFor
	case "record-names.js", "records-of.js":
		p = schema.Mentions
	}
	def, _ := r.Schema.Property(p)
	return string(p), def.Label
}

// links are those of all steps.
func (p *Paths) links() iter.Seq[Link] {
	return func(yield func(Link) bool) {
		for _, way := range p.Paths {
			for _, step := range way.Steps {
				for _, l := range step.Links {
					if !yield(l) {
						return
					}
				}
			}
		}
	}
}
