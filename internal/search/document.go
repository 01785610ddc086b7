package search

import (
	"context"
	"encoding/json"
	"fmt"
	"hash/fnv"
	"maps"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"

	"rapporteur/graph"
	"rapporteur/schema"
)

// A unit is what the index replaces as one: a record with its paragraphs, or an
// entity.
type unit struct {
	id   string
	mark string // differs where the documents do
	docs func() []document
}

// A document is an entry of the index.
type document struct {
	id     string
	fields map[string]any
}

// recordKind is the kind of the document that has a record's mark.
const recordKind = "record"

// recordUnit is the id of a record's unit. The record as an entity that has a name
// is another.
func recordUnit(record string) string { return "mark:" + record }

// A writer makes documents of what a reader reads.
type writer struct {
	reader  reader
	analyst *analyst
	broader map[string][]string // topics right above each topic
}

// record returns the unit of a record. The mark is hash, or where that is "" a
// digest of the documents.
func (w writer) record(ctx context.Context, id, hash string) (unit, error) {
	said, err := w.reader.subjects(ctx, recordProgram, map[string]any{
		"record": quad.IRI(id), "header": iris(headerProperties), "said": iris(saidProperties),
	})
	if err != nil {
		return unit{}, err
	}
	header := said[id]
	delete(said, id)
	u := unit{id: recordUnit(id), mark: hash}
	var docs []document
	for _, p := range slices.Sorted(maps.Keys(said)) {
		if _, _, ok := graph.ID(p).Paragraph(); ok && said[p].first(schema.Text) != "" {
			docs = append(docs, w.paragraph(p, said[p], header))
		}
	}
	if u.mark == "" {
		u.mark = digestOf(docs)
	}
	docs = append(docs, document{u.id, map[string]any{fieldKind: recordKind}})
	u.docs = func() []document { return docs }
	return u, nil
}

func (w writer) paragraph(id string, said, header values) document {
	symbol, number, _ := graph.ID(id).Paragraph()
	shown := shownParagraph{
		Text: said.first(schema.Text), Date: header.first(schema.Date), Body: header.first(schema.OfBody),
		Section: said.first(schema.Section), Speaker: said.first(schema.SpeakerName),
		Role: said.first(schema.SpeakerRole), SpeaksFor: said.first(schema.SpeaksFor),
	}
	folds, stems := w.analyst.analysed(shown.Text)
	saidBy, _ := w.analyst.analysed(shown.Speaker)
	symbolWords, _ := w.analyst.analysed(symbol)
	named := append(slices.Clone(said[schema.Mentions]), said[schema.Cites]...)
	d := document{id, map[string]any{
		fieldKind: string(Paragraphs), fieldOrder: fmt.Sprintf("%s %06d", sortable(symbol), number),
		fieldWords: folds, fieldStems: stems, fieldSaidBy: saidBy, fieldSymbol: symbolWords, fieldShown: asJSON(shown),
		fieldTopic: w.withBroader(said[schema.Subject]), fieldType: w.types(named), fieldEntity: distinct(named),
		fieldState: w.states(said, header), fieldRole: shown.Role,
		fieldBody: shown.Body, fieldDate: shown.Date, fieldYear: shown.Date[:min(4, len(shown.Date))],
	}}
	maps.DeleteFunc(d.fields, func(_ string, v any) bool { return v == "" })
	d.fields[fieldFacet] = facet(d.fields)
	return d
}

// states are the States that somebody speaks for; where nobody does for a State,
// those under review; where there are none, whence the speaker comes.
func (w writer) states(said, header values) []string {
	for _, ids := range [][]string{said[schema.SpeaksFor], header[schema.Reviews], said[schema.SpeakerFrom]} {
		var states []string
		for _, id := range ids {
			if class, _ := w.reader.schema.ClassOf(id); class == schema.ClassCountry {
				states = append(states, id)
			}
		}
		if len(states) > 0 {
			return distinct(states)
		}
	}
	return nil
}

func (w writer) types(ids []string) []string {
	var types []string
	for _, id := range ids {
		if class, ok := w.reader.schema.ClassOf(id); ok {
			types = append(types, string(class))
		}
	}
	return distinct(types)
}

// withBroader returns topics and all that are broader.
func (w writer) withBroader(topics []string) []string {
	all := distinct(topics)
	for i := 0; i < len(all); i++ {
		for _, above := range w.broader[all[i]] {
			if !slices.Contains(all, above) {
				all = append(all, above)
			}
		}
	}
	return all
}

func distinct(list []string) []string { return slices.Compact(slices.Sorted(slices.Values(list))) }

// sortable lets SR.7 sort before SR.12: the number at the end has leading zeros.
func sortable(symbol string) string {
	stem := strings.TrimRight(symbol, "0123456789")
	return fmt.Sprintf("%s%08s", stem, symbol[len(stem):])
}

func asJSON(v any) string {
	text, _ := json.Marshal(v) // structs of strings
	return string(text)
}

func digestOf(docs []document) string {
	h := fnv.New64a()
	for _, d := range docs {
		fmt.Fprintf(h, "%q %s\n", d.id, asJSON(d.fields)) // JSON has the keys in order
	}
	return fmt.Sprintf("%x", h.Sum64())
}
