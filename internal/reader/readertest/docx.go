// Package readertest writes documents for tests, Word documents and PDF files
// made of text that a person can read in the test, and compares what they are
// read as with golden files.
package readertest

import (
	"archive/zip"
	"bytes"
	"strings"
)

// A File is a member of an archive.
type File struct{ Name, Data string }

// Zip packs files.
func Zip(files ...File) []byte {
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, f := range files {
		m, err := w.Create(f.Name)
		if err == nil {
			_, err = m.Write([]byte(f.Data))
		}
		if err != nil {
			panic(err) // a buffer takes everything
		}
	}
	if err := w.Close(); err != nil {
		panic(err)
	}
	return out.Bytes()
}

// namespaces are those of the parts of a Word document.
const namespaces = ` xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"` +
	` xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"` +
	` xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"`

// roots are the root elements of the parts, by name without ".xml".
var roots = map[string]string{"document": "w:document", "numbering": "w:numbering", "styles": "w:styles", "footnotes": "w:footnotes", "header1": "w:hdr", "header2": "w:hdr", "footer1": "w:ftr"}

// DOCX packs a Word document. The files are what stands in the root elements of
// its parts, named "document", "numbering", "styles", "header1" …; headers are
// related as rId1 and rId2.
func DOCX(parts ...File) []byte {
	files := []File{
		{"[Content_Types].xml", `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`},
		{"_rels/.rels", relations("word/document.xml")},
		{"word/_rels/document.xml.rels", relations("header1.xml", "header2.xml")},
	}
	for _, p := range parts {
		root := roots[p.Name]
		data := p.Data
		if p.Name == "document" {
			data = "<w:body>" + data + "</w:body>"
		}
		files = append(files, File{"word/" + p.Name + ".xml", `<?xml version="1.0" encoding="UTF-8"?><` + root + namespaces + ">" + data + "</" + root + ">"})
	}
	return Zip(files...)
}

func relations(targets ...string) string {
	var b strings.Builder
	b.WriteString(`<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`)
	for i, t := range targets {
		b.WriteString(`<Relationship Id="rId` + string(rune('1'+i)) + `" Target="` + t + `"/>`)
	}
	return b.String() + "</Relationships>"
}
