package table_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/cayleygraph/quad"
	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"rapporteur/queries/table"
)

var update = flag.Bool("update", false, "rewrite testdata/*.txtar")

func entity(id, label string) table.Item {
	return table.Item{Type: table.Entity, Value: quad.IRI(id), Label: label}
}

func paragraph(number int) table.Item {
	return table.Item{
		Type:  table.Paragraph,
		Value: quad.IRI(fmt.Sprintf("para:XYZ/SR.4#%d", number)),
		Label: fmt.Sprintf("XYZ/SR.4, para. %d", number),
	}
}

func text(s string) table.Item {
	return table.Item{Type: table.Text, Value: quad.String(s), Label: s}
}

// sample has every kind of cell.
func sample() *table.Table {
	number := table.Item{Type: table.Integer, Value: quad.Int(12), Label: "12"}
	record := table.Item{Type: table.Record, Value: quad.IRI("record:XYZ/SR.4"), Label: "XYZ/SR.4"}
	date := table.Item{Type: table.Date, Value: quad.String("2019-05"), Label: "2019-05"}
	property := table.Item{Type: table.Property, Value: quad.IRI("rap:cites"), Label: "cites"}
	class := table.Item{Type: table.Class, Value: quad.String("Institution"), Label: "Institution"}
	lexicon := table.Item{Type: table.Paragraph, Value: quad.IRI("graph:lexicon"), Label: "lexicon"}
	return &table.Table{
		Query: "sample",
		Title: "Sample",
		Columns: []table.Column{
			{Name: "who", Title: "Who", Type: table.Entity},
			{Name: "kind", Title: "Kind", Type: table.Class},
			{Name: "how", Title: "How", Type: table.Property},
			{Name: "date", Title: "Date", Type: table.Date},
			{Name: "record", Title: "Record", Type: table.Record},
			{Name: "times", Title: "Times", Type: table.Integer},
			{Name: "where", Title: "Where", Type: table.Paragraph, Many: true},
			{Name: "text", Title: "Text", Type: table.Text},
		},
		Rows: [][]table.Cell{
			{
				{entity("institution:UTO/justice", "Ministry of Justice")},
				{class}, {property}, {date}, {record}, {number}, {paragraph(3), paragraph(12)},
				{text(`Said that "tides" were <high> & that, at 高潮, nobody sailed.`)},
			},
			{
				{entity("institution:ERE/justice", "Ministry of Justice")},
				nil, nil, nil, nil, nil, {lexicon}, nil,
			},
			{{{Type: table.Entity, Value: quad.String("A representative of Erewhon"), Label: "A representative of Erewhon"}}, nil, nil, nil, nil, {number}, nil, {text("Nothing.")}},
		},
	}
}

// TestManyParagraphs checks how paragraphs are cited together.
func TestManyParagraphs(t *testing.T) {
	other := table.Item{Type: table.Paragraph, Value: quad.IRI("para:XYZ/SR.5#1"), Label: "XYZ/SR.5, para. 1"}
	lexicon := table.Item{Type: table.Paragraph, Value: quad.IRI("graph:lexicon"), Label: "lexicon"}
	for want, cell := range map[string]table.Cell{
		"XYZ/SR.4, para. 3; XYZ/SR.4, para. 4; XYZ/SR.4, para. 5":          {paragraph(3), paragraph(4), paragraph(5)},
		"XYZ/SR.4, paras. 3, 4, 8–10, 12":                                  {paragraph(3), paragraph(4), paragraph(8), paragraph(9), paragraph(10), paragraph(12)},
		"XYZ/SR.4, paras. 1–4; XYZ/SR.5, para. 1":                          {paragraph(1), paragraph(2), paragraph(3), paragraph(4), other},
		"lexicon; XYZ/SR.5, para. 1; XYZ/SR.4, paras. 1, 3, 5, 7":          {lexicon, other, paragraph(1), paragraph(3), paragraph(5), paragraph(7)},
		"XYZ/SR.4, para. 1; XYZ/SR.5, para. 1; lexicon; XYZ/SR.5, para. 1": {paragraph(1), other, lexicon, other},
	} {
		one := &table.Table{Columns: []table.Column{{Title: "A", Type: table.Paragraph, Many: true}}, Rows: [][]table.Cell{{cell}}}
		var b strings.Builder
		if err := one.WriteText(&b, 0); err != nil {
			t.Fatal(err)
		}
		if lines := strings.Split(b.String(), "\n"); lines[2] != want {
			t.Errorf("got %s, want %s", lines[2], want)
		}
	}
}

