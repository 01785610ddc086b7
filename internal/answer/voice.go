package answer

import (
	"cmp"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"

	"rapporteur/graph"
	"rapporteur/queries/gizmo"
)

// A Voice is somebody who speaks in some paragraphs.
type Voice struct {
	ID         *string   `json:"id"`   // null for who is not named
	Name       *string   `json:"name"` // null where the paragraphs say nothing of a speaker
	Role       *string   `json:"role"` // chair, member, delegation, institution or secretariat
	SpeaksFor  []Ref     `json:"speaks_for"`
	Times      int       `json:"times"` // how many paragraphs
	Paragraphs []Passage `json:"paragraphs"`
}

// A choir gathers who speaks, from rows with the columns paragraph, speaker,
// printed, role and speaks_for, all but the first optional.
type choir map[voiceKey]*singer

type voiceKey struct{ id, name, role string }

type singer struct {
	speaksFor  []quad.Value
	paragraphs map[string]bool
}

func (c choir) add(row gizmo.Row) {
	k := voiceKey{iri(row, "speaker"), "", graph.Words(row["role"])}
	if k.id == "" {
		k.name = graph.Words(row["printed"])
	}
	one := c[k]
	if one == nil {
		one = &singer{paragraphs: map[string]bool{}}
		c[k] = one
	}
	if f := row["speaks_for"]; f != nil {
		one.speaksFor = addNew(one.speaksFor, f)
	}
	one.paragraphs[iri(row, "paragraph")] = true
}

// voices returns who speaks, the most frequent first.
func (r Reader) voices(c choir) []Voice {
	out := make([]Voice, 0, len(c))
	for k, one := range c {
		v := Voice{SpeaksFor: r.refs(one.speaksFor), Times: len(one.paragraphs), Paragraphs: few(passages(one.paragraphs))}
		v.Role, v.Name = optionalText(k.role), optionalText(k.name)
		if k.id != "" {
			label := r.Names.Label(k.id)
			v.ID, v.Name = &k.id, &label
		}
		out = append(out, v)
	}
	slices.SortFunc(out, func(a, b Voice) int {
		return cmp.Or(cmp.Compare(b.Times, a.Times), strings.Compare(orLast(a.Name), orLast(b.Name)), strings.Compare(orLast(a.ID), orLast(b.ID)), strings.Compare(orLast(a.Role), orLast(b.Role)))
	})
	return out
}

func optionalText(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

// fewPassages is how many passages an element of a list quotes; a number beside
// them says how many there are.
const fewPassages = 20

func few(p []Passage) []Passage { return p[:min(len(p), fewPassages)] }
