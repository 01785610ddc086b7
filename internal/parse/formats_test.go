package parse

import (
	"fmt"
	"html"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"rapporteur/internal/reader/readertest"
)

// A sheet is a record in the form of testdata/formats, to be written in others.
type sheet []sheetLine

type sheetLine struct {
	left, right string // columns of the masthead; text stands in left
	columns     bool
	heading     bool
	note        bool
	number      int // of a paragraph, else 0
}

func readSheet(data string) sheet {
	var out sheet
	for _, text := range strings.Split(strings.TrimSpace(data), "\n") {
		l := sheetLine{left: text}
		if left, right, ok := strings.Cut(text, "|"); ok {
			l.left, l.right, l.columns = left, right, true
		}
		l.left, l.heading = strings.CutPrefix(l.left, "#")
		l.left, l.note = strings.CutPrefix(l.left, "*")
		if number, rest := cutNumber(l.left); number > 0 {
			l.number, l.left = number, rest
		}
		out = append(out, l)
	}
	return out
}

// TestFormats reads one record from every format that it can come in.
func TestFormats(t *testing.T) {
	files, err := filepath.Glob("testdata/formats/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no testdata/formats/*.txtar", err)
	}
	for _, file := range files {
		archive, err := txtar.ParseFile(file)
		if err != nil || len(archive.Files) == 0 {
			t.Fatal("want a record", err)
		}
		s := readSheet(string(archive.Files[0].Data))
		base := strings.TrimSuffix(filepath.Base(file), ".txtar")
		text := parseString(t, base+".txt", s.text())
		check(t, file, archive, text)
		for _, form := range []struct {
			ending string
			data   []byte
		}{
			{".md", s.markdown()},
			{".html", s.html()},
			{".docx", s.docx()},
			{".pdf", s.pdf(readertest.Regular)},
			{"-wide.pdf", s.pdf(readertest.Wide)},
		} {
			t.Run(base+form.ending, func(t *testing.T) {
				if diff := cmp.Diff(text, parseString(t, base+form.ending, form.data)); diff != "" {
					t.Errorf("(-text +%s):\n%s", form.ending, diff)
				}
			})
		}
	}
}

func (s sheet) text() []byte {
	var b strings.Builder
	for _, l := range s {
		switch {
		case l.columns:
			fmt.Fprintf(&b, "%s\t%s\n", l.left, l.right)
		case l.note:
			fmt.Fprintf(&b, "*\t%s\n", l.left)
		case l.number > 0:
			fmt.Fprintf(&b, "%d.\t%s\n", l.number, l.left)
		default:
			fmt.Fprintf(&b, "%s\n", l.left)
		}
	}
	return []byte(b.String())
}

func (s sheet) markdown() []byte {
	var b strings.Builder
	for _, l := range s {
		switch {
		case l.columns:
			fmt.Fprintf(&b, "%s %s\n\n", l.left, l.right)
		case l.heading:
			fmt.Fprintf(&b, "## %s\n\n", l.left)
		case l.note:
			fmt.Fprintf(&b, "\\* %s\n\n", l.left)
		case l.number > 0:
			first, rest, _ := strings.Cut(l.left, " ")
			fmt.Fprintf(&b, "- %d. **%s** %s\n", l.number, first, rest)
		default:
			fmt.Fprintf(&b, "%s\n\n", l.left)
		}
	}
	return []byte(b.String())
}

