package rule

import (
	"fmt"

	"rapporteur/internal/words"
)

// A cue is what a word tells of the fact that stands behind it, as in
// "planned to ratify", "welcomed the ratification of", "asked whether".
type cue string

// The cues, as the file names them.
const (
	cueNegated     cue = "negated"     // failed, refused, lack
	cueIntended    cue = "intended"    // planned, considering, towards
	cueHoped       cue = "hoped"       // hoped, expected: of what stands behind "to" and "that"
	cueRecommended cue = "recommended" // urged, recommended
	cueAsked       cue = "asked"       // asked, wondered
	cuePossible    cue = "possible"    // able, entitled
	cueWelcomed    cue = "welcomed"    // welcomed, following: what is named behind them has happened
	cueFulfilled   cue = "fulfilled"   // continued, began: what one continued to do is done
	cueOrdinal     cue = "ordinal"     // first, only: what one was the first to do is done
)

// addCues reads the lists of words of a file.
func (r *relations) addCues(lists map[string][]string, file string) error {
	for name, list := range lists {
		switch cue(name) {
		case cueNegated, cueIntended, cueHoped, cueRecommended, cueAsked, cuePossible, cueWelcomed, cueFulfilled, cueOrdinal:
		default:
			return fmt.Errorf("%s:1: unknown cue %q", file, name)
		}
		for _, w := range list {
			w = words.Fold(w)
			if old := r.cues.Value(w); old != "" && old != cue(name) {
				return fmt.Errorf("%s:1: cue %q is both %s and %s", file, w, old, name)
			}
			r.cues.Put(w, cue(name))
		}
	}
	return nil
}
