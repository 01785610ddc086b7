// Package reader turns the bytes of a file into clean, numbered lines.
//
// It decides the format by content, never by the file's name; decodes UTF-8,
// UTF-16 with a byte order mark and, byte by byte, Windows-1252 where UTF-8 is
// broken; and folds what carries no meaning (odd spaces, soft hyphens,
// ligatures, line endings), so that nothing later knows how a record was
// stored. Lines keep the numbers of the source.
//
// Plain text, Markdown, HTML, Word documents (DOCX) and PDF are read; each of the
// latter three has a package of its own below this one, which gives the same
// lines. See docs/formats.md for what is kept of each.
package reader

import (
	"errors"
	"fmt"
	"io"

	"rapporteur/internal/reader/limit"
	"rapporteur/internal/reader/line"
)

// Errors that Read wraps with the file's name and what to do. ErrTooLarge and
// ErrTooLong end the reading at once: no more than the limit is ever held.
var (
	ErrEmpty       = errors.New("the file is empty")
	ErrBinary      = errors.New("binary data, not text")
	ErrNotText     = errors.New("no text in a known encoding")
	ErrTooLarge    = limit.ErrTooLarge
	ErrTooLong     = errors.New("a line is too long")
	ErrUnsupported = errors.New("unsupported format")
	ErrNoText      = errors.New("a PDF without text")
)

// A Format is how a file is written.
type Format string

// The formats that are read.
const (
	Text     Format = "text"
	Markdown Format = "markdown"
	HTML     Format = "html"
	DOCX     Format = "docx"
	PDF      Format = "pdf"
)

// An Encoding is how a file's characters were stored.
type Encoding string

// The encodings that are read. A file counts as Windows-1252 as soon as one of
// its bytes had to be read that way.
const (
	UTF8        Encoding = "utf-8"
	UTF16LE     Encoding = "utf-16le"
	UTF16BE     Encoding = "utf-16be"
	Windows1252 Encoding = "windows-1252"
)

// Limits used where Options has zero. A summary record is some 60 kB long and
// its longest paragraph some 5 kB.
const (
	DefaultMaxBytes = 64 << 20
	DefaultMaxLine  = 1 << 20
)

// Options bounds what Read accepts. The zero value is ready for use.
type Options struct {
	MaxBytes int // largest file, in bytes; 0 means DefaultMaxBytes
	MaxLine  int // longest line of plain text, in bytes; 0 means DefaultMaxLine
	// PDFToText is the path of poppler's pdftotext, which is asked where a PDF's
	// own text is not legible; "" for none.
	PDFToText string
}

// A Document is a file as lines of clean text.
type Document struct {
	Name     string // as given to Read
	Format   Format
	Encoding Encoding
	// Repaired counts the bytes that were no UTF-8 and were read as Windows-1252.
	Repaired int
	// Program is the path of the program that read the file, "" if this one did.
	Program string
	Lines   []Line
}

// A Line is one line of the source: NFC, single spaces, none at the ends.
type Line = line.Line

// Read reads a whole file. The name serves in messages and is kept in the
// Document. Errors wrap one of the sentinels of this package or the reader's.
func Read(name string, r io.Reader, opts Options) (Document, error) {
	doc, err := readAny(name, r, opts)
	if err == nil && blank(doc.Lines) {
		err = ErrEmpty
	}
	if err != nil {
		return Document{}, fmt.Errorf("read %s: %w", name, err)
	}
	return doc, nil
}

func readAny(name string, r io.Reader, opts Options) (Document, error) {
	data, format, err := slurp(r, opts)
	if err != nil {
		return Document{}, err
	}
	doc := Document{Name: name, Format: format}
	switch format {
	case HTML:
		return readHTML(doc, data)
	case DOCX:
		return readDOCX(doc, data)
	case PDF:
		return readPDF(doc, data, opts.PDFToText)
	}
	return readText(doc, data)
}

// readText reads plain text, which may be Markdown.
func readText(doc Document, data []byte) (Document, error) {
	if err := sniffBinary(data); err != nil {
		return Document{}, err
	}
	text, err := decode(data)
	if err != nil {
		return Document{}, err
	}
	doc.Encoding, doc.Repaired, doc.Lines = text.encoding, text.repaired, split(text.string)
	if isMarkdown(doc.Lines) {
		doc.Format = Markdown
		stripMarkdown(doc.Lines)
	}
	return doc, nil
}

// blank reports whether no line holds text.
func blank(lines []Line) bool {
	for i := range lines {
		if lines[i].Text != "" {
			return false
		}
	}
	return true
}