// html writes the page of a site: a menu, the record with its paragraphs as
// items of lists, a foot.
func (s sheet) html() []byte {
	var b strings.Builder
	b.WriteString("<!DOCTYPE html><html><head><title>Record</title><style>p {margin: 0}</style></head><body><header><nav><ul><li>Home<li>Treaty bodies</ul></nav></header>" +
		"<div class=\"breadcrumb\">Home &gt; Records</div><main>\n")
	table := false
	for _, l := range s {
		if l.columns != table {
			b.WriteString(map[bool]string{true: "<table>", false: "</table>\n"}[l.columns])
			table = l.columns
		}
		left := html.EscapeString(l.left)
		switch {
		case l.columns:
			fmt.Fprintf(&b, "<tr><td>%s</td><td><p>%s</p></td></tr>", left, l.right)
		case l.heading:
			fmt.Fprintf(&b, "<h3>%s</h3>\n", left)
		case l.note:
			fmt.Fprintf(&b, "<p>* %s</p>\n", left)
		case l.number > 0:
			fmt.Fprintf(&b, "<ol start=\"%d\"><li><b>%s</b>%s</li></ol>\n", l.number, left[:3], strings.ReplaceAll(left[3:], " the ", "\n\tthe "))
		default:
			fmt.Fprintf(&b, "<p>%s</p>\n", left)
		}
	}
	b.WriteString("</main><footer>Contact us</footer><script>var x = '<p>1. Mr. Nobody said</p>'</script></body></html>")
	return []byte(b.String())
}

// docx writes a Word document that counts its paragraphs by itself.
func (s sheet) docx() []byte {
	var b strings.Builder
	run := func(properties, text string) string {
		return "<w:r><w:rPr>" + properties + "</w:rPr><w:t xml:space=\"preserve\">" + html.EscapeString(text) + "</w:t></w:r>"
	}
	paragraph := func(properties, runs string) string {
		return "<w:p><w:pPr>" + properties + "</w:pPr>" + runs + "</w:p>"
	}
	table := false
	for _, l := range s {
		if l.columns != table {
			b.WriteString(map[bool]string{true: "<w:tbl>", false: "</w:tbl>"}[l.columns])
			table = l.columns
		}
		switch {
		case l.columns:
			fmt.Fprintf(&b, "<w:tr><w:tc>%s</w:tc><w:tc>%s</w:tc></w:tr>", paragraph("", run("", l.left)), paragraph("", run("", l.right)))
		case l.heading:
			b.WriteString(paragraph("<w:pStyle w:val=\"Title1\"/>", run("", l.left)))
		case l.note:
			continue // it is in a part of its own
		case l.number > 0:
			words := strings.SplitN(l.left, " ", 3)
			b.WriteString(paragraph("<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"3\"/></w:numPr>",
				run("<w:b/>", words[0]+" "+words[1])+"<w:del><w:r><w:delText> whispered</w:delText></w:r></w:del><w:ins>"+run("", " "+words[2])+"</w:ins>"))
		default:
			b.WriteString(paragraph("", run("", l.left)))
		}
	}
	b.WriteString("<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId1\"/></w:sectPr>")
	return readertest.DOCX(
		readertest.File{Name: "document", Data: b.String()},
		readertest.File{Name: "header1", Data: paragraph("", run("", s[0].right))},
		readertest.File{Name: "footer1", Data: paragraph("", run("", "GE.18-99999"))},
		readertest.File{Name: "footnotes", Data: "<w:footnote>" + paragraph("", run("", "No summary record was prepared for the rest of the meeting.")) + "</w:footnote>"},
		readertest.File{Name: "styles", Data: `<w:style w:type="paragraph" w:styleId="Title1"><w:rPr><w:b/></w:rPr></w:style>`},
		readertest.File{Name: "numbering", Data: `<w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>` +
			`<w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num>`},
	)
}

// pdf sets the record on pages with a running head, page numbers and a masthead
// of two columns.
func (s sheet) pdf(font readertest.Font) []byte {
	p := readertest.Setter{Head: s[0].right, Foot: "GE.18-99999", Font: font}
	for _, l := range s {
		switch {
		case l.columns:
			p.Row(l.left, l.right)
		case l.heading:
			p.Heading(l.left)
		case l.note:
			p.Note("* " + l.left)
		case l.number > 0:
			p.Paragraph(fmt.Sprintf("%d. %s", l.number, l.left))
		default:
			p.Paragraph(l.left)
		}
	}
	return p.Bytes()
}
