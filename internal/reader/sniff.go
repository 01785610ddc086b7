package reader

import (
	"bytes"
	"fmt"
	"strings"
)

// A signature is how files of a format begin. Without a format they are not
// read, and the advice says what to do.
type signature struct {
	magic  string
	format Format
	what   string
	advice string
}

const (
	readable = "plain text, Markdown, HTML, DOCX and PDF are read"
	convert  = "save it as DOCX or text first, for example: libreoffice --headless --convert-to docx FILE"
	unpack   = "unpack it first"
)

// signatures holds the formats that summary records come in, and what is
// mistaken for one.
var signatures = []signature{
	{magic: "%PDF-", format: PDF},
	{magic: "PK\x03\x04", format: DOCX},
	{magic: "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", what: "legacy Word (.doc)", advice: convert},
	{magic: "\xffWPC", what: "WordPerfect", advice: convert},
	{magic: "{\\rtf", what: "RTF", advice: convert},
	{magic: "\x1f\x8b", what: "gzip", advice: unpack},
	{magic: "7z\xbc\xaf\x27\x1c", what: "7-Zip", advice: unpack},
	{magic: "Rar!", what: "RAR", advice: unpack},
}

// pdfHead is how far into a file its "%PDF-" may stand.
const pdfHead = 1024

// sniff tells the format by the first bytes, and refuses what is not read.
func sniff(head []byte) (Format, error) {
	start := bytes.TrimLeft(bytes.TrimPrefix(head, []byte(bomUTF8)), " \t\r\n")
	for _, s := range signatures {
		if len(start) < len(s.magic) || !bytes.EqualFold(start[:len(s.magic)], []byte(s.magic)) {
			continue
		}
		if s.format == "" {
			return "", fmt.Errorf("%w: this is %s; %s", ErrUnsupported, s.what, s.advice)
		}
		return s.format, nil
	}
	if isHTML(head) {
		return HTML, nil
	}
	if err := sniffBinary(head); err != nil {
		if bytes.Contains(head[:min(len(head), pdfHead)], []byte("%PDF-")) {
			return PDF, nil
		}
		return "", err
	}
	return Text, nil
}

// htmlHead is how far into a page a tag is looked for, in bytes.
const htmlHead = 2048

// htmlTags are tags of which a page has one near its start.
var htmlTags = []string{"<!doctype html", "<html", "<head", "<body", "<title", "<meta", "<p>", "<p ", "<div", "<table", "<h1", "<pre", "<font", "<center"}

// isHTML reports whether text starts with a tag and has one of HTML near by.
func isHTML(head []byte) bool {
	head = head[:min(len(head), htmlHead)]
	if isUTF16(head) {
		head = bytes.ReplaceAll(head[2:], []byte{0}, nil)
	}
	text := strings.ToLower(strings.TrimLeft(strings.TrimPrefix(string(head), bomUTF8), " \t\r\n"))
	if !strings.HasPrefix(text, "<") {
		return false
	}
	for _, tag := range htmlTags {
		if strings.Contains(text, tag) {
			return true
		}
	}
	return false
}

// sniffBinary refuses data with NUL bytes: no text has them, save UTF-16.
func sniffBinary(data []byte) error {
	if !isUTF16(data) && bytes.IndexByte(data, 0) >= 0 {
		return fmt.Errorf("%w; %s", ErrBinary, readable)
	}
	return nil
}
