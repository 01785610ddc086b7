package pdf

import (
	"bytes"
	"math"

	"rapporteur/internal/reader/layout"
)

// A renderer draws pages: it notes the text and forgets the rest.
type renderer struct {
	file      *file
	fonts     map[ref]*font
	fontsRead int // so far, as the next two
	operators int
	drawn     int
	values    int // how many more may be read

	out   []layout.Fragment
	open  layout.Fragment // the last one, which may go on
	text  []byte          // of the open one
	space bool            // a space was drawn behind it
}

// A state is what operators set.
type state struct {
	ctm           matrix
	font          *font
	size          float64
	char, word    float64 // spacing
	scale         float64 // horizontal
	leading, rise float64
	text, line    matrix
	resources     dict
}

// page returns the fragments of a page.
func (r *renderer) page(l leaf) ([]layout.Fragment, error) {
	r.out = nil
	var content []byte
	for _, part := range r.file.list(l.dict["Contents"]) {
		s, ok := r.file.resolve(part).(*stream)
		if !ok {
			continue
		}
		data, err := r.file.bytes(s)
		if err != nil {
			return nil, err
		}
		if len(content)+len(data) > r.file.most.unpacked {
			return nil, tooLarge("bytes on a page", r.file.most.unpacked)
		}
		content = append(append(content, data...), '\n')
	}
	s := state{ctm: rotation(l.rotate), scale: 1, text: identity, line: identity, resources: l.resources}
	if err := r.draw(content, s, 0); err != nil {
		return nil, err
	}
	r.flush()
	return r.out, nil
}

// maxOperands bounds how many values an operator is given.
const maxOperands = 64

// draw runs a content stream. Forms are drawn where they are named.
func (r *renderer) draw(content []byte, s state, depth int) error {
	l := &lexer{data: content, values: &r.values}
	var saved []state
	return l.operators(maxOperands, func(op keyword, operands []any) error {
		if r.operators++; r.operators > r.file.most.operators {
			return tooLarge("operators", r.file.most.operators)
		}
		switch op {
		case "q":
			if len(saved) < maxOperands*maxNesting {
				saved = append(saved, s)
			}
		case "Q":
			if n := len(saved); n > 0 {
				text, line := s.text, s.line
				s, saved = saved[n-1], saved[:n-1]
				s.text, s.line = text, line
			}
		case "Do":
			if err := r.form(operands, s, depth); err != nil {
				return err
			}
		case "BI":
			l.skipImage()
		default:
			if err := r.operate(string(op), operands, &s); err != nil {
				return err
			}
		}
		return nil
	})
}

// skipImage goes behind an image in the stream: "BI … ID bytes EI".
func (l *lexer) skipImage() {
	for {
		n := bytes.Index(l.data[l.at:], []byte("EI"))
		if n < 0 {
			l.at = len(l.data)
			return
		}
		l.at += n + 2
		if isSpace(l.data[l.at-3]) && (l.at == len(l.data) || isSpace(l.data[l.at])) {
			return
		}
	}
}

// form draws a form that an operator names.
func (r *renderer) form(operands []any, s state, depth int) error {
	if len(operands) == 0 || depth > maxNesting/4 {
		return nil
	}
	key, _ := operands[0].(name)
	x, ok := r.file.resolve(r.file.dict(s.resources["XObject"])[key]).(*stream)
	if !ok || r.file.resolve(x.dict["Subtype"]) != name("Form") {
		return nil
	}
	data, err := r.file.bytes(x)
	if err != nil {
		return err
	}
	if m, ok := numbers(r.file.list(x.dict["Matrix"]), 6); ok {
		s.ctm = matrix(m).then(s.ctm)
	}
	if own := r.file.dict(x.dict["Resources"]); own != nil {
		s.resources = own
	}
	return r.draw(data, s, depth+1)
}

