package hypertext

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"rapporteur/internal/reader/line"
)

// A list counts the items of a list.
type list struct {
	ordered bool
	style   line.Counting
	number  int // of the next item
	step    int
}

func newList(n *html.Node) *list {
	l := &list{ordered: n.DataAtom == atom.Ol, style: line.Decimal, number: 1, step: 1}
	switch attribute(n, "type") {
	case "a":
		l.style = line.LowerLetter
	case "A":
		l.style = line.UpperLetter
	case "i":
		l.style = line.LowerRoman
	case "I":
		l.style = line.UpperRoman
	}
	if hasAttribute(n, "reversed") {
		l.step = -1
		l.number = items(n)
	}
	if start, err := strconv.Atoi(attribute(n, "start")); err == nil {
		l.number = start
	}
	if strings.Contains(strings.ReplaceAll(attribute(n, "style"), " ", ""), "list-style-type:none") {
		l.ordered = false
	}
	return l
}

// items counts the items of a list.
func items(n *html.Node) int {
	count := 0
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.DataAtom == atom.Li {
			count++
		}
	}
	return count
}

// next returns what stands before item n, "" where a browser shows a bullet.
func (l *list) next(n *html.Node) string {
	if l == nil || !l.ordered {
		return ""
	}
	if value, err := strconv.Atoi(attribute(n, "value")); err == nil {
		l.number = value
	}
	label := l.style.Format(l.number) + "."
	l.number += l.step
	return label
}