// TestForms compares the sample in every form with testdata/forms.txtar.
func TestForms(t *testing.T) {
	forms := []struct {
		name  string
		write func(*table.Table, io.Writer) error
	}{
		{"wide", func(s *table.Table, w io.Writer) error { return s.WriteText(w, 0) }},
		{"120", func(s *table.Table, w io.Writer) error { return s.WriteText(w, 120) }},
		{"10", func(s *table.Table, w io.Writer) error { return s.WriteText(w, 10) }},
		{"json", (*table.Table).WriteJSON},
		{"csv", (*table.Table).WriteCSV},
	}
	path := filepath.Join("testdata", "forms.txtar")
	var got txtar.Archive
	for _, form := range forms {
		var b bytes.Buffer
		if err := form.write(sample(), &b); err != nil {
			t.Fatalf("%s: %v", form.name, err)
		}
		got.Files = append(got.Files, txtar.File{Name: form.name, Data: b.Bytes()})
	}
	if *update {
		if err := os.WriteFile(path, txtar.Format(&got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), string(txtar.Format(&got))); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestJSONAndCSVCanBeRead(t *testing.T) {
	var b bytes.Buffer
	if err := sample().WriteJSON(&b); err != nil {
		t.Fatal(err)
	}
	var read struct {
		Rows []struct {
			Who struct {
				ID    *string
				Label string
			}
			Where []struct {
				Symbol string
				Number int
				CiteAs string `json:"cite_as"`
			}
		}
	}
	if err := json.Unmarshal(b.Bytes(), &read); err != nil || len(read.Rows) != 3 {
		t.Fatalf("%d rows, %v", len(read.Rows), err)
	}
	if where := read.Rows[0].Where[1]; where.Symbol != "XYZ/SR.4" || where.Number != 12 || where.CiteAs != "XYZ/SR.4, para. 12" {
		t.Errorf("where = %+v", where)
	}
	if who := read.Rows[2].Who; who.ID != nil || who.Label != "A representative of Erewhon" {
		t.Errorf("who = %+v", who)
	}
	b.Reset()
	if err := sample().WriteCSV(&b); err != nil {
		t.Fatal(err)
	}
	if lines, err := csv.NewReader(&b).ReadAll(); err != nil || len(lines) != 4 {
		t.Errorf("%d lines, %v", len(lines), err)
	}
}

func TestEmpty(t *testing.T) {
	empty := sample()
	empty.Rows = nil
	var b strings.Builder
	if err := empty.WriteText(&b, 80); err != nil || b.String() != "Nothing found.\n" {
		t.Errorf("%q, %v", b.String(), err)
	}
	b.Reset()
	if err := empty.WriteJSON(&b); err != nil || !strings.Contains(b.String(), `"rows": []`) {
		t.Errorf("%q, %v", b.String(), err)
	}
}

func TestTruncated(t *testing.T) {
	part := sample()
	part.Truncated = true
	var b strings.Builder
	if err := part.WriteText(&b, 80); err != nil || !strings.Contains(b.String(), "more than 3 rows") {
		t.Errorf("%q, %v", b.String(), err)
	}
}

// FuzzWriteText checks that wrapping loses no word and keeps to the width where
// the columns can be narrow enough.
func FuzzWriteText(f *testing.F) {
	f.Add("Ministry of Justice", "Said that nobody sailed.", 40)
	f.Add("高潮", "e\u0301 a\u200bb", 30)
	f.Add("", strings.Repeat("x", 100), 1)
	f.Fuzz(func(t *testing.T, label, words string, width int) {
		if !utf8.ValidString(label+words) || strings.ContainsFunc(label+words, odd) || len(label+words) > 1000 {
			t.Skip()
		}
		one := &table.Table{
			Columns: []table.Column{{Title: "A", Type: table.Text}},
			Rows:    [][]table.Cell{{{text(words)}}},
		}
		var b strings.Builder
		if err := one.WriteText(&b, width%200); err != nil {
			t.Fatal(err)
		}
		_, body, _ := strings.Cut(b.String(), "\n")
		_, body, _ = strings.Cut(body, "\n")
		want := strings.Join(strings.Fields(words), "")
		if got := strings.Join(strings.Fields(body), ""); got != want {
			t.Errorf("width %d: %q became %q", width, want, got)
		}
	})
}

// odd are characters at which words end or lines break.
func odd(r rune) bool { return r < ' ' || r == '\u0085' || r == '\u2028' || r == '\u2029' }

// TestCSVHasNoFormulas writes texts that a spreadsheet would run, and those that
// it would not.
func TestCSVHasNoFormulas(t *testing.T) {
	for in, want := range map[string]string{
		`=HYPERLINK("http://x.example")`: `'=HYPERLINK("http://x.example")`,
		"+1":                             "'+1", "-1": "'-1", "@SUM(A1)": "'@SUM(A1)", "\t=1": "'\t=1", "\r=1": "'\r=1", "\n=1": "'\n=1",
		"1-1": "1-1", "'=1": "'=1", "": "", "Said: =1": "Said: =1",
	} {
		tb := &table.Table{
			Columns: []table.Column{{Name: "text", Type: table.Text}, {Name: "n", Type: table.Integer}},
			Rows:    [][]table.Cell{{{text(in)}, {{Type: table.Integer, Value: quad.Int(-1), Label: "-1"}}}},
		}
		var b bytes.Buffer
		if err := tb.WriteCSV(&b); err != nil {
			t.Fatal(err)
		}
		r := csv.NewReader(&b)
		lines, err := r.ReadAll()
		if err != nil || len(lines) != 2 || lines[1][0] != want || lines[1][1] != "-1" {
			t.Errorf("%q: %q, %v; want %q", in, lines, err, want)
		}
	}
}

// TestWordsForAnIRI checks that a column of text is text where the store holds an IRI
// that a query has words for.
func TestWordsForAnIRI(t *testing.T) {
	got, err := json.Marshal(table.Item{Type: table.Text, Value: quad.IRI("rap:spokenBy"), Label: "speaks"})
	if err != nil || string(got) != `"speaks"` {
		t.Errorf("%s, %v", got, err)
	}
}
