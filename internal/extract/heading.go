package extract

import (
	"slices"

	"rapporteur/internal/lexicon"
	"rapporteur/internal/record"
	"rapporteur/internal/words"
	"rapporteur/schema"
)

// A Heading is what a section's heading names.
type Heading struct {
	States []string // ids, none where they are only mourned or elected
	Names  []string // ids of instruments and institutions
	Review Review
}

// A Review says whether a heading is of the review of the States that it names.
type Review uint8

// The reviews.
const (
	NoReview  Review = iota
	BareState        // nothing but names of States: it depends on where the heading stands
	OfAState         // "Third periodic report of", "Situation in", "List of issues": of a body that reviews States
	OfPeers          // the universal periodic review
)

// headings reads the headings of all sections.
func (x *Extractor) headings(rec *record.Record) []Heading {
	out := make([]Heading, len(rec.Sections))
	for i, s := range rec.Sections {
		t := x.split.Split(s.Title)
		out[i] = readHeading(t, x.lexicon.Names(t))
	}
	return out
}

func readHeading(t *words.Text, hits []lexicon.Hit) Heading {
	h := Heading{Review: reviewOf(t, hits)}
	aside := slices.ContainsFunc(t.Words, func(w words.Word) bool { return asides[w.Fold] })
	for _, hit := range hits {
		switch {
		case hit.Entry == nil:
		case hit.Entry.Class == schema.ClassCountry && !aside:
			h.States = append(h.States, hit.Entry.ID)
		case hit.Entry.Class == schema.ClassAgreement, hit.Entry.Class == schema.ClassInstitution:
			h.Names = append(h.Names, hit.Entry.ID)
		}
	}
	return h
}

// asides are words of headings whose States are not what is spoken about.
var asides = words.Set("tribute memory condolence condolences sympathy election elections candidates appointment earthquake")

// reviewWords are said of what a body considers about a State.
var reviewWords = words.Set("report reports situation issues themes follow-up followup follow observations consideration review replies examination implementation")

// reporters are those whose reports are no State's.
var reporters = words.Set("secretary committee subcommittee working chair chairperson chairman special rapporteur rapporteurs mission meeting delegation visit seminar")

// reviewOf reads from the words of a heading what review it is of.
func reviewOf(t *words.Text, hits []lexicon.Hit) Review {
	review, bare := NoReview, len(hits) > 0
	for i, w := range t.Words {
		switch {
		case w.Fold == "universal" && t.Is(i+1, "periodic") && t.Is(i+2, "review"):
			return OfPeers
		case w.Fold == "report" && t.Is(i+1, "of", "by") && (reporters[foldAt(t, i+2)] || t.Is(i+2, "the") && reporters[foldAt(t, i+3)]):
			return NoReview
		case reviewWords[w.Fold]:
			review = OfAState
		}
		bare = bare && (w.Shape == words.Punct || w.Shape == words.Number || t.Is(i, "the", "continued", "and", "resumed", "concluded") || onState(hits, i))
	}
	if review == NoReview && bare {
		return BareState
	}
	return review
}

func foldAt(t *words.Text, i int) string {
	if i < len(t.Words) {
		return t.Words[i].Fold
	}
	return ""
}

func onState(hits []lexicon.Hit, i int) bool {
	return slices.ContainsFunc(hits, func(h lexicon.Hit) bool {
		return h.Entry != nil && h.Entry.Class == schema.ClassCountry && h.First <= i && i < h.End
	})
}
