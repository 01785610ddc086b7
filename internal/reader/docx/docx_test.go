package docx

import (
	"bytes"
	"errors"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/unicode/norm"
	"golang.org/x/tools/txtar"

	"rapporteur/internal/reader/limit"
	"rapporteur/internal/reader/readertest"
)

var update = flag.Bool("update", false, "rewrite what the tests want")

const wantFile = "want"

// TestRead reads the document in each testdata/*.txtar: its parts, and last the
// lines that it is read as.
func TestRead(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no testdata/*.txtar", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			var parts []readertest.File
			want := ""
			for _, f := range archive.Files {
				if f.Name == wantFile {
					want = string(f.Data)
					continue
				}
				parts = append(parts, readertest.File{Name: f.Name, Data: strings.TrimSpace(string(f.Data))})
			}
			lines, err := Read(readertest.DOCX(parts...))
			got := readertest.Show(lines)
			if err != nil {
				got = "error: " + err.Error() + "\n"
			}
			if *update {
				archive.Files = append(archive.Files[:len(parts)], txtar.File{Name: wantFile, Data: []byte(got)})
				if err := os.WriteFile(file, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestRefuses(t *testing.T) {
	deep := strings.Repeat("<w:tbl><w:tr><w:tc>", 100) + strings.Repeat("</w:tc></w:tr></w:tbl>", 100)
	bomb := readertest.Zip(readertest.File{Name: defaultMain, Data: "<w:document><w:body>" + strings.Repeat(" ", 1<<20) + "</w:body></w:document>"})
	for _, tt := range []struct {
		name string
		data []byte
		want error
	}{
		{"no zip", []byte("PK\x03\x04rest"), ErrDamaged},
		{"another zip", readertest.Zip(readertest.File{Name: "content.xml", Data: "<x/>"}), ErrNotWord},
		{"cut off", readertest.Zip(readertest.File{Name: defaultMain, Data: "<w:document><w:body><w:p>"}), ErrDamaged},
		{"nested without end", readertest.DOCX(readertest.File{Name: "document", Data: deep}), errDeep},
		{"bomb", bomb, limit.ErrTooLarge},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if _, err := read(tt.data, 1<<20); !errors.Is(err, tt.want) {
				t.Errorf("got %v, want %v", err, tt.want)
			}
		})
	}
	if len(bomb) > 1<<14 {
		t.Errorf("the bomb has %d bytes: it is none", len(bomb))
	}
}

// FuzzRead reads documents whose parts are anything.
func FuzzRead(f *testing.F) {
	f.Add("<w:p><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r><w:t>text</w:t></w:r></w:p>",
		"<w:abstractNum w:abstractNumId=\"1\"><w:lvl w:ilvl=\"0\"><w:lvlText w:val=\"%1.\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"1\"/></w:num>", "<w:style w:styleId=\"a\"><w:basedOn w:val=\"a\"/></w:style>")
	f.Add("<w:tbl><w:tr><w:tc><w:p><w:r><w:t>1.</w:t></w:r></w:p></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>", "", "")
	f.Add("<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/><w:instrText>AUTONUM</w:instrText><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>", "", "")
	f.Fuzz(func(t *testing.T, document, numbering, styles string) {
		lines, err := Read(readertest.DOCX(readertest.File{Name: "document", Data: document}, readertest.File{Name: "numbering", Data: numbering}, readertest.File{Name: "styles", Data: styles}))
		if err != nil && lines != nil {
			t.Fatal("lines and an error")
		}
		for i, l := range lines {
			if l.Number != i+1 || l.Text != strings.TrimSpace(l.Text) || strings.Contains(l.Text, "  ") || !norm.NFC.IsNormalString(l.Text) {
				t.Fatalf("line %d is not clean: %q", l.Number, l.Text)
			}
			for _, s := range l.Emphasis {
				if s.Empty() || s.End > len(l.Text) {
					t.Fatalf("emphasis %v of %q", s, l.Text)
				}
			}
		}
	})
}

// BenchmarkRead reads a record of the length that most have.
func BenchmarkRead(b *testing.B) {
	paragraph := "<w:p><w:pPr><w:pStyle w:val=\"SingleTxt\"/><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr>" +
		strings.Repeat("<w:r w:rsidR=\"00A1\"><w:rPr><w:b/><w:lang w:val=\"en-GB\"/></w:rPr><w:t xml:space=\"preserve\">some words of the record </w:t></w:r>", 40) + "</w:p>"
	data := readertest.DOCX(readertest.File{Name: "document", Data: strings.Repeat(paragraph, 60)}, readertest.File{Name: "numbering", Data: ""}, readertest.File{Name: "styles", Data: ""})
	b.SetBytes(int64(60 * len(paragraph)))
	for b.Loop() {
		if lines, err := Read(bytes.Clone(data)); err != nil || len(lines) != 60 {
			b.Fatal(len(lines), err)
		}
	}
}
