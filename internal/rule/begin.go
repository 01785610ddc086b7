package rule

import (
	"regexp/syntax"
	"unicode/utf8"
)

// A byteSet is a set of bytes.
type byteSet [256]bool

// firstBytes returns the bytes that a match of the expression can begin with, so
// that it need not be tried at other words; most words are others. It returns
// nil for an expression that may match nothing, may begin between words or looks
// for the beginning of the sentence.
func firstBytes(expression string) (*byteSet, error) {
	re, err := syntax.Parse(expression, syntax.Perl)
	if err != nil {
		return nil, err
	}
	prog, err := syntax.Compile(re.Simplify())
	if err != nil {
		return nil, err
	}
	var set byteSet
	if !set.addFrom(prog, uint32(prog.Start), make(map[uint32]bool)) || set[' '] || set['-'] {
		return nil, nil
	}
	return &set, nil
}

// addFrom adds what can be read at instruction pc, or after it where it reads
// nothing. It reports whether something must be read, whatever stands before it.
func (set *byteSet) addFrom(prog *syntax.Prog, pc uint32, seen map[uint32]bool) bool {
	if seen[pc] {
		return true
	}
	seen[pc] = true
	switch in := &prog.Inst[pc]; in.Op {
	case syntax.InstMatch:
		return false
	case syntax.InstFail:
		return true
	case syntax.InstAlt, syntax.InstAltMatch:
		return set.addFrom(prog, in.Out, seen) && set.addFrom(prog, in.Arg, seen)
	case syntax.InstCapture, syntax.InstNop:
		return set.addFrom(prog, in.Out, seen)
	case syntax.InstEmptyWidth:
		return syntax.EmptyOp(in.Arg) == syntax.EmptyWordBoundary && set.addFrom(prog, in.Out, seen)
	default:
		for b := range set {
			if b >= utf8.RuneSelf || in.MatchRune(rune(b)) {
				set[b] = true // a letter of several bytes is left to the expression
			}
		}
		return true
	}
}
