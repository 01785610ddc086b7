package search

import (
	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/analysis/analyzer/custom"
	"github.com/blevesearch/bleve/v2/analysis/analyzer/keyword"
	"github.com/blevesearch/bleve/v2/analysis/tokenizer/whitespace"
	"github.com/blevesearch/bleve/v2/mapping"
	index "github.com/blevesearch/bleve_index_api"
)

// format counts the changes of what the index holds; an index of another format
// is made anew.
const format = "1"

// Fields of documents. Paragraphs have the first group, entities the second.
const (
	fieldKind  = "kind"  // paragraph, entity or record
	fieldOrder = "order" // to sort by: symbol and number, or label
	fieldType  = "type"  // of the entity, or of those that the paragraph names
	fieldFacet = "facet" // all that is counted, each as its field, "=" and the value
	fieldShown = "shown" // what hits show, as JSON; stored only
	fieldMark  = "mark"  // what tells whether a unit has changed; stored only

	fieldWords  = "words"  // as written, folded
	fieldStems  = "stems"  // the same as stems
	fieldSaidBy = "saidby" // name of the speaker, folded
	fieldSymbol = "symbol" // words of the symbol, folded
	fieldDate   = "date"   // ISO 8601
	fieldYear   = "year"   // the date's
	fieldBody   = "body"   // ids from here on
	fieldState  = "state"  //
	fieldTopic  = "topic"  // with all that are broader
	fieldEntity = "entity" // that the paragraph names
	fieldRole   = "role"

	fieldNames     = "names"      // words of all names, folded
	fieldNameStems = "name_stems" // the same as stems
	fieldLabelKey  = "label_key"  // the label as slug
	fieldNameKey   = "name_key"   // all names and the id as slugs
)

// spaced is the analyser of texts that are analysed already.
const spaced = "spaced"

// newMapping says how documents are indexed.
func newMapping() (mapping.IndexMapping, error) {
	m := bleve.NewIndexMapping()
	m.ScoringModel = index.BM25Scoring
	m.StoreDynamic, m.IndexDynamic, m.DocValuesDynamic = false, false, false
	err := m.AddCustomAnalyzer(spaced, map[string]any{"type": custom.Name, "tokenizer": whitespace.Name})
	doc := bleve.NewDocumentStaticMapping()
	for _, name := range []string{fieldOrder, fieldDate, fieldFacet} {
		doc.AddFieldMappingsAt(name, &mapping.FieldMapping{Type: "text", Analyzer: keyword.Name, Index: true, DocValues: true, SkipFreqNorm: true})
	}
	for _, name := range []string{fieldKind, fieldType, fieldYear, fieldBody, fieldState, fieldTopic, fieldRole, fieldEntity, fieldLabelKey, fieldNameKey} {
		doc.AddFieldMappingsAt(name, &mapping.FieldMapping{Type: "text", Analyzer: keyword.Name, Index: true, SkipFreqNorm: true})
	}
	for _, name := range []string{fieldWords, fieldSaidBy, fieldSymbol, fieldNames} {
		doc.AddFieldMappingsAt(name, &mapping.FieldMapping{Type: "text", Analyzer: spaced, Index: true, IncludeTermVectors: true})
	}
	for _, name := range []string{fieldStems, fieldNameStems} {
		doc.AddFieldMappingsAt(name, &mapping.FieldMapping{Type: "text", Analyzer: spaced, Index: true})
	}
	for _, name := range []string{fieldShown, fieldMark} {
		doc.AddFieldMappingsAt(name, &mapping.FieldMapping{Type: "text", Analyzer: keyword.Name, Store: true})
	}
	m.DefaultMapping = doc
	return m, err
}
