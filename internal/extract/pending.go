package extract

import (
	"strings"

	"rapporteur/internal/words"
)

// around is how many words before and behind a description may say that there is
// no such agreement yet.
const around = 8

// pendingBefore are words before a description by which it is denied, planned
// or only spoken of.
var pendingBefore = words.Set("nor neither without draft proposed planned possible possibility future prospective lack absence refused declined considering contemplating envisaging")

// pendingBehind are words that say so behind "being", "under" or "in".
var pendingBehind = words.Set("negotiated negotiation negotiations discussed discussion discussions prepared preparation drafted considered consideration finalized")

// pending reports whether the words around a description say that the agreement
// is denied or not yet made: "was negotiating an agreement with", "there was no
// agreement with", "an agreement with … was under discussion".
func (p *paragraph) pending(d description) bool {
	s := p.text.SentenceOf(d.first)
	for i := d.first - 1; i >= max(s.First, d.first-around); i-- {
		w := p.text.Words[i].Fold
		if w == "," || w == ";" || p.text.Is(i, "that", "which") {
			break
		}
		switch {
		case w == "no":
			return p.denies(i, d)
		case pendingBefore[w], strings.HasPrefix(w, "negotiat"):
			return !p.text.Is(i-1, "after", "following")
		}
	}
	for i := d.end; i < min(s.End, d.end+around) && !p.text.Is(i, ",", ";"); i++ {
		if pendingBehind[p.text.Words[i].Fold] && p.text.Is(i-1, "being", "under", "in") {
			return true
		}
	}
	return false
}

// denies reports whether the "no" at word i is of the agreement, and not of what
// happened under it: "no labour agreement", "no problems under the agreement".
func (p *paragraph) denies(i int, d description) bool {
	for k := i + 1; k < d.first; k++ {
		if !p.text.Is(k, "bilateral", "multilateral", "such", "formal", "specific", "regional") {
			return false
		}
	}
	return true
}
