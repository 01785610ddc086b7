package gizmo

import (
	"regexp"
	"strings"

	"github.com/cayleygraph/quad"
)

// A filter is a condition on a value.
type filter interface {
	passes(v quad.Value) bool
}

// comparison is lt, lte, gt and gte. It passes values of the same kind only:
// numbers with numbers, times with times, text with text, IRIs with IRIs.
type comparison struct {
	with  quad.Value
	holds func(order int) bool
}

func (f comparison) passes(v quad.Value) bool {
	a, b := native(v), native(f.with)
	return rank(a) == rank(b) && f.holds(compareSame(a, b))
}

// pattern matches text: regex and like.
type match struct {
	re   *regexp.Regexp
	refs bool // IRIs and blank nodes match too
}

func (f match) passes(v quad.Value) bool {
	switch v := v.(type) {
	case quad.String:
		return f.re.MatchString(string(v))
	case quad.LangString:
		return f.re.MatchString(string(v.Value))
	case quad.TypedString:
		return f.re.MatchString(string(v.Value))
	case quad.IRI:
		return f.refs && f.re.MatchString(string(v))
	case quad.BNode:
		return f.refs && f.re.MatchString(string(v))
	}
	return false
}

// like returns the filter of a pattern with % for any characters and ? for one.
func like(pattern string) (filter, error) {
	expr := strings.NewReplacer(`%`, `.*`, `\?`, `.`).Replace(regexp.QuoteMeta(pattern))
	re, err := regexp.Compile(`(?s)\A` + expr + `\z`)
	return match{re: re, refs: true}, err
}
