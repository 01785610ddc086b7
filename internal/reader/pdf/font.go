package pdf

import "strings"

// A font says what the codes in strings mean and how wide they are.
type font struct {
	wide     bool // codes have two bytes
	widths   map[int]float64
	other    float64 // width of codes that widths does not list
	texts    map[int]string
	mapped   int          // how many codes were mapped, or mapped again
	base     *[256]string // for codes that texts does not list
	utf16    bool         // codes are the text
	emphasis bool
}

// A glyph is one character as drawn.
type glyph struct {
	text  string
	width float64 // in thousandths of the size
	blank bool    // the code that word spacing widens
}

// unknown stands for a glyph whose meaning the file does not tell.
const unknown = "\ufffd"

// glyphs decodes a string.
func (f *font) glyphs(s string) []glyph {
	step := 1
	if f.wide {
		step = 2
	}
	out := make([]glyph, 0, len(s)/step)
	for ; len(s) >= step; s = s[step:] {
		code := int(s[0])
		if f.wide {
			code = code<<8 | int(s[1])
		}
		out = append(out, glyph{text: f.text(code), width: f.width(code), blank: !f.wide && code == ' '})
	}
	return out
}

func (f *font) width(code int) float64 {
	if w, ok := f.widths[code]; ok {
		return w
	}
	return f.other
}

func (f *font) text(code int) string {
	if t, ok := f.texts[code]; ok {
		return t
	}
	switch {
	case f.utf16:
		return string(rune(code))
	case f.base != nil && code < len(f.base):
		return f.base[code]
	}
	return unknown
}

// Bits of a font descriptor's flags.
const (
	flagItalic = 1 << 6
	flagBold   = 1 << 18
)

// font reads a font's dictionary; nil gives a font whose text is as stored.
func (f *file) font(d dict) (*font, error) {
	t := &font{widths: make(map[int]float64), texts: make(map[int]string), other: 500}
	descendant := d
	if f.resolve(d["Subtype"]) == name("Type0") {
		t.wide = true
		if list := f.list(d["DescendantFonts"]); len(list) > 0 {
			descendant = f.dict(list[0])
		}
		t.readWideWidths(f, descendant)
		encoding, _ := f.resolve(d["Encoding"]).(name)
		t.utf16 = strings.Contains(string(encoding), "UCS2") || strings.Contains(string(encoding), "UTF16")
	} else {
		t.readWidths(f, d)
		t.readEncoding(f, d)
	}
	t.readStyle(f, d, f.dict(descendant["FontDescriptor"]))
	if s, ok := f.resolve(d["ToUnicode"]).(*stream); ok {
		if err := t.readToUnicode(f, s); err != nil {
			return nil, err
		}
	}
	return t, nil
}

// readStyle tells bold and italic fonts.
func (t *font) readStyle(f *file, d, descriptor dict) {
	base, _ := f.resolve(d["BaseFont"]).(name)
	lower := strings.ToLower(string(base))
	for _, mark := range []string{"bold", "italic", "oblique", "black", "heavy"} {
		t.emphasis = t.emphasis || strings.Contains(lower, mark)
	}
	t.emphasis = t.emphasis || f.int(descriptor["Flags"])&(flagItalic|flagBold) != 0
}

// readWidths reads the widths of a simple font. The standard fonts may leave
// them out.
func (t *font) readWidths(f *file, d dict) {
	widths, ok := f.resolve(d["Widths"]).(array)
	if !ok {
		for code := range 256 {
			t.widths[code] = standardWidth(code)
		}
		return
	}
	scale := 1.0
	if f.resolve(d["Subtype"]) == name("Type3") { // in units of its own
		if m, ok := numbers(f.list(d["FontMatrix"]), 6); ok {
			scale = m[0] * 1000
		}
	}
	first := f.int(d["FirstChar"])
	for i, v := range widths[:min(len(widths), 256)] {
		if w, ok := f.resolve(v).(float64); ok {
			t.widths[first+i] = w * scale
		}
	}
	t.other = float64(f.int(f.dict(d["FontDescriptor"])["MissingWidth"]))
}

// standardWidth is about as wide as a character is in Helvetica or Times.
func standardWidth(code int) float64 {
	switch c := byte(code); {
	case strings.IndexByte("ijl.,;:'!|", c) >= 0:
		return 260
	case strings.IndexByte("ftrI()[]-/ ", c) >= 0:
		return 300
	case strings.IndexByte("mwMW@%", c) >= 0:
		return 830
	case c >= 'A' && c <= 'Z':
		return 670
	}
	return 500
}

// maxWidths bounds the widths of a font.
const maxWidths = 1 << 16

// readWideWidths reads "W": "first [w w w]" and "first last w".
func (t *font) readWideWidths(f *file, d dict) {
	t.other = 1000
	if w, ok := f.resolve(d["DW"]).(float64); ok {
		t.other = w
	}
	list := f.list(d["W"])
	steps := 0
	for i := 0; i+1 < len(list) && steps < 2*maxWidths; {
		first := f.int(list[i])
		if run, ok := f.resolve(list[i+1]).(array); ok {
			for j, v := range run {
				t.widths[first+j], _ = f.resolve(v).(float64)
			}
			steps += len(run)
			i += 2
			continue
		}
		if i+2 >= len(list) {
			return
		}
		last := min(f.int(list[i+1]), maxWidths)
		for code := max(first, 0); code <= last; code++ {
			steps++
			t.widths[code], _ = f.resolve(list[i+2]).(float64)
		}
		i += 3
	}
}
