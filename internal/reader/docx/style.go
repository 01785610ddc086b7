package docx

import (
	"bytes"
	"fmt"
)

// maxChain bounds how many styles are based on one another.
const maxChain = 20

// A format is what styles and direct formatting say of a run or paragraph. nil
// and the empty string mean that they do not say.
type format struct {
	bold, italic, hidden *bool
	raised               string // "superscript"
	outline              *int   // level of the heading, from 0
	numID, level         string // of the numbering
}

// over returns f with what it leaves open taken from base.
func (f format) over(base format) format {
	f.bold, f.italic, f.hidden = first(f.bold, base.bold), first(f.italic, base.italic), first(f.hidden, base.hidden)
	f.outline = first(f.outline, base.outline)
	if f.raised == "" {
		f.raised = base.raised
	}
	if f.numID == "" {
		f.numID = base.numID
	}
	if f.level == "" {
		f.level = base.level
	}
	return f
}

func first[T any](a, b *T) *T {
	if a != nil {
		return a
	}
	return b
}

func is(b *bool) bool { return b != nil && *b }

// A style is a named format.
type style struct {
	format
	base string
}

// styles are the document's, by id.
type styles struct {
	byID     map[string]style
	standard string // id of the paragraph style that holds where none is named
}

// readStyles reads word/styles.xml.
func readStyles(p *parts) (*styles, error) {
	s := &styles{byID: make(map[string]style)}
	data, err := p.open("word/styles.xml")
	if err != nil || data == nil {
		return s, err
	}
	x := newXML(bytes.NewReader(data))
	err = x.each(func(root element) error {
		return x.each(func(e element) error {
			if e.name() != "w:style" {
				return x.skip()
			}
			return s.readStyle(x, e)
		})
	})
	if err != nil {
		return nil, fmt.Errorf("%w: styles: %w", ErrDamaged, err)
	}
	return s, nil
}

func (s *styles) readStyle(x *xmlReader, e element) error {
	var st style
	err := x.each(func(c element) error {
		switch c.name() {
		case "w:basedOn":
			st.base = c.val()
		case "w:pPr":
			return readParagraphFormat(x, &st.format, nil)
		case "w:rPr":
			return readRunFormat(x, &st.format, nil)
		}
		return x.skip()
	})
	id := e.attr("styleId")
	s.byID[id] = st
	if e.attr("type") == "paragraph" && e.attr("default") == "1" {
		s.standard = id
	}
	return err
}

// format returns what a style and those it is based on say.
func (s *styles) format(id string) format {
	var f format
	for range maxChain {
		st, ok := s.byID[id]
		if !ok {
			break
		}
		f = f.over(st.format)
		id = st.base
	}
	return f
}
