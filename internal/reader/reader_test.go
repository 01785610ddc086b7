package reader

import (
	"bytes"
	"errors"
	"io"
	"os"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/unicode/norm"

	"rapporteur/internal/reader/docx"
	"rapporteur/internal/reader/pdf"
)

func read(t *testing.T, s string) Document {
	t.Helper()
	doc, err := Read("sample.txt", strings.NewReader(s), Options{})
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

func texts(doc Document) []string {
	var out []string
	for _, l := range doc.Lines {
		out = append(out, l.Text)
	}
	return out
}

func TestNormalises(t *testing.T) {
	for _, tt := range []struct{ name, in, want string }{
		{"no-break spaces", "a\u00a0b\u202fc  d", "a b c d"},
		{"soft hyphen", "co\u00adoperation", "cooperation"},
		{"non-breaking hyphen", "thirty\u2011third", "thirty-third"},
		{"ligatures", "o\ufb03ce \ufb01le", "office file"},
		{"composes", "U\u0308nver", "Ünver"},
		{"byte order mark", "\ufeffMr. Doe", "Mr. Doe"},
		{"zero width", "Mr.\u200b Doe", "Mr. Doe"},
		{"tabs", "1.\tMr. Doe\t", "1. Mr. Doe"},
		{"meaning stays", "2019–2030 — “so”, ‘as’", "2019–2030 — “so”, ‘as’"},
		{"bullets", "\uf0b7 one", "• one"},
		{"blank after folding", "x\n\u00a0", "x"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := read(t, tt.in).Lines[0].Text; got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

func TestLineNumbers(t *testing.T) {
	doc := read(t, "one\r\ntwo\rthree\n\ffour\u2028five\n\n\tseven")
	var got []Line
	for _, l := range doc.Lines {
		if l.Text != "" {
			got = append(got, l)
		}
	}
	want := []Line{
		{Number: 1, Text: "one"}, {Number: 2, Text: "two"}, {Number: 3, Text: "three"},
		{Number: 4, Text: "four"}, {Number: 4, Text: "five"}, {Number: 6, Text: "seven", Indent: 8},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestEncodings(t *testing.T) {
	units := utf16.Encode([]rune("Mr. Ünver said “yes”."))
	var le, be bytes.Buffer
	le.WriteString(bomUTF16LE)
	be.WriteString(bomUTF16BE)
	for _, u := range units {
		le.Write([]byte{byte(u), byte(u >> 8)})
		be.Write([]byte{byte(u >> 8), byte(u)})
	}
	for _, tt := range []struct {
		name, in string
		encoding Encoding
		repaired int
	}{
		{"utf-8", "Mr. Ünver said “yes”.", UTF8, 0},
		{"utf-8 with mark", bomUTF8 + "Mr. Ünver said “yes”.", UTF8, 0},
		{"utf-16le", le.String(), UTF16LE, 0},
		{"utf-16be", be.String(), UTF16BE, 0},
		{"windows-1252", "Mr. \xdcnver said \x93yes\x94.", Windows1252, 3},
		{"both", "Mr. Ünver said \x93yes”.", Windows1252, 1},
	} {
		t.Run(tt.name, func(t *testing.T) {
			doc := read(t, tt.in)
			if got, want := doc.Lines[0].Text, "Mr. Ünver said “yes”."; got != want {
				t.Errorf("got %q, want %q", got, want)
			}
			if doc.Encoding != tt.encoding || doc.Repaired != tt.repaired {
				t.Errorf("got %s with %d repaired, want %s with %d", doc.Encoding, doc.Repaired, tt.encoding, tt.repaired)
			}
		})
	}
}

func TestMarkdown(t *testing.T) {
	for _, tt := range []struct {
		in, want string
		marked   []string
	}{
		{"- 2. **The Chair** said that", "- 2. The Chair said that", []string{"The Chair"}},
		{"- 3. **Mr. Doe** (*Norway*), *speaking*, **said**", "- 3. Mr. Doe (Norway), speaking, said", []string{"Mr. Doe", "Norway", "speaking", "said"}},
		{"### **Articles 7 to 9**", "Articles 7 to 9", []string{"Articles 7 to 9"}},
		{"**Summary record (partial)\\* of the** meeting", "Summary record (partial)* of the meeting", []string{"Summary record (partial)* of the"}},
		{"**x** a * b * c and snake_case_name", "x a * b * c and snake_case_name", []string{"x"}},
		{"***both*** and **outer *inner* outer**", "both and outer inner outer", []string{"both", "outer inner outer"}},
		{"**a** term<sup>1</sup> <span id=\"page-3\"></span>here", "a term here", []string{"a"}},
		{"**a** 12\\. not a list", "a 12. not a list", []string{"a"}},
	} {
		doc := read(t, tt.in)
		if doc.Format != Markdown {
			t.Errorf("%q: format %s", tt.in, doc.Format)
		}
		l := doc.Lines[0]
		var marked []string
		for _, s := range l.Emphasis {
			marked = append(marked, s.Of(l.Text))
		}
		if l.Text != tt.want || !cmp.Equal(marked, tt.marked) {
			t.Errorf("%q:\n got %q %q\nwant %q %q", tt.in, l.Text, marked, tt.want, tt.marked)
		}
	}
}

func TestFootnoteMarksAreNoMarkdown(t *testing.T) {
	in := "Summary record (partial)* of the 3rd meeting**\n*\tNo summary record was prepared.\n**\tNo records were issued."
	doc := read(t, in)
	want := []string{"Summary record (partial)* of the 3rd meeting**", "* No summary record was prepared.", "** No records were issued."}
	if diff := cmp.Diff(want, texts(doc)); diff != "" || doc.Format != Text {
		t.Error(doc.Format, diff)
	}
}

// endless is a source that repeats one byte for ever.
type endless byte

func (e endless) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = byte(e)
	}
	return len(p), nil
}

func TestRefuses(t *testing.T) {
	for _, tt := range []struct {
		name string
		in   io.Reader
		want error
	}{
		{"empty", strings.NewReader(""), ErrEmpty},
		{"only a mark", strings.NewReader(bomUTF8), ErrEmpty},
		{"blank", strings.NewReader(" \n\t\n"), ErrEmpty},
		{"binary", strings.NewReader("\x7fELF\x00\x00"), ErrBinary},
		{"late binary", strings.NewReader(strings.Repeat("word\n", 20000) + "\x00"), ErrBinary},
		{"control characters", strings.NewReader(strings.Repeat("\x01\x02x", 99)), ErrNotText},
		{"odd utf-16", strings.NewReader(bomUTF16LE + "a\x00b"), ErrNotText},
		{"endless line", endless('x'), ErrTooLong},
		{"endless lines", endless('\n'), ErrTooLarge},
		{"pdf", strings.NewReader("%PDF-1.7\n"), pdf.ErrDamaged},
		{"docx", strings.NewReader("PK\x03\x04rest"), docx.ErrDamaged},
		{"gzip", strings.NewReader("\x1f\x8b\x08"), ErrUnsupported},
		{"doc", strings.NewReader("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00\x00"), ErrUnsupported},
		{"empty html", strings.NewReader("\n<!DOCTYPE HTML><p>"), ErrEmpty},
		{"rtf", strings.NewReader("{\\rtf1"), ErrUnsupported},
		{"failing", io.MultiReader(strings.NewReader("text"), failing{}), os.ErrPermission},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, err := Read("odd.txt", tt.in, Options{MaxBytes: 4 << 20})
			if !errors.Is(err, tt.want) {
				t.Fatalf("got %v, want %v", err, tt.want)
			}
			if !strings.Contains(err.Error(), "odd.txt") {
				t.Errorf("%q does not name the file", err)
			}
		})
	}
}

type failing struct{}

func (failing) Read([]byte) (int, error) { return 0, os.ErrPermission }

// TestLegacyWordSaysWhatToDo pins the advice, which is all such a file's owner has.
func TestLegacyWordSaysWhatToDo(t *testing.T) {
	_, err := Read("old.doc", strings.NewReader("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), Options{})
	if err == nil || !strings.Contains(err.Error(), "libreoffice") {
		t.Errorf("no advice in %v", err)
	}
}

// TestLongLineIsRefusedEarly counts what is taken from the source.
func TestLongLineIsRefusedEarly(t *testing.T) {
	counted := &counter{r: endless('x')}
	if _, err := Read("long", counted, Options{MaxLine: 1 << 16}); !errors.Is(err, ErrTooLong) {
		t.Fatal(err)
	}
	if counted.n > 1<<18 {
		t.Errorf("%d bytes were read for a limit of %d", counted.n, 1<<16)
	}
}

type counter struct {
	r io.Reader
	n int
}

func (c *counter) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	c.n += n
	return n, err
}

func FuzzRead(f *testing.F) {
	f.Add([]byte("1.\tMr. Doe said\r\n- 2. **The Chair** said\f*  No"))
	f.Add([]byte("**a *b** c*\n\\*\n# x #\n<sup>1</sup>![x](y)"))
	f.Add([]byte(bomUTF16LE + "a\x00\n\x00"))
	f.Add([]byte("caf\xe9 \x93x\x94"))
	f.Fuzz(func(t *testing.T, data []byte) {
		doc, err := Read("fuzz", bytes.NewReader(data), Options{MaxBytes: 1 << 20, MaxLine: 1 << 16})
		if err != nil {
			return
		}
		last := 0
		for _, l := range doc.Lines {
			if l.Number < last {
				t.Fatalf("line %d after %d", l.Number, last)
			}
			last = l.Number
			if l.Text != strings.TrimSpace(l.Text) || strings.Contains(l.Text, "  ") || !norm.NFC.IsNormalString(l.Text) {
				t.Fatalf("line %d is not clean: %q", l.Number, l.Text)
			}
			at := 0
			for _, s := range l.Emphasis {
				if s.Start < at || s.Empty() || s.End > len(l.Text) {
					t.Fatalf("line %d: emphasis %v of %q", l.Number, s, l.Text)
				}
				at = s.End
			}
		}
	})
}

func BenchmarkRead(b *testing.B) {
	data, err := os.ReadFile("../../data/records/CMW_C_SR.464-EN.md")
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		if _, err := Read("x", bytes.NewReader(data), Options{}); err != nil {
			b.Fatal(err)
		}
	}
}
