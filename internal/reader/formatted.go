package reader

import (
	"bytes"
	"errors"
	"fmt"
	"unicode/utf8"

	"golang.org/x/net/html/charset"

	"rapporteur/internal/reader/docx"
	"rapporteur/internal/reader/hypertext"
	"rapporteur/internal/reader/layout"
	"rapporteur/internal/reader/line"
	"rapporteur/internal/reader/pdf"
	"rapporteur/internal/reader/poppler"
)

// readDOCX reads a Word document.
func readDOCX(doc Document, data []byte) (Document, error) {
	lines, err := docx.Read(data)
	if errors.Is(err, docx.ErrNotWord) {
		return Document{}, fmt.Errorf("%w: this is %w; %s", ErrUnsupported, err, unpack)
	}
	if err != nil {
		return Document{}, err
	}
	doc.Encoding, doc.Lines = UTF8, lines
	return doc, nil
}

// readHTML decodes a page, by what it says of itself where its bytes leave that
// open, and reads it.
func readHTML(doc Document, data []byte) (Document, error) {
	text, err := decode(data)
	if err != nil {
		return Document{}, err
	}
	page := []byte(text.string)
	doc.Encoding, doc.Repaired = text.encoding, text.repaired
	if text.encoding == Windows1252 && !utf8.Valid(data) {
		if encoding, name, _ := charset.DetermineEncoding(data, ""); name != "utf-8" && name != string(Windows1252) {
			if page, err = encoding.NewDecoder().Bytes(data); err != nil {
				return Document{}, fmt.Errorf("%w: it says %s: %w", ErrNotText, name, err)
			}
			doc.Encoding = Encoding(name)
		}
	}
	if doc.Lines, err = hypertext.Read(page); err != nil {
		return Document{}, err
	}
	return doc, nil
}

// readPDF reads a PDF by itself, and by poppler's pdftotext if its own reading
// gives no text worth having and the program is there.
func readPDF(doc Document, data []byte, program string) (Document, error) {
	pages, err := pdf.Read(data)
	doc.Encoding, doc.Lines = UTF8, layout.Lines(pages)
	if err == nil && legible(doc.Lines) {
		return doc, nil
	}
	if errors.Is(err, ErrTooLarge) {
		return Document{}, err
	}
	if err == nil {
		err = illegible(doc.Lines)
	}
	if program == "" {
		return Document{}, fmt.Errorf("%w; poppler's pdftotext, if it is installed, may read it", err)
	}
	pages, failed := poppler.Read(program, data)
	if failed != nil {
		return Document{}, fmt.Errorf("%w; %w", err, failed)
	}
	doc.Lines, doc.Program = layout.Lines(pages), program
	if !legible(doc.Lines) {
		return Document{}, fmt.Errorf("%w; nor does pdftotext find any", illegible(doc.Lines))
	}
	return doc, nil
}

// illegible says what is wrong with the text of a PDF.
func illegible(lines []line.Line) error {
	if blank(lines) {
		return fmt.Errorf("%w: its pages are pictures; recognise the text first, for example: ocrmypdf FILE NEW", ErrNoText)
	}
	return fmt.Errorf("%w: its fonts do not say which characters they draw; recognise the text first, for example: ocrmypdf --force-ocr FILE NEW", ErrNoText)
}

// isUTF16 reports whether data starts with a mark of UTF-16.
func isUTF16(data []byte) bool {
	return bytes.HasPrefix(data, []byte(bomUTF16LE)) || bytes.HasPrefix(data, []byte(bomUTF16BE))
}
