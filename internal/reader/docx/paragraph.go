package docx

import (
	"strconv"
	"strings"

	"rapporteur/internal/reader/line"
)

// A paragraph is one in the making.
type paragraph struct {
	format  format // of the paragraph: style and own
	text    *line.Builder
	label   string // still to be written
	deleted bool   // the mark at its end was: the next one goes on with it
}

// maxCode bounds how much of a field's code is looked at, in bytes.
const maxCode = 200

// A field is one that is open: w:fldChar begin was read and its end was not.
type field struct {
	code   string
	result bool // its result is being read
}

// paragraph reads w:p.
func (d *document) paragraph(x *xmlReader) error {
	p := &paragraph{text: d.open, format: d.styles.format(d.styles.standard)}
	if p.text == nil {
		p.text = &line.Builder{}
		p.label, d.label = d.label, ""
	}
	d.open = nil
	if err := d.inline(x, p); err != nil {
		return err
	}
	if p.deleted {
		d.open = p.text
		return nil
	}
	if p.text.Empty() && d.label == "" && line.IsLabel(p.label) {
		d.label = p.label // an empty cell between a label and its text
		return nil
	}
	d.emit(p.text, p.format)
	return nil
}

// inline reads what stands in a paragraph, or in an element within it.
func (d *document) inline(x *xmlReader, p *paragraph) error {
	return x.each(func(e element) error {
		switch e.name() {
		case "w:pPr":
			return d.paragraphFormat(x, p)
		case "w:r":
			return d.run(x, p)
		case "w:fldSimple":
			if isAutoNumber(e.attr("instr")) {
				d.autoNumber(p)
				return x.skip()
			}
			return d.inline(x, p)
		case "w:hyperlink", "w:ins", "w:moveTo", "w:smartTag", "w:sdt", "w:sdtContent", "w:customXml", "w:dir", "w:bdo":
			return d.inline(x, p)
		case "mc:AlternateContent":
			return d.choose(x, func(x *xmlReader) error { return d.inline(x, p) })
		}
		return x.skip()
	})
}

// paragraphFormat reads w:pPr and counts the paragraph.
func (d *document) paragraphFormat(x *xmlReader, p *paragraph) error {
	var own format
	style := d.styles.standard
	err := readParagraphFormat(x, &own, func(e element) (bool, error) {
		switch e.name() {
		case "w:pStyle":
			style = e.val()
		case "w:sectPr":
			return true, d.section(x)
		case "w:rPr":
			return true, readRunFormat(x, &format{}, func(c element) { p.deleted = p.deleted || c.name() == "w:del" })
		}
		return false, nil
	})
	p.format = own.over(d.styles.format(style))
	if label := d.numbers.label(p.format, style); label != "" && p.text.Empty() {
		p.label = strings.TrimSpace(p.label + " " + label)
	}
	return err
}

// run reads w:r.
func (d *document) run(x *xmlReader, p *paragraph) error {
	var own format
	style := ""
	return x.each(func(e element) error {
		switch e.name() {
		case "w:rPr":
			return readRunFormat(x, &own, func(c element) {
				if c.name() == "w:rStyle" {
					style = c.val()
				}
			})
		case "w:t":
			text, err := x.text()
			d.write(p, text, own.over(d.styles.format(style)))
			return err
		case "w:tab", "w:ptab":
			d.write(p, "\t", own)
		case "w:br", "w:cr":
			d.lineBreak(p)
		case "w:noBreakHyphen":
			d.write(p, "-", own.over(d.styles.format(style)))
		case "w:sym":
			if code, err := strconv.ParseUint(e.attr("char"), 16, 16); err == nil {
				d.write(p, string(rune(code)), own)
			}
		case "w:fldChar":
			d.fieldChar(p, e.attr("fldCharType"))
		case "w:instrText":
			text, err := x.text()
			if n := len(d.fields); n > 0 && len(d.fields[n-1].code) < maxCode {
				d.fields[n-1].code += text
			}
			return err
		case "w:drawing", "w:pict", "w:object":
			return d.boxes(x)
		case "mc:AlternateContent":
			return d.choose(x, d.boxes)
		}
		return x.skip()
	})
}

// boxes reads the text boxes in a drawing: they stand before the paragraph that
// they are anchored in.
func (d *document) boxes(x *xmlReader) error {
	return x.each(func(e element) error {
		if e.name() == "w:txbxContent" {
			open, label := d.open, d.label
			d.open, d.label = nil, ""
			err := d.blocks(x)
			d.open, d.label = open, label
			return err
		}
		return d.boxes(x)
	})
}

// write appends text in the format of its run.
func (d *document) write(p *paragraph, text string, run format) {
	if is(run.hidden) || d.inCode() || text == "" {
		return
	}
	run = run.over(p.format)
	if run.raised == "superscript" {
		text = line.Raise(text)
	}
	if p.label != "" && strings.TrimSpace(text) != "" {
		p.text.Add(p.label+" ", false)
		p.label = ""
	}
	p.text.Add(text, is(run.bold) || is(run.italic))
}

// lineBreak ends a line within a paragraph.
func (d *document) lineBreak(p *paragraph) {
	if !d.inCode() && !p.text.Empty() {
		d.emit(p.text, p.format)
		p.text = &line.Builder{}
	}
}

// inCode reports whether what is read is the code of a field.
func (d *document) inCode() bool {
	n := len(d.fields)
	return n > 0 && !d.fields[n-1].result
}

// fieldChar follows a field from its code to its result to its end.
func (d *document) fieldChar(p *paragraph, kind string) {
	last := len(d.fields) - 1
	switch {
	case kind == "begin" && last < maxDepth:
		d.fields = append(d.fields, field{})
	case kind == "separate" && last >= 0:
		d.fields[last].result = true
	case kind == "end" && last >= 0:
		auto := isAutoNumber(d.fields[last].code)
		d.fields = d.fields[:last]
		if auto {
			d.autoNumber(p)
		}
	}
}

// isAutoNumber recognises the fields by which Word counts paragraphs.
func isAutoNumber(code string) bool {
	return strings.HasPrefix(strings.ToUpper(strings.TrimSpace(code)), "AUTONUM")
}

// autoNumber writes the next number of such a field: its result is not stored.
func (d *document) autoNumber(p *paragraph) {
	d.numbers.auto++
	d.write(p, strconv.Itoa(d.numbers.auto)+".", format{})
	d.write(p, " ", format{})
}
