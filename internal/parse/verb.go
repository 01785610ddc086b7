package parse

import "strings"

// reporting are the verbs in the past tense by which records report speech, and
// what those who preside do. Regular ones beyond this list are taken on trust
// after a speaker who stands first (see speaks).
var reporting = words(`accepted acknowledged acquiesced added addressed admitted adverted affirmed agreed alluded announced answered apologized appealed applauded
	appreciated argued asked assured attributed began believed called cautioned challenged cited claimed clarified closed commended commented complained concluded
	concurred confirmed congratulated considered contended continued corrected countered criticized declared declined deplored described disagreed discussed drew
	echoed elaborated emphasized endorsed enquired enumerated explained expressed extended felt found gave greeted highlighted hoped indicated informed inquired insisted
	introduced invited joined lamented launched listed maintained mentioned moved nominated noted objected observed offered opened opposed outlined paid pointed
	posed praised presented proposed protested provided put queried questioned quoted raised read reaffirmed recalled recognized recommended referred reflected refuted
	regretted reiterated rejected remarked reminded repeated replied reported requested responded restated reviewed said sought seconded shared singled specified spoke
	stated stressed submitted suggested summarized summed supported thanked thought told touched traced turned underlined underscored urged voiced volunteered
	wanted warned welcomed wished wondered`)

// notReporting are regular words behind a name that report nothing.
var notReporting = words(`had has have was were is are would could might should must did does will shall can may and or of who whose which that the in at on for
	to with as from nor but need indeed hundred named based related appointed elected born mistreated arrested detained killed convicted sentenced
	abducted applied arrived crossed deported died disappeared entered escaped fled graduated imprisoned lived married released remained resided retired returned
	suffered tortured travelled worked`)

// acting are the verbs of procedure behind a name: who does these things says
// nothing.
var acting = []string{"took the chair", "took the Chair", "took a place", "took place", "took his place", "took her place", "took their place", "took a seat", "took seat",
	"took their seat", "took part in the vote", "took over", "was elected", "were elected", "was re-elected", "were re-elected", "was appointed", "were appointed", "was nominated",
	"were nominated", "was chosen", "withdrew.", "withdrew from", "withdrew during", "withdrew and", "joined the meeting", "joined the delegation",
	"left the meeting", "left the room", "left the podium", "left the chair", "left the Chair", "left the Committee table", "resumed the chair", "resumed the Chair",
	"resumed his", "resumed her", "resumed their", "resumed its", "made the solemn", "made a solemn", "made the following", "made his solemn", "made her solemn",
	"made their solemn", "made the declaration", "made a declaration", "assumed the chair", "assumed the Chair", "vacated the chair", "vacated the Chair",
	"returned to the chair", "returned to the Chair", "presided", "rejoined the"}

// taking are the turns of "took" that report speech.
var taking = []string{"took it", "took note", "took issue", "took exception", "took the view", "took the floor", "took the opportunity", "took that opportunity"}

// adverbs may stand between a speaker and the verb.
var adverbs = words(`also again then first further furthermore finally lastly nevertheless once more therefore consequently however thus rather merely only briefly
	still even likewise similarly additionally both now just next too in turn all`)

// words makes a set of a list.
func words(list string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(list) {
		set[w] = true
	}
	return set
}

// An act is what somebody named at the start of a paragraph does.
type act int

const (
	nothing act = iota // no verb that says so: the name is part of what is said
	leaning            // speech, if who is named is heard elsewhere too
	speech
	procedure
)

// actAt reads the verb at text, behind adverbs. Strict takes listed verbs only.
func actAt(text string, strict bool) act {
	text = strings.TrimLeft(text, " ")
	for range 4 {
		word := wordAt(text)
		switch {
		case word == "":
			return nothing
		case isActing(text):
			return procedure
		case reporting[word], word == "took" && hasAnyPrefix(text, taking...), notReporting[word] && isStance(text):
			return speech
		case (word == "took" || notReporting[word]) && hasAnyPrefix(text, leanings...):
			return leaning
		case adverbs[word] || strings.HasSuffix(word, "ly"):
			text = strings.TrimLeft(text[len(word):], " ")
			continue
		case notReporting[word] || strict:
			return nothing
		case strings.HasSuffix(word, "ed"):
			return speech
		}
		return nothing
	}
	return nothing
}

// isActing reports whether text starts with a verb of procedure.
func isActing(text string) bool {
	if text == "" || strings.IndexByte("twmjlravepo", text[0]) < 0 {
		return false
	}
	return hasAnyPrefix(text, acting...)
}

// wordAt returns the lower-case word that text starts with.
func wordAt(text string) string {
	end := 0
	for end < len(text) && (text[end] >= 'a' && text[end] <= 'z' || text[end] == '-' && end > 0) {
		end++
	}
	if end < len(text) && (text[end] >= 0x80 || text[end] >= 'A' && text[end] <= 'Z') {
		return ""
	}
	return text[:end]
}
