package parse

import "strings"

// Records also report what a member holds with turns that tell the story of
// anybody: "Ms. Roe had two questions", "Mr. Pike had two children". Stances are
// told by what follows the turn; leanings are the turns whose end may be
// either, so that only who is heard elsewhere in the record speaks.

// stances are the turns by which a position is taken in a meeting.
var stances = []string{"had no doubt", "had nothing to add", "had nothing against", "had nothing further to",
	"was in favour of", "was not in favour of", "was of the view", "was of the opinion", "was not of the view", "was inclined to", "was against the proposal",
	"was against the draft", "was against the amendment", "was opposed to the proposal", "was opposed to the draft", "was opposed to the amendment",
	"was concerned that", "was concerned about", "was concerned at", "was concerned by", "was surprised that", "was surprised at", "was surprised by",
	"was pleased that", "was pleased at", "was pleased with", "was glad that", "was grateful to", "was grateful for", "was gratified", "was happy that",
	"was delighted that", "was delighted at", "was interested in the", "was curious", "was puzzled", "was disappointed", "was struck by the fact",
	"was struck by the lack", "was struck by the absence", "was struck by the number", "was sorry that", "was troubled by", "was worried that",
	"was worried about", "was worried by", "was impressed",
	"did not think", "did not believe", "did not agree", "did not object", "did not share", "did not see why", "did not see how", "did not see any", "did not see the",
	"did not consider", "did not doubt", "did not understand why", "did not understand how", "could go along", "could not go along", "could not but",
	"would like more", "would like further", "would like some", "would like clarification", "would like information", "would like confirmation", "would like an explanation",
	"would like the delegation", "would like the State party", "would like the Committee", "would appreciate", "would welcome", "would prefer", "would have preferred",
	"would be grateful", "would be interested", "would be pleased"}

// leanings are the turns that a member may use of a position and anybody else of
// a life.
var leanings = []string{"had no ", "had a number of", "had several", "had some", "had two", "had three", "had one", "had difficult", "had serious", "had nothing",
	"was against", "was opposed", "was not convinced", "was not sure", "was not certain", "was not satisfied", "was concerned", "was surprised", "was pleased", "was glad",
	"was grateful", "was happy", "was delighted", "was interested", "was prepared", "was unable", "was convinced", "was sure", "was certain", "was struck", "was sorry",
	"was troubled", "was worried", "was confident", "did not see", "did not understand", "did not wish", "did not know", "did not feel", "did not accept", "did not support",
	"could not accept", "could not support", "could not understand", "could not see", "could accept", "could agree", "could support", "would like", "took up", "took advantage", "returned to", "remained"}

// willing are the turns before a verb that says whether a position is taken.
var willing = []string{"would like to ", "would be happy to ", "would be glad to ", "was unable to ", "was not able to ", "was happy to ", "was glad to ", "was pleased to ",
	"was delighted to ", "was interested to ", "was surprised to ", "was sorry to ", "was prepared to ", "was ready to ", "did not wish to ", "could not ", "could "}

// utterances are the verbs of what is said, asked and heard in a meeting.
var utterances = words(`add agree answer ask associate clarify commend comment concur congratulate convey draw echo emphasize endorse enquire express hear highlight inform inquire
	know learn note observe point propose raise read recall refer reiterate reply request respond say stress suggest thank underline underscore welcome`)

// points are what a member has to bring up.
var points = words(`amendment amendments announcement comment comments concern concerns correction corrections doubt doubts misgiving misgivings objection objections
	observation observations point points proposal proposals query queries question questions recommendation recommendations remark remarks request requests
	reservation reservations suggestion suggestions view views`)

// amounts may stand before them: "a number of further questions".
var amounts = words(`a additional an and any brief certain couple final few five following four further general grave great last main many minor more no number of one other
	procedural quick same serious several short similar six small some specific strong three two`)

// isStance reports whether text starts with a turn that only a member uses.
func isStance(text string) bool {
	if rest, ok := strings.CutPrefix(text, "had "); ok && holdsPoints(rest) {
		return true
	}
	for _, w := range willing {
		if rest, ok := strings.CutPrefix(text, w); ok {
			return utterances[wordAt(rest)] || hasAnyPrefix(text, stances...)
		}
	}
	return hasAnyPrefix(text, stances...)
}

// holdsPoints reports whether text starts with points, or an amount of them.
func holdsPoints(text string) bool {
	for range 6 {
		word := wordAt(text)
		if !amounts[word] {
			return points[word]
		}
		text = strings.TrimLeft(text[len(word):], " ")
	}
	return false
}
