package answer

import (
	"cmp"
	"context"
	"slices"

	"github.com/cayleygraph/quad"

	"rapporteur/graph"
	"rapporteur/queries/gizmo"
	"rapporteur/schema"
)

// A Paragraph is a numbered paragraph with all that was found in it.
type Paragraph struct {
	Passage
	Record     Ref       `json:"record"`
	Document   string    `json:"document"`    // address of the United Nations document that it stands in
	NumberFrom *string   `json:"number_from"` // restored where the number did not stand in the text
	Section    *string   `json:"section"`
	Text       string    `json:"text"`
	Speaker    *Speaker  `json:"speaker"` // nil where nobody speaks
	Mentions   []Mention `json:"mentions"`
	Cites      []Ref     `json:"cites"`
	Provisions []Ref     `json:"provisions"` // articles that are cited
	Topics     []Ref     `json:"topics"`
}

// A Speaker is who speaks in a paragraph.
type Speaker struct {
	ID        *string  `json:"id"`   // null for who is not named
	Name      *string  `json:"name"` // as printed
	Role      *string  `json:"role"` // chair, member, delegation, institution or secretariat
	Capacity  *string  `json:"capacity"`
	SpeaksFor *Ref     `json:"speaks_for"`
	Country   *Ref     `json:"country"`  // whence the speaker comes in that role
	Began     *Passage `json:"began_in"` // where the intervention began
}

// A Mention quotes the paragraph's text from Start to End, in Unicode code
// points, end exclusive.
type Mention struct {
	ID         string       `json:"id"` // of what is named
	Label      string       `json:"label"`
	Type       schema.Class `json:"type"`
	Text       string       `json:"text"`
	Start      int          `json:"start"`
	End        int          `json:"end"`
	How        *string      `json:"how"` // name, alias, acronym, demonym, rule or coreference
	Rule       *string      `json:"rule"`
	Confidence float64      `json:"confidence"`
	Provision  *string      `json:"provision"`
}

// paragraphs reads paragraphs by their ids; ids that the store does not describe
// are left out.
func (r Reader) paragraphs(ctx context.Context, ids []string) (found []Paragraph, truncated bool, err error) {
	found = []Paragraph{}
	params := map[string]any{"paragraphs": iris(ids...)}
	said, err := r.run(ctx, "paragraphs.js", params)
	if err != nil {
		return nil, false, err
	}
	named, err := r.run(ctx, "paragraph-mentions.js", params)
	if err != nil {
		return nil, false, err
	}
	mentions := r.mentions(named.Rows)
	for id, v := range bySubject(said.Rows) {
		found = append(found, r.paragraph(id, v, mentions[id]))
	}
	slices.SortFunc(found, func(a, b Paragraph) int { return cmp.Compare(a.Number, b.Number) })
	return found, said.Truncated || named.Truncated, nil
}

func (r Reader) paragraph(id string, v values, mentions []Mention) Paragraph {
	if mentions == nil {
		mentions = []Mention{}
	}
	symbol, _, _ := graph.ID(id).Paragraph()
	return Paragraph{
		Passage:    passage(id),
		Record:     r.ref(string(graph.RecordID(symbol))),
		Document:   graph.DocumentURL(symbol),
		NumberFrom: v.text(schema.NumberFrom),
		Section:    v.text(schema.Section),
		Text:       graph.Words(v.first(schema.Text)),
		Speaker:    r.speaker(v),
		Mentions:   mentions,
		Cites:      r.refs(v[schema.Cites]),
		Provisions: r.refs(v[schema.CitesProvision]),
		Topics:     r.refs(v[schema.Subject]),
	}
}

func (r Reader) speaker(v values) *Speaker {
	s := &Speaker{
		ID:        v.text(schema.SpokenBy),
		Name:      v.text(schema.SpeakerName),
		Role:      v.text(schema.SpeakerRole),
		Capacity:  v.text(schema.Capacity),
		SpeaksFor: r.optional(v.first(schema.SpeaksFor)),
		Country:   r.optional(v.first(schema.SpeakerFrom)),
	}
	if s.ID == nil && s.Name == nil {
		return nil
	}
	if began, ok := v.first(schema.InIntervention).(quad.IRI); ok {
		p := passage(string(began))
		s.Began = &p
	}
	return s
}

// mentions sorts mentions by paragraph and, within, by place.
func (r Reader) mentions(rows []gizmo.Row) map[string][]Mention {
	found := map[string][]Mention{}
	seen := map[string]bool{}
	for _, row := range rows {
		if id := iri(row, "mention"); !seen[id] {
			seen[id] = true
			p := iri(row, "paragraph")
			found[p] = append(found[p], r.mention(row))
		}
	}
	for _, list := range found {
		slices.SortFunc(list, func(a, b Mention) int {
			return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End), cmp.Compare(a.ID, b.ID))
		})
	}
	return found
}

func (r Reader) mention(row gizmo.Row) Mention {
	id := iri(row, "entity")
	class, _ := r.Schema.ClassOf(id)
	m := Mention{
		ID: id, Label: r.Names.Label(id), Type: class, Text: graph.Words(row["words"]),
		Start: integer(row["start"]), End: integer(row["end"]),
		How: text(row["how"]), Rule: text(row["rule"]), Provision: text(row["provision"]),
		Confidence: 1,
	}
	switch c := row["confidence"].(type) {
	case quad.Float:
		m.Confidence = float64(c)
	case quad.Int:
		m.Confidence = float64(c)
	}
	return m
}

func text(v quad.Value) *string {
	if v == nil {
		return nil
	}
	s := graph.Words(v)
	return &s
}

func integer(v quad.Value) int {
	n, _ := v.(quad.Int)
	return int(n)
}
