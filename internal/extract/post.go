package extract

import (
	"rapporteur/internal/lexicon"
	"rapporteur/internal/words"
	"rapporteur/schema"
)

// employer is the id of the international institution that a bracket ends in
// after a post or a section of its: "Director, Treaties Division, Office of …".
func employer(t *words.Text, hits []lexicon.Hit) string {
	end := len(t.Words)
	for i := len(hits) - 1; i >= 0; i-- {
		h := hits[i]
		if h.Entry == nil || h.Entry.Class != schema.ClassInstitution || h.Entry.Country != "" || end-h.End > 1 {
			return ""
		}
		if h.How == lexicon.ByAcronym && h.First > 0 && t.Is(h.First-1, "(", "-") {
			end = h.First - 1
			continue
		}
		before := h.First - 1
		if t.Is(before, "the") {
			before--
		}
		if t.Is(before, ",", "of", "at") {
			return h.Entry.ID
		}
		return ""
	}
	return ""
}

// posts are what persons are in an institution.
var posts = words.Set("director chief head secretary coordinator officer representative adviser advisor president chairperson chairman chair chairwoman vice-president spokesperson")

// withoutPost is what follows "Director of the" or "Chief, ", "" without a post.
func withoutPost(t *words.Text) string {
	for i := 1; i < len(t.Words)-1 && i < 5; i++ {
		if !t.Is(i, "of", ",") || !posts[t.Words[i-1].Fold] {
			continue
		}
		if i++; t.Is(i, "the") {
			i++
		}
		if i < len(t.Words) && t.Words[i].Capital() && !t.Is(i, "committee") {
			return t.Quote(i, len(t.Words))
		}
	}
	return ""
}
