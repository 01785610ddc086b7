package reader

import (
	"bytes"
	"fmt"
)

// A signature is how files of a format that is not read begin.
type signature struct {
	magic  string
	format string
	advice string
}

const (
	readable = "plain text and Markdown are read"
	convert  = "save it as text first, for example: libreoffice --headless --convert-to txt FILE"
)

// signatures holds the formats that summary records come in but that are not
// read. HTML is text and is told by its first tag.
var signatures = []signature{
	{"%PDF-", "PDF", readable},
	{"PK\x03\x04", "DOCX or another zip archive", readable},
	{"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "legacy Word (.doc)", convert},
	{"\xffWPC", "WordPerfect", convert},
	{"{\\rtf", "RTF", convert},
	{"<!doctype html", "HTML", readable},
	{"<html", "HTML", readable},
}

// sniff refuses the formats of signatures, and binary data, by the first bytes.
func sniff(head []byte) error {
	start := bytes.TrimLeft(bytes.TrimPrefix(head, []byte(bomUTF8)), " \t\r\n")
	for _, s := range signatures {
		if len(start) >= len(s.magic) && bytes.EqualFold(start[:len(s.magic)], []byte(s.magic)) {
			return fmt.Errorf("%w: this is %s; %s", ErrUnsupported, s.format, s.advice)
		}
	}
	return sniffBinary(head)
}

// sniffBinary refuses data with NUL bytes: no text has them, save UTF-16.
func sniffBinary(data []byte) error {
	if bytes.HasPrefix(data, []byte(bomUTF16LE)) || bytes.HasPrefix(data, []byte(bomUTF16BE)) {
		return nil
	}
	if bytes.IndexByte(data, 0) >= 0 {
		return fmt.Errorf("%w; %s", ErrBinary, readable)
	}
	return nil
}
