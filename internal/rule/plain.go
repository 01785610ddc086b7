package rule

import (
	"strings"

	"rapporteur/internal/words"
	"rapporteur/schema"
)

// plainTitle is where a title ends that goes on in lower case behind its head:
// "Act on equal treatment", "National Commission for the protection of minors".
// It is end where the title does not go on so.
func (f *finder) plainTitle(first, end int) int {
	if end != f.end || end+1 >= len(f.t.Words) || !f.titlesPlainly(first) {
		return end
	}
	to := end + 1
	for to < len(f.t.Words) && to-end <= longestDescription && !f.stopsDescription(to) && !f.finiteVerb(to) {
		to++
	}
	for to > end+1 && (joiners[f.t.Words[to-1].Fold] || dangling[f.t.Words[to-1].Fold]) {
		to--
	}
	if to == end+1 || to-end > longestDescription {
		return end
	}
	return to
}

// titlesPlainly reports whether the words behind the head say what the thing is
// for, and not what is done with it: a law is on something; a policy and an
// institution with a name of its own are for it.
func (f *finder) titlesPlainly(first int) bool {
	next := f.t.Words[f.end+1]
	if next.Shape != words.Lower || pointing[next.Fold] {
		return false
	}
	named := first < f.at
	switch f.rule.Class {
	case schema.ClassLaw:
		return f.rule.Kind == "act" && f.t.Is(f.end, "on", "against", "concerning", "regarding", "governing") || f.rule.Kind == "act" && f.purpose()
	case schema.ClassPolicy:
		return named && (f.t.Is(f.end, "on", "against") || f.t.Is(f.end, "to") && f.collocates(f.end) || f.purpose())
	case schema.ClassInstitution:
		return f.purpose() && (named || f.rule.Kind == "commission" || f.rule.Kind == "office") && plainKinds[f.rule.Kind]
	}
	return false
}

// purpose: "for the protection of", "for the advancement of".
func (f *finder) purpose() bool {
	i := f.end
	if !f.t.Is(i, "for") {
		return false
	}
	if i++; f.t.Is(i, "the") {
		i++
	}
	return i+1 < len(f.t.Words) && f.t.Is(i+1, "of", "against", "and") && (strings.HasSuffix(f.t.Words[i].Fold, "ion") || strings.HasSuffix(f.t.Words[i].Fold, "ment"))
}

// plainKinds are institutions whose names may go on in lower case; a court or a
// parliament is for nothing.
var plainKinds = words.Set("commission office service council centre institute fund")

// pointing words open no title.
var pointing = words.Set("a an any each every this that these those which whom his her its their our other such several many some most all both one two three time behalf account example instance " +
	"first second third last next use adoption approval consideration comment comments enactment ratification discussion debate implementation it them him how what whether grounds")

// finiteVerb reports whether word i ends in "ed" and says what was done, as in
// "replied." and "recommended the …", and not which: "persons deprived of".
func (f *finder) finiteVerb(i int) bool {
	if !strings.HasSuffix(f.t.Words[i].Fold, "ed") {
		return false
	}
	return i+1 == len(f.t.Words) || f.t.Words[i+1].Shape != words.Lower || f.t.Is(i+1, "the", "a", "an", "that", "to", "its", "his", "her", "their")
}
