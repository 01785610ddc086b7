// Package review finds what in a store is likely wrong: entities that may be one
// under two ids, and mentions that may mean nothing or something else. Each
// suggestion is a ready-made correction with the words of the paragraphs that
// speak for it, for a person to accept or not; nothing is changed.
//
//	report, err := review.Find(ctx, store, sch, review.Options{Date: "2026-05-02"})
//	…
//	err = report.WriteYAML(os.Stdout)
//
// The same store always gives the same report.
package review

import (
	"cmp"
	"context"
	"slices"

	"rapporteur/graph"
	"rapporteur/internal/correction"
	"rapporteur/queries/gizmo"
	"rapporteur/schema"
)

// A Store answers Gizmo programs.
type Store interface {
	Run(ctx context.Context, p *gizmo.Program, lim gizmo.Limits) (*gizmo.Result, error)
}

// Options say what to report.
type Options struct {
	Date  string // of the entries, ISO 8601
	Limit int    // most suggestions of each kind; 0 for all
}

// A Report is what was found in a store.
type Report struct {
	Duplicates []Suggestion `json:"duplicates"` // the likeliest first
	Doubts     []Suggestion `json:"doubts"`
	// AllDuplicates and AllDoubts count what was found before it was cut at
	// Options.Limit.
	AllDuplicates int `json:"all_duplicates"`
	AllDoubts     int `json:"all_doubts"`
}

// A Suggestion is a correction that may be right.
type Suggestion struct {
	Entry    correction.Entry `json:"entry"`
	Or       []string         `json:"or,omitempty"` // ids that Entry.Into may be instead
	About    []About          `json:"about"`        // the entities, that of Entry.ID first
	Evidence []Quote          `json:"evidence"`
}

// An About says what the store knows of an entity.
type About struct {
	ID         string `json:"id"`
	Label      string `json:"label"`
	Paragraphs int    `json:"paragraphs"` // that name it
}

// A Quote is the words by which a paragraph names an entity.
type Quote struct {
	Paragraph graph.ID `json:"paragraph"`
	ID        string   `json:"id"`
	Words     string   `json:"words"`
}

// Find looks through a store.
func Find(ctx context.Context, store Store, sch *schema.Schema, opts Options) (*Report, error) {
	r := reader{ctx: ctx, store: store, schema: sch}
	entities, err := r.entities()
	if err != nil {
		return nil, err
	}
	report := &Report{Duplicates: duplicates(entities)}
	if report.Doubts, err = r.doubts(entities, report.Duplicates); err != nil {
		return nil, err
	}
	report.AllDuplicates, report.AllDoubts = len(report.Duplicates), len(report.Doubts)
	if n := opts.Limit; n > 0 {
		report.Duplicates = report.Duplicates[:min(n, len(report.Duplicates))]
		report.Doubts = report.Doubts[:min(n, len(report.Doubts))]
	}
	for _, list := range [][]Suggestion{report.Duplicates, report.Doubts} {
		for i := range list {
			list[i].Entry.Date = opts.Date
		}
	}
	return report, r.quote(entities, report)
}

// about says what is known of entities.
func about(entities ...*entity) (out []About) {
	for _, e := range entities {
		out = append(out, About{e.id, e.label, len(e.paragraphs)})
	}
	return out
}

// byParagraph orders ids of paragraphs by record and number.
func byParagraph(a, b graph.ID) int {
	symbolA, numberA, _ := a.Paragraph()
	symbolB, numberB, _ := b.Paragraph()
	return cmp.Or(cmp.Compare(symbolA, symbolB), numberA-numberB)
}

// shown is how many paragraphs are quoted for an entity.
const shown = 2

// quote adds the words of the first paragraphs that name the entities of each
// suggestion, or of the paragraph that it is about.
func (r *reader) quote(entities map[string]*entity, report *Report) error {
	var wanted []graph.ID
	for _, list := range [][]Suggestion{report.Duplicates, report.Doubts} {
		for _, s := range list {
			for _, a := range s.About {
				wanted = append(wanted, passages(s, entities[a.ID])...)
			}
		}
	}
	slices.SortFunc(wanted, byParagraph)
	words, err := r.words(slices.Compact(wanted))
	if err != nil {
		return err
	}
	for _, list := range [][]Suggestion{report.Duplicates, report.Doubts} {
		for i := range list {
			s := &list[i]
			for _, a := range s.About {
				for _, p := range passages(*s, entities[a.ID]) {
					said := words[naming{p, a.ID}]
					if a.ID == s.Entry.ID && s.Entry.Words != "" {
						said = s.Entry.Words
					}
					if said != "" {
						s.Evidence = append(s.Evidence, Quote{p, a.ID, said})
					}
				}
			}
		}
	}
	return nil
}

// passages are the paragraphs to quote for an entity of a suggestion.
func passages(s Suggestion, e *entity) []graph.ID {
	if s.Entry.Paragraph != "" && s.Entry.ID == e.id {
		return []graph.ID{graph.ID(s.Entry.Paragraph)}
	}
	return e.paragraphs[:min(shown, len(e.paragraphs))]
}
