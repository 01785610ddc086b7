package parse

import "strings"

// maxProcedure bounds, in bytes, a paragraph that can be procedural by what it
// contains; decisions are short.
const maxProcedure = 500

// procedureStarts are the keys that begin procedural paragraphs.
var procedureStarts = []string{"attheinvitationof", "itwasso", "itwasdecided", "itwasagreed", "inaccordancewithrule", "inaccordancewitharticle",
	"avotewastaken", "arecordedvote", "avoteby", "arollcall", "aminuteofsilence", "thecommitteeobservedaminute",
	"themembersofthecommitteeobserved", "amomentofsilence", "themeetingwassuspended", "themeetingwasresumed", "thesolemndeclaration", "thenewlyelected", "themeetingrose"}

// outcomes are what procedural paragraphs of one sentence say.
var outcomes = []string{" adopted", " approved", " rejected", " elected", " re-elected", " agreed to", " so decided", " decided", " withdrawn", " adopted as a whole", " carried", " confirmed"}

// seatings are what delegations do when they come and go.
var seatings = []string{"took place", "took a place", "took their place", "took seat", "took their seat", "took a seat", "withdrew", "joined the meeting", "left the",
	"resumed its place", "resumed their place", "resumed his place", "resumed her place", "was projected", "was screened", "was shown", "made the solemn declaration",
	"made a solemn declaration", "minute of silence", "moment of silence", "made their solemn"}

// isProcedure recognises paragraphs in which nobody speaks.
func isProcedure(text string) bool {
	k := key(text[:min(len(text), 80)])
	if hasAnyPrefix(k, votes...) {
		return isVotes(text)
	}
	if hasAnyPrefix(k, procedureStarts...) {
		return !hasAnyPrefix(k, "inaccordancewith") || len(text) <= maxProcedure && containsAny(text, seatings...)
	}
	if len(text) > maxProcedure || !isOneSentence(text) || strings.Contains(text, " had ") {
		return false
	}
	if hasAnyPrefix(text, resolves...) || strings.Contains(text, "vote was taken") || hasOutcome(text) {
		return true
	}
	return !opensSpeech(text) && (hasAnySuffix(text, statements...) || containsAny(text, seatings...))
}

// isDecision recognises the procedural paragraphs that answer a question put to the
// body: what was decided, voted or adopted, but not who was elected.
func isDecision(text string) bool {
	k := key(text[:min(len(text), 80)])
	return hasAnyPrefix(k, "itwasso", "itwasdecided", "itwasagreed", "avotewastaken", "arecordedvote", "avoteby", "arollcall") || hasOutcome(text) && !strings.Contains(text, "elected")
}

// resolves begin sentences that report what a body did; in reported speech the
// verb would stand in the past perfect.
var resolves = []string{"The Committee decided ", "The Committee agreed ", "The Committee adopted ", "The Committee approved ", "The Committee elected ", "The Committee took note ",
	"The Council decided ", "The Council adopted ", "The Commission decided ", "The Commission adopted "}

// statements end sentences that name who spoke and not what was said.
var statements = []string{" made statements.", " made a statement."}

// hasAnySuffix reports whether s ends with one of suffixes.
func hasAnySuffix(s string, suffixes ...string) bool {
	for _, x := range suffixes {
		if strings.HasSuffix(s, x) {
			return true
		}
	}
	return false
}

// opensSpeech reports whether a sentence begins with a pronoun: it is said, then.
func opensSpeech(text string) bool {
	return hasAnyPrefix(text, "He ", "She ", "They ", "It ", "His ", "Her ", "There ")
}

// isOneSentence reports whether text is a single sentence.
func isOneSentence(text string) bool {
	for i := 0; i < len(text); i++ {
		if text[i] == '.' && endsSentence(text, i) {
			return strings.Trim(text[i:], ".”\"’ *)") == ""
		}
	}
	return true
}

// hasOutcome reports whether a sentence says that something was adopted, decided
// or filled, and nothing beyond how.
func hasOutcome(text string) bool {
	if opensSpeech(text) {
		return false
	}
	for _, aux := range []string{" was", " were"} {
		at := strings.Index(text, aux)
		if at < 0 {
			continue
		}
		rest := text[at+len(aux):]
		for _, o := range outcomes {
			if tail, ok := strings.CutPrefix(squeeze(rest), o); ok && endsOutcome(tail) {
				return true
			}
		}
	}
	return false
}

// squeeze cuts adverbs between auxiliary and verb.
func squeeze(rest string) string {
	for _, a := range []string{" accordingly", " thus", " therefore", " duly", " provisionally", " unanimously", " then", " also", " orally", " so"} {
		if a != " so" || !strings.HasPrefix(rest, " so decided") {
			rest = strings.TrimPrefix(rest, a)
		}
	}
	return rest
}

// outcomeTails are keys that may follow the verb of an outcome.
var outcomeTails = []string{"as", "byacclamation", "byconsensus", "byvote", "byrollcall", "byarecorded", "byasecret", "bysecret", "byashow", "without", "onthatunderstanding", "subjectto", "unanimously", "inits", "with",
	"chair", "vicechair", "rapporteur", "president", "provisionally", "pending", "paragraph"}

// endsOutcome reports whether tail adds to an outcome no more than how it came.
func endsOutcome(tail string) bool {
	k := key(tail)
	votes, ok := strings.CutPrefix(k, "by") // "by 100 votes to 2"
	return k == "" || tail[0] == ',' || ok && votes != "" && votes[0] <= '9' || hasAnyPrefix(k, outcomeTails...)
}
