package rule

import (
	"regexp/syntax"
	"unicode/utf8"
)

// bytes is a set of bytes.
type bytes [256]bool

// firstBytes returns the bytes that a match of the expression can begin with.
// Trying it at other words would be in vain, and most words are others.
func firstBytes(expression string) (bytes, error) {
	var set bytes
	re, err := syntax.Parse(expression, syntax.Perl)
	if err != nil {
		return set, err
	}
	prog, err := syntax.Compile(re.Simplify())
	if err != nil {
		return set, err
	}
	set.addFrom(prog, uint32(prog.Start), make(map[uint32]bool))
	return set, nil
}

// addFrom adds what can be read at instruction pc, or after it where it reads
// nothing.
func (set *bytes) addFrom(prog *syntax.Prog, pc uint32, seen map[uint32]bool) {
	if seen[pc] {
		return
	}
	seen[pc] = true
	switch in := &prog.Inst[pc]; in.Op {
	case syntax.InstAlt, syntax.InstAltMatch:
		set.addFrom(prog, in.Out, seen)
		set.addFrom(prog, in.Arg, seen)
	case syntax.InstCapture, syntax.InstNop, syntax.InstEmptyWidth:
		set.addFrom(prog, in.Out, seen)
	case syntax.InstFail:
	default:
		for b := range set {
			if b >= utf8.RuneSelf || in.Op == syntax.InstMatch || in.MatchRune(rune(b)) {
				set[b] = true // a letter of several bytes is left to the expression
			}
		}
	}
}
