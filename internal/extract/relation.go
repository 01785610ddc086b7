package extract

import (
	"slices"

	"rapporteur/internal/rule"
	"rapporteur/internal/words"
)

// A Relation is where a sentence states a fact about two entities. Which they
// are is decided by resolve, once it is known what the words around it mean.
type Relation struct {
	rule.Predicate
	Para int         // index into Record.Paragraphs
	Text *words.Text // of the paragraph
}

// relations returns the facts that the paragraph's sentences state.
func (p *paragraph) relations() []Relation {
	found := p.rules.FindRelations(p.text)
	if len(found) == 0 {
		return nil
	}
	text := &words.Text{Raw: p.text.Raw, Words: slices.Clone(p.text.Words), Sentences: slices.Clone(p.text.Sentences)}
	out := make([]Relation, 0, len(found))
	for _, f := range found {
		out = append(out, Relation{Predicate: f, Para: p.index, Text: text})
	}
	return out
}
