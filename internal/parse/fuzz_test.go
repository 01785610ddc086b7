package parse

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"rapporteur/internal/reader"
)

// FuzzParse looks for texts that break what holds for every record: no panic,
// rising numbers, spans that quote, and no line lost.
func FuzzParse(f *testing.F) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		f.Fatal("no seeds", err)
	}
	for _, file := range files {
		archive, err := txtar.ParseFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(unescape(archive.Files[0].Data))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		doc, err := reader.Read("CMW_C_SR.1.txt", bytes.NewReader(data), reader.Options{MaxBytes: 1 << 20})
		if err != nil {
			return
		}
		p := newParser(doc)
		p.readSymbol()
		p.claimFurniture()
		head, body, tail := p.divide()
		p.readHeader(head)
		p.readBody(body)
		p.readClosing(tail)
		p.identify(doc.Name, Options{})
		p.listDocuments()
		p.collectResidue()
		sound(t, p.rec)
		nothingLost(t, p)
	})
}

// nothingLost checks that every line with text was claimed or is residue, and
// that what was claimed for paragraphs stands in them.
func nothingLost(t *testing.T, p *parser) {
	t.Helper()
	var all strings.Builder
	for _, q := range p.rec.Paragraphs {
		all.WriteString(key0(q.Text))
	}
	words := all.String()
	left := len(p.rec.Residue)
	for i, l := range p.lines {
		switch {
		case l.Text == "":
		case p.claims[i] == "":
			left--
		case p.claims[i] == "paragraph":
			_, text := cutNumber(l.Text)
			if !strings.Contains(words, key0(cutMarks(text))) {
				t.Errorf("line %d is in no paragraph: %q", l.Number, l.Text)
			}
		}
	}
	if left != 0 {
		t.Errorf("%d lines more in residue than unclaimed", -left)
	}
}

// key0 is key without its bound.
func key0(s string) string {
	var b strings.Builder
	for len(s) > 0 {
		n := min(len(s), maxFixed)
		b.WriteString(key(s[:n]))
		s = s[n:]
	}
	return b.String()
}

func BenchmarkParse(b *testing.B) {
	for _, name := range []string{"CMW_C_SR.463-EN.txt", "CMW_C_SR.464-EN.md"} {
		data, err := os.ReadFile("../../data/records/" + name)
		if err != nil {
			b.Fatal(err)
		}
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(data)))
			b.ReportAllocs()
			for b.Loop() {
				doc, err := reader.Read(name, bytes.NewReader(data), reader.Options{})
				if err != nil {
					b.Fatal(err)
				}
				if _, err := Parse(doc, Options{}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
