package search

import (
	"context"
	"regexp"
	"strconv"
	"unicode/utf8"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/search/query"

	"rapporteur/graph"
	"rapporteur/internal/names"
	"rapporteur/schema"
)

// How many of each are suggested.
const (
	maxSuggestedEntities   = 8
	maxSuggestedParagraphs = 4
)

// Suggestions are what somebody may mean who types into a search box.
type Suggestions struct {
	Entities   []Entity    `json:"entities"`   // records too, by their symbols; best first
	Paragraphs []Paragraph `json:"paragraphs"` // the one of a symbol and number, or those with the words
	State      string      `json:"state"`      // of the store that they are from
}

// Suggest returns what a text may become whose last word may be unfinished. Text
// without a word, and text that is too long, suggests nothing. With types, which are
// names of classes in any case, only entities of these are suggested.
func (x *Index) Suggest(ctx context.Context, text string, types ...string) (*Suggestions, error) {
	out := &Suggestions{Entities: []Entity{}, Paragraphs: []Paragraph{}}
	err := x.with(ctx, func(v *volume, n *names.Index) error {
		out.State = v.stateIs()
		p := plan{names: n, schema: x.reader.schema, analyst: x.analyst, brief: true}
		if p.clauses = x.begun(text); len(p.clauses) == 0 {
			return nil
		}
		p.Query = Query{Text: text, Kind: Entities, Sort: ByRelevance, Limit: maxSuggestedEntities}
		p.filters = []query.Query{unscored(fieldKind, string(Entities))}
		of, err := x.ofTypes(types)
		if err != nil {
			return err
		}
		if of != nil {
			p.filters = append(p.filters, of)
		}
		found, err := p.run(ctx, v.index)
		if err != nil {
			return err
		}
		out.Entities = append(out.Entities, found.Entities...)
		if of != nil {
			return nil
		}
		p.Kind, p.Limit = Paragraphs, maxSuggestedParagraphs
		p.filters = []query.Query{unscored(fieldKind, string(Paragraphs))}
		if id, ok := cited(n, text); ok {
			p.clauses = nil
			p.filters = append(p.filters, bleve.NewDocIDQuery([]string{string(id)}))
		}
		if found, err = p.run(ctx, v.index); err == nil {
			out.Paragraphs = append(out.Paragraphs, found.Paragraphs...)
		}
		return err
	})
	return out, err
}

// begun reads words, of which the last may be the beginning of one. Quotation
// marks and signs mean nothing here.
func (x *Index) begun(text string) []clause {
	if utf8.RuneCountInString(text) > maxText {
		return nil
	}
	all := x.analyst.tokens(text)
	if len(all) > maxWords {
		return nil
	}
	var clauses []clause
	for i, t := range all {
		begins := i == len(all)-1 && t.end == len(text) && utf8.RuneCountInString(t.fold) >= minPrefix
		if begins || len(all) == 1 || !isStop(t.fold) {
			clauses = append(clauses, clause{words: []token{t}, prefix: begins})
		}
	}
	return clauses
}

// citation is a symbol and the number of a paragraph: "CMW/C/SR.464, para. 13".
var citation = regexp.MustCompile(`^\s*(\S.*?)(?:#|,?\s+(?:para(?:graph|s)?\.?\s*)?)([0-9]{1,6})\s*$`)

// cited returns the id of a paragraph that is cited.
func cited(n *names.Index, text string) (graph.ID, bool) {
	m := citation.FindStringSubmatch(text)
	if m == nil {
		return "", false
	}
	record, err := n.Resolve(m[1], schema.ClassSummaryRecord)
	if err != nil {
		return "", false
	}
	number, _ := strconv.Atoi(m[2]) // the pattern allows six digits
	return graph.ParagraphID(graph.ID(record).Name(), number), true
}
