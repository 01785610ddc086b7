package parse

import (
	"regexp"
	"strings"
)

// delegationRE is the delegation of a State, or of the one under review, or
// somebody in it. A delegation by itself speaks where it says or replies; what it
// hopes or welcomes, one of it tells.
var delegationRE = regexp.MustCompile(`^(?:((?:head|leader) of (?:the )?delegation\b)|(?:member|representative)s? of the delegation\b|delegation\b)(?: of (?:the )?)?`)

var delegationSays = regexp.MustCompile(`^(?:,| (?:said|replied|answered|responded|explained|stated)\b)`)

// theDelegation is the affiliation of one who speaks for the State under review.
const theDelegation = "delegation"

// scanDelegation reads "member of the delegation" at the start of text.
func scanDelegation(text string) (represented, int) {
	m := delegationRE.FindStringSubmatch(text)
	if m == nil {
		return represented{}, 0
	}
	whom, end := represented{affiliation: theDelegation, capacity: m[1]}, len(m[0])
	if of := strings.TrimSuffix(m[0], "the "); strings.HasSuffix(of, " of ") {
		stop := end + bodyName(text[end:])
		if stop == end {
			return represented{}, 0
		}
		whom.affiliation, end = text[end:stop], stop
	}
	if strings.HasPrefix(text, theDelegation) && !delegationSays.MatchString(text[end:]) {
		return represented{}, 0
	}
	return whom, end
}
