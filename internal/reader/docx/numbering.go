package docx

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"

	"rapporteur/internal/reader/line"
)

// levels is how many levels a list has.
const levels = 9

// A level says how the items of one level of a list are counted and shown.
type level struct {
	start   int
	format  string // "decimal", "lowerLetter", "bullet", "none", …
	text    string // "%1.", "(%2)"
	restart int    // a number at this level or above, from 1, counts this one anew; 0 for never, -1 for any above
	legal   bool   // numbers of all levels are shown in figures
	style   string // paragraphs of this style stand at this level
}

// An abstract list is what several lists that count on together share.
type abstract struct {
	levels [levels]level
	link   string // the style that has the levels, where this has none
	of     string // the style whose levels these are
	count  [levels]int
	begun  [levels]bool
}

// A list is an abstract one with what it changes.
type list struct {
	abstract string
	start    map[int]int
	own      map[int]level
	used     [levels]bool // a start of its own counts once
}

// numbering counts the paragraphs of a document.
type numbering struct {
	abstracts map[string]*abstract
	lists     map[string]*list
	auto      int // of AUTONUM fields
}

// readNumbering reads word/numbering.xml.
func readNumbering(p *parts) (*numbering, error) {
	n := &numbering{abstracts: make(map[string]*abstract), lists: make(map[string]*list)}
	data, err := p.open("word/numbering.xml")
	if err != nil || data == nil {
		return n, err
	}
	x := newXML(bytes.NewReader(data))
	err = x.each(func(root element) error {
		return x.each(func(e element) error {
			switch e.name() {
			case "w:abstractNum":
				return n.readAbstract(x, e.attr("abstractNumId"))
			case "w:num":
				return n.readList(x, e.attr("numId"))
			}
			return x.skip()
		})
	})
	if err != nil {
		return nil, fmt.Errorf("%w: numbering: %w", ErrDamaged, err)
	}
	return n, nil
}

func (n *numbering) readAbstract(x *xmlReader, id string) error {
	a := &abstract{}
	n.abstracts[id] = a
	return x.each(func(e element) error {
		switch e.name() {
		case "w:lvl":
			at, l, err := readLevel(x, e)
			if at >= 0 {
				a.levels[at] = l
			}
			return err
		case "w:numStyleLink":
			a.link = e.val()
		case "w:styleLink":
			a.of = e.val()
		}
		return x.skip()
	})
}

func (n *numbering) readList(x *xmlReader, id string) error {
	l := &list{start: make(map[int]int), own: make(map[int]level)}
	n.lists[id] = l
	return x.each(func(e element) error {
		switch e.name() {
		case "w:abstractNumId":
			l.abstract = e.val()
		case "w:lvlOverride":
			return l.readOverride(x, levelOf(e.attr("ilvl")))
		}
		return x.skip()
	})
}

func (l *list) readOverride(x *xmlReader, at int) error {
	return x.each(func(e element) error {
		switch e.name() {
		case "w:startOverride":
			if start, err := strconv.Atoi(e.val()); err == nil && at >= 0 {
				l.start[at] = start
			}
		case "w:lvl":
			own, lv, err := readLevel(x, e)
			if own >= 0 {
				l.own[own] = lv
			}
			return err
		}
		return x.skip()
	})
}

// readLevel reads w:lvl and says which it is, -1 for none.
func readLevel(x *xmlReader, e element) (int, level, error) {
	l := level{start: 1, format: "decimal", restart: -1}
	err := x.each(func(c element) error {
		switch c.name() {
		case "w:start":
			l.start, _ = strconv.Atoi(c.val())
		case "w:numFmt":
			l.format = c.val()
		case "w:lvlText":
			l.text = c.val()
		case "w:lvlRestart":
			l.restart, _ = strconv.Atoi(c.val())
		case "w:isLgl":
			l.legal = c.on()
		case "w:pStyle":
			l.style = c.val()
		}
		return x.skip()
	})
	return levelOf(e.attr("ilvl")), l, err
}

// levelOf reads the number of a level; -1 is none.
func levelOf(s string) int {
	if s == "" {
		return 0
	}
	n, err := strconv.Atoi(s)
	if err != nil || n < 0 || n >= levels {
		return -1
	}
	return n
}

// link gives the levels of a list style to the abstract lists that only name it.
func (n *numbering) link(s *styles) {
	for _, a := range n.abstracts {
		if a.link == "" {
			continue
		}
		if l, ok := n.lists[s.format(a.link).numID]; ok {
			if from, ok := n.abstracts[l.abstract]; ok && from != a {
				a.levels = from.levels
			}
		}
	}
}

// label counts a paragraph and returns what Word shows before it. style is the
// paragraph's, which may say the level. Lists that are not there show nothing.
func (n *numbering) label(f format, style string) string {
	l, ok := n.lists[f.numID]
	if !ok {
		return ""
	}
	a, ok := n.abstracts[l.abstract]
	if !ok {
		return ""
	}
	at := levelOf(f.level)
	if f.level == "" {
		at = a.levelOfStyle(style)
	}
	if at < 0 {
		return ""
	}
	l.advance(a, at)
	return l.show(a, at)
}

func (a *abstract) levelOfStyle(style string) int {
	for i := range a.levels {
		if style != "" && a.levels[i].style == style {
			return i
		}
	}
	return 0
}

// level returns a level as this list has it.
func (l *list) level(a *abstract, at int) level {
	if own, ok := l.own[at]; ok {
		return own
	}
	return a.levels[at]
}

// advance counts one more at a level, and lets those below begin anew.
func (l *list) advance(a *abstract, at int) {
	start, own := l.start[at]
	switch {
	case own && !l.used[at]:
		a.count[at] = start
	case a.begun[at]:
		a.count[at]++
	default:
		a.count[at] = l.level(a, at).start
	}
	a.begun[at], l.used[at] = true, true
	for i := at + 1; i < levels; i++ {
		if restart := l.level(a, i).restart; restart < 0 || restart > at {
			a.begun[i] = false
		}
	}
}

// show writes the label of a level, with the numbers above it that it shows.
func (l *list) show(a *abstract, at int) string {
	lv := l.level(a, at)
	if lv.format == "bullet" {
		return "•"
	}
	text := lv.text
	for i := 0; i <= at; i++ {
		place := "%" + strconv.Itoa(i+1)
		if !strings.Contains(text, place) {
			continue
		}
		above := l.level(a, i)
		count := a.count[i]
		if i < at && !a.begun[i] {
			count = above.start
		}
		if lv.legal {
			above.format = "decimal"
		}
		text = strings.ReplaceAll(text, place, above.count(count))
	}
	return text
}

// count writes a number in the level's format.
func (l level) count(n int) string {
	switch l.format {
	case "none":
		return ""
	case "lowerLetter":
		return line.LowerLetter.Format(n)
	case "upperLetter":
		return line.UpperLetter.Format(n)
	case "lowerRoman":
		return line.LowerRoman.Format(n)
	case "upperRoman":
		return line.UpperRoman.Format(n)
	case "decimalZero":
		return fmt.Sprintf("%02d", n)
	}
	return line.Decimal.Format(n)
}
