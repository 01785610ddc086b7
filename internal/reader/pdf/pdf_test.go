package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"

	"rapporteur/internal/reader/layout"
	"rapporteur/internal/reader/limit"
	"rapporteur/internal/reader/readertest"
)

// texts returns the fragments of all pages, in the order in which they are drawn.
func texts(pages []layout.Page) []string {
	var out []string
	for _, p := range pages {
		for _, f := range p.Fragments {
			out = append(out, f.Text)
		}
	}
	return out
}

// body makes a file of objects, which need no table of where they are.
func body(objects ...string) []byte {
	return []byte("%PDF-1.4\n" + strings.Join(objects, "\n") + "\ntrailer <</Root 1 0 R>>\n%%EOF")
}

// one makes a file of one page with a font of the given dictionary, drawing
// content.
func one(font, content string) []byte {
	return body("1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj", "2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj",
		"3 0 obj <</Type/Page/Parent 2 0 R/Contents 5 0 R/Resources<</Font<</F 4 0 R>>/XObject<</X 6 0 R>>>>>> endobj",
		"4 0 obj "+font+" endobj", fmt.Sprintf("5 0 obj <</Length %d>> stream\n%s\nendstream endobj", len(content), content))
}

const plainFont = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"

func TestDraws(t *testing.T) {
	for _, tt := range []struct {
		name, font, content string
		want                []string
	}{
		{"literal strings", plainFont, `BT /F 10 Tf (a \(b\) \\ \101\n(c)) Tj ET`, []string{"a (b) \\ A\n(c)"}},
		{"lines", plainFont, "BT /F 10 Tf 12 TL (one) Tj T* (two) Tj (three) ' 0 -12 TD (four) Tj 0 0 (five) \" ET", []string{"one", "two", "three", "four", "five"}},
		{"kerning", plainFont, "BT /F 10 Tf [(wa) 20 (ter) -300 (works)] TJ ET", []string{"water", "works"}},
		{"windows", plainFont, "BT /F 10 Tf <939420> Tj (\x96 \xfc) Tj ET", []string{"“” – ü"}},
		{"differences", "<</Type/Font/Subtype/Type1/Encoding<</Differences[1/fi/quoteright/eacute 65/uni0416/A.sc]>>>>", "BT /F 10 Tf (\001\002\003AB) Tj ET", []string{"fi’éЖA"}},
		{"turned text", plainFont, "BT /F 10 Tf 0 1 -1 0 50 50 Tm (barcode) Tj 1 0 0 1 9 9 Tm (level) Tj ET", []string{"level"}},
		{"image in the stream", plainFont, "BI /W 1 ID (Tj EI BT /F 10 Tf (text) Tj ET", []string{"text"}},
		{"saved state", plainFont, "q 2 0 0 2 0 0 cm Q Q BT /F 10 Tf (text) Tj ET", []string{"text"}},
		{"no operands", plainFont, "BT Tf Tj TJ Tm Td cm Tw ' \" Do Tz /F 10 Tf (text) Tj ET", []string{"text"}},
		{"broken values", plainFont, "BT /F 10 Tf << /x ] >> ) [ (text) ] TJ ET", []string{"text"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			pages, err := Read(one(tt.font, tt.content))
			if err != nil {
				t.Fatal(err)
			}
			if got := texts(pages); strings.Join(got, "|") != strings.Join(tt.want, "|") {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

// TestWritten reads what readertest writes, packed and not, in both kinds of
// fonts.
func TestWritten(t *testing.T) {
	for _, plain := range []bool{true, false} {
		p := readertest.PDF{Plain: plain}
		p.Page()
		p.Text(72, 700, 10, readertest.Regular, "Ms. Oduya said “yes” – twice.")
		p.Text(72, 688, 10, readertest.Bold, "Bold")
		p.Page()
		p.Text(72, 700, 10, readertest.Wide, "Wide – “too”")
		p.Text(72, 688, 10, readertest.Hidden, "secret")
		pages, err := Read(p.Bytes())
		if err != nil {
			t.Fatal(err)
		}
		want := "Ms. Oduya said “yes” – twice.|Bold|Wide – “too”|" + strings.Repeat(unknown, 6)
		if got := strings.Join(texts(pages), "|"); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
		f := pages[0].Fragments
		if got, want := f[0].Width, readertest.Width(10, "Ms. Oduya said “yes” – twice."); got < want-0.1 || got > want+0.1 {
			t.Errorf("width %g, want %g", got, want)
		}
		if f[0].Emphasis || !f[1].Emphasis || f[0].X != 72 || f[0].Y != 700 || f[0].Size != 10 {
			t.Errorf("got %+v", f)
		}
	}
}

// TestObjectStreams reads objects packed in a stream, the later of two with one
// number, and without any trailer.
func TestObjectStreams(t *testing.T) {
	var index, packed strings.Builder
	for i, object := range []string{"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]>>", "<</Type/Page/Contents 5 0 R/Resources<</Font<</F 4 0 R>>>>>>"} {
		fmt.Fprintf(&index, "%d %d ", i+1, packed.Len())
		packed.WriteString(object + " ")
	}
	data := "%PDF-1.5\n4 0 obj " + plainFont + " endobj\n" +
		"5 0 obj <</Length 99 0 R>> stream\nBT /F 10 Tf (old) Tj ET\nendstream endobj\n" +
		fmt.Sprintf("8 0 obj <</Type/ObjStm/N 3/First %d/Length %d>> stream\n%s\nendstream endobj\n", index.Len(), index.Len()+packed.Len(), index.String()+packed.String()) +
		"5 0 obj <</Length 99 0 R>> stream\nBT /F 10 Tf (new) Tj ET\nendstream endobj\n"
	pages, err := Read([]byte(data))
	if err != nil || strings.Join(texts(pages), "|") != "new" {
		t.Errorf("got %q, %v", texts(pages), err)
	}
}

// TestEncrypted reads a file that restricts its readers but asks for no
// password, and refuses one that does.
func TestEncrypted(t *testing.T) {
	owner, id := strings.Repeat("o", 32), "0123456789abcdef"
	f := &file{}
	e := dict{"R": 3.0, "Length": 128.0, "P": -44.0, "O": text(owner)}
	l := &lock{key: f.key(e, dict{"ID": array{text(id)}}, 3, 16)}
	build := func(user string) []byte {
		content := l.open([]byte("BT /F 10 Tf (open to all) Tj ET"), ref{5, 0})
		data := one(plainFont, string(content))
		trailer := fmt.Sprintf("trailer <</Root 1 0 R/ID[(%s)(%s)]/Encrypt<</Filter/Standard/V 2/R 3/Length 128/P -44/O(%s)/U<%x>>>>>", id, id, owner, user)
		return bytes.Replace(data, []byte("trailer <</Root 1 0 R>>"), []byte(trailer), 1)
	}
	pages, err := Read(build(string(l.proof([]byte(id), 3)) + strings.Repeat("\x00", 16)))
	if err != nil || strings.Join(texts(pages), "|") != "open to all" {
		t.Errorf("got %q, %v", texts(pages), err)
	}
	if _, err := Read(build(strings.Repeat("x", 32))); !errors.Is(err, ErrEncrypted) {
		t.Errorf("with a password: %v", err)
	}
}

// TestHostile reads files made to take for ever or to take everything.
func TestHostile(t *testing.T) {
	few := limits{unpacked: 1 << 20, values: 1 << 16, pages: 50, fonts: 10, operators: 1 << 14, shown: 1 << 16, glyphs: 1 << 16}
	manyPages := make([]string, 0, few.pages+4)
	manyPages = append(manyPages, "1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj")
	var kids strings.Builder
	for i := range few.pages + 1 {
		fmt.Fprintf(&kids, "%d 0 R ", i+10)
		manyPages = append(manyPages, fmt.Sprintf("%d 0 obj <</Type/Page>> endobj", i+10))
	}
	manyPages = append(manyPages, "2 0 obj <</Type/Pages/Kids["+kids.String()+"]>> endobj")
	form := "6 0 obj <</Subtype/Form/Length 90/Resources<</XObject<</X 6 0 R>>>>>> stream\n" + strings.Repeat("/X Do ", 15) + "\nendstream endobj"
	bomb := readertest.PDF{}
	bomb.Page()
	bomb.Draw(strings.Repeat(" ", few.unpacked+1))
	for _, tt := range []struct {
		name string
		data []byte
		want error // nil for a file that is read
	}{
		{"no objects", []byte("%PDF-1.7\n"), ErrDamaged},
		{"pages in a circle", body("1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj", "2 0 obj <</Type/Pages/Kids[2 0 R 2 0 R]>> endobj"), ErrDamaged},
		{"references in a circle", body("1 0 obj 2 0 R endobj", "2 0 obj 1 0 R endobj"), ErrDamaged},
		{"pages without end", body(manyPages...), limit.ErrTooLarge},
		{"a form in itself", bytes.Replace(one(plainFont, "/X Do"), []byte("trailer"), []byte(form+"\ntrailer"), 1), limit.ErrTooLarge},
		{"a stream that unpacks to more than a file", bomb.Bytes(), limit.ErrTooLarge},
		{"arrays without end", one(plainFont, strings.Repeat("[", 10_000)), nil},
		{"a table of billions", append([]byte("%PDF-1.4\nxref\n0 4000000000\n"), one(plainFont, "")...), nil},
		{"values without end", one("["+strings.Repeat("1 ", few.values)+"]", ""), limit.ErrTooLarge},
		{"a string without end", one(plainFont, "("+strings.Repeat("(", 100_000)), nil},
		{"fonts without end", one(plainFont, strings.Repeat("/F 1 Tf /None 1 Tf ", few.fonts+1)), limit.ErrTooLarge},
		{"characters without end", one(plainFont, "BT /F 1 Tf "+strings.Repeat("("+strings.Repeat("x", 1000)+") Tj ", 100)), limit.ErrTooLarge},
		{"numbers out of all bounds", one(plainFont, "BT /F 1e999 Tf 9999999999999999999 0 0 1 1 1 cm (x) Tj ET"), nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			pages, err := read(tt.data, few)
			if !errors.Is(err, tt.want) || err != nil && pages != nil {
				t.Errorf("got %v, want %v", err, tt.want)
			}
		})
	}
}

func TestLZW(t *testing.T) {
	// The example of the PDF reference, 7.4.4.2.
	d := pairs(array{name("Filter"), array{name("ASCIIHexDecode"), name("LZWDecode")}})
	f := &file{most: usual}
	got, err := f.bytes(&stream{dict: d, raw: []byte("800B6050220C0C8501>")})
	if want := "\x2d\x2d\x2d\x2d\x2d\x41\x2d\x2d\x2d\x42"; err != nil || string(got) != want {
		t.Errorf("got %x, %v; want %x", got, err, want)
	}
}

func FuzzRead(f *testing.F) {
	p := readertest.Setter{Head: "A/1/SR.1"}
	p.Row("United Nations", "A/1/SR.1")
	p.Paragraph("1. The Chair said so.")
	f.Add(p.Bytes())
	p.Plain = true
	f.Add(p.Bytes())
	f.Add(one(plainFont, "BT /F 10 Tf [(a) -300 (b)] TJ ET /X Do BI ID EI"))
	f.Add(one("<</Subtype/Type0/DescendantFonts[<</W[1[2 3]4 5 6]>>]/ToUnicode 5 0 R>>", "1 beginbfrange <00><ff><0041> endbfrange 1 beginbfchar <01><0042> endbfchar"))
	f.Fuzz(func(t *testing.T, data []byte) {
		pages, err := Read(data)
		if err != nil && pages != nil {
			t.Fatal("pages and an error")
		}
		for i, l := range layout.Lines(pages) {
			if l.Number != i+1 || l.Text == "" || l.Text != strings.TrimSpace(l.Text) {
				t.Fatalf("line %d is not clean: %q", l.Number, l.Text)
			}
		}
	})
}

// BenchmarkRead reads a record of twelve pages.
func BenchmarkRead(b *testing.B) {
	p := readertest.Setter{Head: "CMW/C/SR.9631", Foot: "GE.18-99999"}
	for i := range 60 {
		p.Paragraph(fmt.Sprintf("%d. ", i+1) + strings.Repeat("The Committee heard that it was so and asked for more. ", 15))
	}
	data := p.Bytes()
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		pages, err := Read(data)
		if err != nil || len(layout.Lines(pages)) < 60 {
			b.Fatal(err)
		}
	}
}
