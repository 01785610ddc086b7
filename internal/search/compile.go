package search

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/mapping"
	bsearch "github.com/blevesearch/bleve/v2/search"
	"github.com/blevesearch/bleve/v2/search/query"
	index "github.com/blevesearch/bleve_index_api"

	"rapporteur/graph"
)

// How much the ways in which a word can match count.
const (
	boostWritten = 2.0 // as written, besides by its stem
	boostSaidBy  = 0.3 // in the name of the speaker
	boostSymbol  = 0.3 // as the symbol of the record
	boostPhrase  = 4.0 // all words in their order
	boostName    = 30.0
	boostLabel   = 100.0
)

// maxExpansions is how many words a beginning stands for, the most frequent first.
const maxExpansions = 64

// A compiler makes queries of clauses. None is true once nothing can match.
type compiler struct {
	index bleve.Index
	kind  Kind
	begun []query.Query // clauses that only narrow
	none  bool
}

// compile returns the query for clauses and filters. All clauses must match, but
// for those that must not; an entity whose whole name is the text matches anyway.
func (c *compiler) compile(text string, clauses []clause, filters []query.Query) (query.Query, error) {
	var must, not []query.Query
	for _, part := range clauses {
		q, err := c.clause(part)
		switch {
		case err != nil:
			return nil, err
		case part.not && q != nil:
			not = append(not, q)
		case part.not:
		case q == nil:
			c.none = true
		case part.prefix && c.kind == Paragraphs:
			c.begun = append(c.begun, q) // so many words that ranking by them takes long
		default:
			must = append(must, q)
		}
	}
	if len(must) == 0 {
		must = append(must, unscored(fieldKind, string(c.kind)))
	}
	q := must[0]
	if len(must) > 1 {
		q = bleve.NewConjunctionQuery(must...)
	}
	q = c.favour(q, text, clauses)
	if filters = append(filters, c.begun...); len(filters) > 0 {
		q = bleve.NewConjunctionQuery(q, silent{bleve.NewConjunctionQuery(filters...)})
	}
	if len(not) > 0 {
		q = query.NewBooleanQuery([]query.Query{q}, nil, not)
	}
	return q, nil
}

// favour adds what makes a match better: the words in their order; for entities,
// the text as a whole name, which is a match by itself.
func (c *compiler) favour(q query.Query, text string, clauses []clause) query.Query {
	if c.kind == Entities {
		slug := graph.Slug(text)
		if slug == "" || slices.ContainsFunc(clauses, func(c clause) bool { return c.not }) {
			return q
		}
		ways := []query.Query{term(fieldLabelKey, slug, boostLabel), term(fieldNameKey, slug, boostName)}
		if !c.none { // else a word is nowhere, and only a whole name is left
			ways = slices.Insert(ways, 0, q)
		}
		c.none = false
		return bleve.NewDisjunctionQuery(ways...)
	}
	var run []string
	for _, part := range clauses {
		if !part.not && !part.prefix {
			run = append(run, part.folds()...)
		}
	}
	if len(clauses) < 2 || len(run) < 2 {
		return q
	}
	whole := query.NewPhraseQuery(run, fieldWords)
	whole.SetBoost(boostPhrase)
	return query.NewBooleanQuery([]query.Query{q}, []query.Query{whole}, nil)
}

// clause returns what matches a clause, nil where nothing can.
func (c *compiler) clause(part clause) (query.Query, error) {
	words, stems := fieldWords, fieldStems
	if c.kind == Entities {
		words, stems = fieldNames, fieldNameStems
	}
	var any []query.Query
	switch {
	case part.prefix:
		found, err := c.expand(words, part.words[0].fold)
		if err != nil {
			return nil, err
		}
		for _, word := range found {
			any = append(any, term(words, word, 1))
		}
	case len(part.words) > 1:
		any = append(any, phrase(words, part.folds(), boostPhrase))
		if c.kind == Paragraphs {
			any = append(any, phrase(fieldSaidBy, part.folds(), boostSaidBy), phrase(fieldSymbol, part.folds(), boostSymbol))
		}
	default:
		w := part.words[0]
		any = append(any, term(words, w.fold, boostWritten))
		if !isStop(w.fold) {
			any = append(any, term(stems, w.stem, 1))
		}
		if c.kind == Paragraphs {
			any = append(any, term(fieldSaidBy, w.fold, boostSaidBy))
		}
	}
	if len(any) == 0 {
		return nil, nil
	}
	return bleve.NewDisjunctionQuery(any...), nil
}

// expand returns words of a field that begin with prefix.
func (c *compiler) expand(field, prefix string) ([]string, error) {
	dict, err := c.index.FieldDictPrefix(field, []byte(prefix))
	if err != nil {
		return nil, fmt.Errorf("looking for words that begin with %q: %w", prefix, err)
	}
	defer dict.Close()
	type entry struct {
		word  string
		count uint64
	}
	var all []entry
	for {
		e, err := dict.Next()
		if err != nil {
			return nil, fmt.Errorf("looking for words that begin with %q: %w", prefix, err)
		}
		if e == nil {
			break
		}
		all = append(all, entry{e.Term, e.Count})
	}
	slices.SortFunc(all, func(a, b entry) int { return cmp.Or(cmp.Compare(b.count, a.count), cmp.Compare(a.word, b.word)) })
	words := make([]string, 0, maxExpansions)
	for _, e := range all[:min(len(all), maxExpansions)] {
		words = append(words, e.word)
	}
	return words, nil
}

func term(field, word string, boost float64) query.Query {
	q := query.NewTermQuery(word)
	q.SetField(field)
	q.SetBoost(boost)
	return q
}

// A silent query matches without making a match better, which bleve does faster.
type silent struct{ query.Query }

func (s silent) Searcher(ctx context.Context, r index.IndexReader, m mapping.IndexMapping, o bsearch.SearcherOptions) (bsearch.Searcher, error) {
	o.Score, o.Explain, o.IncludeTermVectors = "none", false, false
	return s.Query.Searcher(ctx, r, m, o)
}

// unscored matches without making a match better.
func unscored(field, value string) query.Query { return term(field, value, 0) }

func phrase(field string, words []string, boost float64) query.Query {
	q := query.NewPhraseQuery(words, field)
	q.SetBoost(boost)
	return q
}
