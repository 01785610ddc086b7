package hypertext

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"rapporteur/internal/reader/line"
)

// A style is what the elements around a piece of text say about it.
type style struct {
	heading     int  // level of the heading it stands in
	emphasis    bool // bold or italic
	superscript bool
	verbatim    bool // line ends are line ends
	list        *list
}

// A writer walks over a page and collects its lines. The depth of the tree is
// bounded by the HTML parser.
type writer struct {
	lines   []line.Line
	line    line.Builder
	heading int    // of the open line
	prefix  string // number or mark for the next text
}

func (w *writer) children(n *html.Node, s style) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		w.node(c, s)
	}
}

func (w *writer) node(n *html.Node, s style) {
	switch n.Type {
	case html.TextNode:
		w.text(n.Data, s)
	case html.ElementNode:
		if !isFurniture(n) {
			w.element(n, s)
		}
	}
}

func (w *writer) element(n *html.Node, s style) {
	switch n.DataAtom {
	case atom.Br:
		w.endLine()
		return
	case atom.B, atom.Strong, atom.I, atom.Em:
		s.emphasis = true
	case atom.Sup:
		s.superscript = true
	case atom.Pre:
		s.verbatim = true
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		s.heading = int(n.Data[1] - '0')
	case atom.Ol, atom.Ul:
		s.list = newList(n)
	}
	s.emphasis = s.emphasis || isEmphatic(n)
	if !isBlock(n) {
		w.children(n, s)
		return
	}
	w.startLine()
	if n.DataAtom == atom.Li {
		w.prefix = s.list.next(n)
	}
	w.children(n, s)
	if n.DataAtom == atom.Li {
		w.prefix = "" // an item without text
	}
	if !inCell(n) || !line.IsLabel(w.line.String()) {
		w.endLine()
	}
}

// startLine ends the open line unless it is the label of a cell, which the next
// cell goes on with: "12." in a column of its own.
func (w *writer) startLine() {
	if line.IsLabel(w.line.String()) {
		w.line.Add(" ", false)
		return
	}
	w.endLine()
}

// inCell reports whether n is a cell or stands in one with nothing else.
func inCell(n *html.Node) bool {
	for ; n != nil && n.DataAtom != atom.Tr; n = n.Parent {
		if n.DataAtom == atom.Td || n.DataAtom == atom.Th {
			return true
		}
	}
	return false
}

func (w *writer) text(text string, s style) {
	if s.superscript {
		text = line.Raise(text)
	}
	if s.verbatim {
		for i, piece := range strings.Split(text, "\n") {
			if i > 0 {
				w.endLine()
			}
			w.add(piece, s)
		}
		return
	}
	w.add(text, s)
}

func (w *writer) add(text string, s style) {
	if start := strings.TrimSpace(text); w.prefix != "" && start != "" {
		if !strings.HasPrefix(start, w.prefix) {
			w.line.Add(w.prefix+" ", false)
		}
		w.prefix = ""
	}
	w.line.Add(text, s.emphasis)
	w.heading = max(w.heading, s.heading)
}

// endLine closes the open line, if it holds anything.
func (w *writer) endLine() {
	if !w.line.Empty() {
		l := w.line.Line()
		l.Heading = w.heading
		w.lines = append(w.lines, l)
	}
	w.line, w.heading = line.Builder{}, 0
}
