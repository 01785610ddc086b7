package readertest

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"strings"
)

// A Font is one of the three that a PDF is written in.
type Font string

// The fonts. Wide has codes of two bytes that only its own table explains;
// Hidden has the same without the table, so that its text cannot be known.
const (
	Regular Font = "F1"
	Bold    Font = "F2"
	Wide    Font = "F3"
	Hidden  Font = "F4"
)

// A PDF is one in the making. The zero value has no pages.
type PDF struct {
	pages []bytes.Buffer
	// Plain leaves the pages' content unpacked.
	Plain bool
}

// Page begins a page, of 595 by 842 points.
func (p *PDF) Page() { p.pages = append(p.pages, bytes.Buffer{}) }

// Text draws a line with its baseline at (x, y), from the lower left corner.
func (p *PDF) Text(x, y, size float64, font Font, text string) {
	fmt.Fprintf(&p.pages[len(p.pages)-1], "BT /%s %g Tf 1 0 0 1 %.2f %.2f Tm %s Tj ET\n", font, size, x, y, encode(font, text))
}

// Draw adds operators to the page as they are.
func (p *PDF) Draw(operators string) { p.pages[len(p.pages)-1].WriteString(operators + "\n") }

// Width is that of a text in points.
func Width(size float64, text string) float64 {
	w := 0
	for _, r := range text {
		w += width(r)
	}
	return float64(w) * size / 1000
}

// width is made up, but near that of a book face.
func width(r rune) int {
	switch {
	case strings.ContainsRune("ijl.,;:'’!|", r):
		return 270
	case strings.ContainsRune("ftrI()[]-/ ", r):
		return 310
	case strings.ContainsRune("mwMW@%—", r):
		return 820
	case r >= 'A' && r <= 'Z':
		return 680
	}
	return 490
}

// windows1252 are the characters of running text that Windows-1252 has at
// another place than Unicode.
var windows1252 = map[rune]byte{'’': 0x92, '‘': 0x91, '“': 0x93, '”': 0x94, '–': 0x96, '—': 0x97, '…': 0x85, '•': 0x95}

// encode writes a string for a font.
func encode(font Font, text string) string {
	var b strings.Builder
	b.WriteString("<")
	for _, r := range text {
		if font == Wide || font == Hidden {
			fmt.Fprintf(&b, "%04x", r+wideShift)
			continue
		}
		c, ok := windows1252[r]
		if !ok {
			c = byte(r)
		}
		fmt.Fprintf(&b, "%02x", c)
	}
	return b.String() + ">"
}

// wideShift is how far the codes of the wide fonts are from Unicode.
const wideShift = 0x100

// Bytes returns the file.
func (p *PDF) Bytes() []byte {
	w := &objects{}
	w.out.WriteString("%PDF-1.5\n%\xe2\xe3\xcf\xd3\n")
	var kids strings.Builder
	for i := range p.pages {
		fmt.Fprintf(&kids, "%d 0 R ", firstPage+2*i)
	}
	w.add(1, "<</Type/Catalog/Pages 2 0 R>>")
	w.add(2, fmt.Sprintf("<</Type/Pages/Count %d/Kids[%s]/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R/F2 4 0 R/F3 5 0 R/F4 8 0 R>>>>>>", len(p.pages), kids.String()))
	w.add(3, simpleFont("Serif"))
	w.add(4, simpleFont("Serif-Bold"))
	w.add(5, "<</Type/Font/Subtype/Type0/BaseFont/Wide/Encoding/Identity-H/DescendantFonts[6 0 R]/ToUnicode 7 0 R>>")
	w.add(6, wideDescendant())
	w.stream(7, "", toUnicode)
	w.add(8, "<</Type/Font/Subtype/Type0/BaseFont/Wide/Encoding/Identity-H/DescendantFonts[6 0 R]>>")
	for i := range p.pages {
		w.add(firstPage+2*i, fmt.Sprintf("<</Type/Page/Parent 2 0 R/Contents %d 0 R>>", firstPage+2*i+1))
		if p.Plain {
			w.stream(firstPage+2*i+1, "", p.pages[i].String())
		} else {
			w.stream(firstPage+2*i+1, "/Filter/FlateDecode", deflate(p.pages[i].Bytes()))
		}
	}
	return w.finish()
}

const firstPage = 10

// toUnicode explains the codes of the wide font.
const toUnicode = "/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <0000> <ffff> endcodespacerange " +
	"1 beginbfchar <0141> <0041> endbfchar 2 beginbfrange <0100> <01ff> <0000> <2110> <21ff> <2010> endbfrange endcmap end"

func simpleFont(base string) string {
	var widths strings.Builder
	for c := 32; c < 256; c++ {
		r := rune(c)
		for u, b := range windows1252 {
			if int(b) == c {
				r = u
			}
		}
		fmt.Fprintf(&widths, "%d ", width(r))
	}
	return "<</Type/Font/Subtype/TrueType/BaseFont/" + base + "/Encoding/WinAnsiEncoding/FirstChar 32/LastChar 255/Widths[" + widths.String() + "]>>"
}

func wideDescendant() string {
	var widths strings.Builder
	for r := rune(32); r < 256; r++ {
		fmt.Fprintf(&widths, "%d ", width(r))
	}
	return fmt.Sprintf("<</Type/Font/Subtype/CIDFontType2/BaseFont/Wide/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW %d/W[%d[%s]]>>", width('x'), 32+wideShift, widths.String())
}

func deflate(data []byte) string {
	var out bytes.Buffer
	w := zlib.NewWriter(&out)
	_, err := w.Write(data)
	if err == nil {
		err = w.Close()
	}
	if err != nil {
		panic(err) // a buffer takes everything
	}
	return out.String()
}

// objects writes numbered objects and the table of where they are.
type objects struct {
	out bytes.Buffer
	at  map[int]int
	max int
}

func (o *objects) add(number int, value string) {
	if o.at == nil {
		o.at = make(map[int]int)
	}
	o.at[number], o.max = o.out.Len(), max(o.max, number)
	fmt.Fprintf(&o.out, "%d 0 obj\n%s\nendobj\n", number, value)
}

func (o *objects) stream(number int, entries, data string) {
	o.add(number, fmt.Sprintf("<</Length %d%s>>\nstream\n%s\nendstream", len(data), entries, data))
}

func (o *objects) finish() []byte {
	start := o.out.Len()
	fmt.Fprintf(&o.out, "xref\n0 %d\n0000000000 65535 f \n", o.max+1)
	for i := 1; i <= o.max; i++ {
		if at, ok := o.at[i]; ok {
			fmt.Fprintf(&o.out, "%010d 00000 n \n", at)
		} else {
			o.out.WriteString("0000000000 65535 f \n")
		}
	}
	fmt.Fprintf(&o.out, "trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", o.max+1, start)
	return o.out.Bytes()
}
