// Package topicfit finds how much each phrase of the topic vocabulary counts, and
// the bar of each topic, from paragraphs that readers gave topics to; and it says
// how well points found so do on paragraphs that had no part in finding them.
package topicfit

import (
	"slices"

	"rapporteur/internal/extract"
)

// A Set is the paragraphs of one file, all given their topics by one reader.
type Set struct {
	Name     string
	Examples []Example
}

// An Example is a paragraph with the topics that a reader gave it, by id.
type Example struct {
	Candidates []extract.Candidate // of those that readers may give
	Topics     []string
	Maybe      []string // those that another reader might give it too
	Times      int      // how many paragraphs it counts as
}

func (e Example) has(c extract.Candidate) bool   { return slices.Contains(e.Topics, c.Topic.ID) }
func (e Example) might(c extract.Candidate) bool { return slices.Contains(e.Maybe, c.Topic.ID) }