// operate runs an operator of text or of its place; others draw no text.
func (r *renderer) operate(op string, operands []any, s *state) error {
	switch op {
	case "cm":
		if m, ok := numbers(operands, 6); ok {
			s.ctm = matrix(m).then(s.ctm)
		}
	case "BT":
		s.text, s.line = identity, identity
	case "Tm":
		if m, ok := numbers(operands, 6); ok {
			s.text, s.line = matrix(m), matrix(m)
		}
	case "Td", "TD":
		if d, ok := numbers(operands, 2); ok {
			s.nextLine(d[0], d[1])
			if op == "TD" {
				s.leading = -d[1]
			}
		}
	case "T*":
		s.nextLine(0, -s.leading)
	case "Tc", "Tw", "Tz", "TL", "Ts":
		if v, ok := numbers(operands, 1); ok {
			s.set(op, v[0])
		}
	case "Tf":
		return r.setFont(operands, s)
	case "Tj", "'":
		if op == "'" {
			s.nextLine(0, -s.leading)
		}
		return r.show(operands, s)
	case "\"":
		if len(operands) == 3 {
			if v, ok := numbers(operands[:2], 2); ok {
				s.word, s.char = v[0], v[1]
			}
		}
		s.nextLine(0, -s.leading)
		return r.show(operands, s)
	case "TJ":
		if len(operands) > 0 {
			list, _ := operands[len(operands)-1].(array)
			return r.show(list, s)
		}
	}
	return nil
}

// set keeps a number of the text state.
func (s *state) set(op string, v float64) {
	switch op {
	case "Tc":
		s.char = v
	case "Tw":
		s.word = v
	case "Tz":
		s.scale = v / 100
	case "TL":
		s.leading = v
	case "Ts":
		s.rise = v
	}
}

func (s *state) nextLine(x, y float64) {
	s.line = s.line.shift(x, y)
	s.text = s.line
}

// setFont takes a font by its name in the resources.
func (r *renderer) setFont(operands []any, s *state) error {
	if len(operands) < 2 {
		return nil
	}
	key, _ := operands[0].(name)
	s.size, _ = operands[1].(float64)
	v := r.file.dict(s.resources["Font"])[key]
	id, known := v.(ref)
	if f, ok := r.fonts[id]; known && ok {
		s.font = f
		return nil
	}
	if r.fontsRead++; r.fontsRead > r.file.most.fonts {
		return tooLarge("fonts", r.file.most.fonts)
	}
	f, err := r.file.font(r.file.dict(v))
	if err != nil {
		return err
	}
	s.font = f
	if known {
		r.fonts[id] = f
	}
	return nil
}

// show draws strings; numbers between them move by thousandths of the size.
func (r *renderer) show(operands []any, s *state) error {
	if s.font == nil {
		return nil
	}
	for _, v := range operands {
		switch v := v.(type) {
		case float64:
			s.text = s.text.shift(-v/1000*s.size*s.scale, 0)
		case text:
			for _, g := range s.font.glyphs(string(v)) {
				if err := r.glyph(g, s); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// Shares of the font size.
const (
	joinGap = 0.17 // glyphs closer than this are one word
	tabGap  = 1.5  // spaces wider than this part fragments
)

// glyph draws one character and moves on.
func (r *renderer) glyph(g glyph, s *state) error {
	if r.drawn++; r.drawn > r.file.most.glyphs {
		return tooLarge("characters", r.file.most.glyphs)
	}
	advance := g.width/1000*s.size + s.char
	if g.blank {
		advance += s.word
	}
	at := matrix{s.scale, 0, 0, 1, 0, s.rise}.then(s.text).then(s.ctm)
	s.text = s.text.shift(advance*s.scale, 0)
	if !at.isLevel() || g.text == "" || !at.isNear() {
		return nil
	}
	f := layout.Fragment{X: at[4], Y: at[5], Width: g.width / 1000 * s.size * at.width(), Size: math.Abs(s.size) * at.height(), Text: g.text, Emphasis: s.font.emphasis}
	if g.text == " " || g.text == "\u00a0" {
		r.space = true
		return nil
	}
	r.put(f)
	return nil
}

// put adds a fragment of one character to the open one, or begins another.
func (r *renderer) put(f layout.Fragment) {
	o := &r.open
	gap := f.X - o.X - o.Width
	level := len(r.text) > 0 && math.Abs(o.Y-f.Y) < 0.01*f.Size
	near := level && (gap < joinGap*f.Size || r.space && gap < tabGap*f.Size)
	space := r.space && near
	if !near || gap < -0.5*f.Size || math.Abs(o.Size-f.Size) > 0.01 || o.Emphasis != f.Emphasis {
		r.flush()
		r.open = f
	}
	if space {
		r.text = append(r.text, ' ')
	}
	r.text = append(r.text, f.Text...)
	o.Width = f.X + f.Width - o.X
	r.space = false
}

// flush keeps the open fragment.
func (r *renderer) flush() {
	if len(r.text) > 0 {
		r.open.Text = string(r.text)
		r.out = append(r.out, r.open)
	}
	r.open, r.text, r.space = layout.Fragment{}, r.text[:0], false
}
