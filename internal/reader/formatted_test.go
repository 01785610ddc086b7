package reader

import (
	"bytes"
	"errors"
	"os/exec"
	"strings"
	"testing"

	"rapporteur/internal/reader/readertest"
)

// TestFormatByContent reads each format under a name that says another.
func TestFormatByContent(t *testing.T) {
	page := "<html><head><meta charset=\"%\"></head><body><p>1. Mr. \xd6rnek said so.</p></body></html>"
	var s readertest.Setter
	s.Paragraph("1. Mr. Örnek said so, and the others agreed that it had been so for a long time.")
	for _, tt := range []struct {
		name     string
		data     []byte
		format   Format
		encoding Encoding
	}{
		{"page", []byte(strings.ReplaceAll(page, "\xd6", "Ö")), HTML, UTF8},
		{"page that says Latin-1", []byte(strings.ReplaceAll(page, "%", "iso-8859-1")), HTML, Windows1252},
		{"page that says Turkish", []byte(strings.ReplaceAll(page, "%", "iso-8859-9")), HTML, "windows-1254"},
		{"page that says nothing", []byte(page), HTML, Windows1252},
		{"page behind a comment", []byte("<!-- saved -->\n<P>1. Mr. Örnek said so."), HTML, UTF8},
		{"page in UTF-16", []byte("\xff\xfe" + strings.Join(strings.Split("<p>1. Mr. \xd6rnek said so.", ""), "\x00") + "\x00"), HTML, UTF16LE},
		{"word", readertest.DOCX(readertest.File{Name: "document", Data: "<w:p><w:r><w:t>1. Mr. Örnek said so.</w:t></w:r></w:p>"}), DOCX, UTF8},
		{"pdf", s.Bytes(), PDF, UTF8},
		{"pdf behind junk", append([]byte("\x00\x01 mail\n"), s.Bytes()...), PDF, UTF8},
		{"text with a tag", []byte("1. Mr. Örnek said <p> so."), Text, UTF8},
	} {
		t.Run(tt.name, func(t *testing.T) {
			doc, err := Read("odd.xls", bytes.NewReader(tt.data), Options{})
			if err != nil {
				t.Fatal(err)
			}
			if doc.Format != tt.format || doc.Encoding != tt.encoding {
				t.Errorf("got %s in %s, want %s in %s", doc.Format, doc.Encoding, tt.format, tt.encoding)
			}
			if !strings.HasPrefix(doc.Lines[0].Text, "1. Mr. Örnek said") || doc.Program != "" {
				t.Errorf("got %q by %q", doc.Lines[0].Text, doc.Program)
			}
		})
	}
}

// TestPDFWithoutText refuses pictures and fonts that do not say what they draw,
// and says what to do.
func TestPDFWithoutText(t *testing.T) {
	var empty readertest.PDF
	empty.Page()
	hidden := readertest.Setter{Font: readertest.Hidden}
	hidden.Paragraph(strings.Repeat("The Chair said that it was so. ", 10))
	for name, data := range map[string][]byte{"pictures": empty.Bytes(), "fonts": hidden.Bytes()} {
		_, err := Read("scan.pdf", bytes.NewReader(data), Options{})
		if !errors.Is(err, ErrNoText) || !strings.Contains(err.Error(), name) || !strings.Contains(err.Error(), "ocrmypdf") {
			t.Errorf("%s: %v", name, err)
		}
		if _, err := Read("scan.pdf", bytes.NewReader(data), Options{PDFToText: "/no/such/program"}); !errors.Is(err, ErrNoText) {
			t.Errorf("%s, with a program that fails: %v", name, err)
		}
	}
	if program, err := exec.LookPath("pdftotext"); err != nil {
		t.Log("SKIPPED: pdftotext of poppler is not installed")
	} else if _, err := Read("scan.pdf", bytes.NewReader(empty.Bytes()), Options{PDFToText: program}); !errors.Is(err, ErrNoText) {
		t.Errorf("pictures, with pdftotext: %v", err)
	}
}

func TestLegible(t *testing.T) {
	for text, want := range map[string]bool{
		"The Committee took up the report of the State party and thanked its delegation.":                    true,
		"Le Comité a examiné le rapport de l’État partie et a remercié sa délégation.":                       true,
		"Комитет рассмотрел доклад государства-участника и поблагодарил его делегацию за ответы на вопросы.": true,
		"7KH &RPPLWWHH WRRN XS WKH UHSRUW RI WKH 6WDWH SDUW\\ DQG WKDQNHG LWV GHOHJDWLRQ":                    false,
		"T h e C o m m i t t e e t o o k u p t h e r e p o r t o f t h e S t a t e":                          false,
		"\ufffd\ufffd\ufffd \ufffd\ufffd the report of a State that was taken up by a committee then":        false,
		"12 13 14 15 16 17 18 19 20 21 22 23": false,
		"Thecommitteetookupthereportofthestateparty andthankeditsdelegation " + strings.Repeat("withoutanyspacesbetweenwords ", 9): false,
	} {
		if got := legible([]Line{{Text: text}}); got != want {
			t.Errorf("%q: got %v", text, got)
		}
	}
}
