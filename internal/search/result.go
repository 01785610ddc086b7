package search

import (
	"rapporteur/internal/excerpt"
	"rapporteur/schema"
)

// A Result is a page of what a query found. Either Paragraphs or Entities is set,
// as the query's kind has it.
type Result struct {
	Kind       Kind        `json:"kind"`
	Total      int         `json:"total"`               // on all pages
	Paragraphs []Paragraph `json:"paragraphs,omitzero"` // best first, or as the query's Sort has it
	Entities   []Entity    `json:"entities,omitzero"`
	Facets     Facets      `json:"facets"`
	Next       string      `json:"next,omitempty"` // cursor of the next page, "" on the last
	State      string      `json:"state"`          // of the store that the result is from
	Updating   bool        `json:"updating"`       // the store has changed since; the index follows
}

// A Paragraph is a paragraph that was found.
type Paragraph struct {
	ID        string  `json:"id"` // "para:CMW/C/SR.464#13"
	Symbol    string  `json:"symbol"`
	Number    int     `json:"number"`
	CiteAs    string  `json:"cite_as"`    // "CMW/C/SR.464, para. 13"
	Date      *string `json:"date"`       // of the meeting, ISO 8601; null where the record has lost it
	Body      *Ref    `json:"body"`       //
	Section   *string `json:"section"`    // heading that it stands under
	Speaker   *string `json:"speaker"`    // as printed; null where nobody speaks
	Role      *string `json:"role"`       // of the speaker
	SpeaksFor *Ref    `json:"speaks_for"` //
	// Fragment is where the words of the query stand closest, which it marks.
	Fragment excerpt.Fragment `json:"fragment"`
	Score    float64          `json:"score"` // compares hits of one query only
}

// An Entity is an entity that was found.
type Entity struct {
	ID      string       `json:"id"` // "country:AZE"
	Label   string       `json:"label"`
	Type    schema.Class `json:"type"`
	Matched []string     `json:"matched"` // its other names that have a word of the query
	Score   float64      `json:"score"`
}

// A Ref names an entity.
type Ref struct {
	ID    string `json:"id"`
	Label string `json:"label"`
}

// Facets count all hits of a query by what they have, most frequent first. A
// result about entities has types only.
type Facets struct {
	Body  []Facet `json:"body,omitzero"`
	Year  []Facet `json:"year,omitzero"`
	State []Facet `json:"state,omitzero"`
	Role  []Facet `json:"role,omitzero"`
	Type  []Facet `json:"type,omitzero"`
	Topic []Facet `json:"topic,omitzero"`
}

// A Facet is a value and how many hits have it.
type Facet struct {
	ID    string `json:"id"` // of an entity, or the value itself: "2019"
	Label string `json:"label"`
	Count int    `json:"count"`
}

// shownParagraph is what the index keeps of a paragraph to show it.
type shownParagraph struct {
	Text      string `json:"t"`
	Date      string `json:"d,omitempty"`
	Body      string `json:"b,omitempty"`
	Section   string `json:"s,omitempty"`
	Speaker   string `json:"n,omitempty"`
	Role      string `json:"r,omitempty"`
	SpeaksFor string `json:"f,omitempty"`
}

// shownEntity is what the index keeps of an entity to show it.
type shownEntity struct {
	Label string   `json:"l"`
	Other []string `json:"o,omitempty"` // names
}
