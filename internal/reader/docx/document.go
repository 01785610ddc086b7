package docx

import (
	"bytes"
	"fmt"
	"strings"

	"rapporteur/internal/reader/line"
)

// maxLines bounds the lines of a document. A record has some hundred.
const maxLines = 200_000

// maxHeading bounds a heading in bytes: whole paragraphs are given the style of
// one to be numbered.
const maxHeading = 400

// A document collects the lines of one part.
type document struct {
	styles    *styles
	numbers   *numbering
	lines     []line.Line
	headerIDs []string // relations to the headers of the first section
	sections  int
	fields    []field       // open fields, innermost last
	label     string        // a cell's text that is the label of the next cell
	open      *line.Builder // a paragraph whose end was deleted
}

// read reads a part. Its root may be a document, a header or anything that
// holds paragraphs.
func (d *document) read(p *parts, name string) error {
	data, err := p.open(name)
	if err != nil {
		return err
	}
	if data == nil {
		return fmt.Errorf("%w: it has no %s", ErrDamaged, name)
	}
	x := newXML(bytes.NewReader(data))
	if err := x.each(func(root element) error { return d.blocks(x) }); err != nil {
		return fmt.Errorf("%w: %s: %w", ErrDamaged, name, err)
	}
	if d.open != nil {
		d.emit(d.open, format{})
	}
	return nil
}

// blocks reads the paragraphs and tables in the open element.
func (d *document) blocks(x *xmlReader) error {
	return x.each(func(e element) error {
		switch e.name() {
		case "w:p":
			return d.paragraph(x)
		case "w:tbl":
			return x.each(func(row element) error { return d.inTable(x, row) })
		case "mc:AlternateContent":
			return d.choose(x, d.blocks)
		case "w:sectPr":
			return d.section(x)
		case "w:body", "w:ins", "w:moveTo", "w:sdt", "w:sdtContent", "w:customXml":
			return d.blocks(x)
		}
		return x.skip()
	})
}

// inTable reads a row, or what rows are wrapped in.
func (d *document) inTable(x *xmlReader, e element) error {
	switch e.name() {
	case "w:sdt", "w:sdtContent", "w:customXml", "w:ins":
		return x.each(func(c element) error { return d.inTable(x, c) })
	case "w:tr":
		gone := false
		err := d.row(x, &gone)
		d.flushLabel()
		return err
	}
	return x.skip()
}

// row reads the cells of a row, unless the row was deleted.
func (d *document) row(x *xmlReader, gone *bool) error {
	return x.each(func(e element) error {
		switch {
		case *gone:
		case e.name() == "w:trPr":
			return x.each(func(c element) error {
				*gone = *gone || c.name() == "w:del"
				return x.skip()
			})
		case e.name() == "w:tc":
			return d.cell(x)
		case e.name() == "w:sdt", e.name() == "w:sdtContent", e.name() == "w:customXml":
			return d.row(x, gone)
		}
		return x.skip()
	})
}

// cell reads a cell. One that holds nothing but a number or a mark labels what
// stands in the next.
func (d *document) cell(x *xmlReader) error {
	before := len(d.lines)
	if err := d.blocks(x); err != nil {
		return err
	}
	if len(d.lines) == before+1 && line.IsLabel(d.lines[before].Text) {
		d.label = d.lines[before].Text
		d.lines = d.lines[:before]
	}
	return nil
}

// flushLabel keeps a label that no cell followed.
func (d *document) flushLabel() {
	if d.label != "" {
		d.lines = append(d.lines, line.Line{Text: d.label})
		d.label = ""
	}
}

// choose reads the first choice of alternatives that say the same.
func (d *document) choose(x *xmlReader, read func(*xmlReader) error) error {
	chosen := false
	return x.each(func(e element) error {
		if chosen || e.name() != "mc:Choice" && e.name() != "mc:Fallback" {
			return x.skip()
		}
		chosen = true
		return read(x)
	})
}

// section notes the headers of the first section.
func (d *document) section(x *xmlReader) error {
	d.sections++
	return x.each(func(e element) error {
		if e.name() == "w:headerReference" && d.sections == 1 {
			if id := e.attr("id"); e.attr("type") == "first" {
				d.headerIDs = append([]string{id}, d.headerIDs...)
			} else {
				d.headerIDs = append(d.headerIDs, id)
			}
		}
		return x.skip()
	})
}

// emit ends the line in b and keeps it, if it holds anything.
func (d *document) emit(b *line.Builder, f format) {
	if d.open == b {
		d.open = nil
	}
	if b.Empty() || len(d.lines) >= maxLines {
		return
	}
	l := b.Line()
	if f.outline != nil && *f.outline < levels && len(l.Text) <= maxHeading && !strings.HasSuffix(l.Text, ".") {
		l.Heading = *f.outline + 1
	}
	d.lines = append(d.lines, l)
}
