package poppler

import (
	"errors"
	"os/exec"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rapporteur/internal/reader/layout"
	"rapporteur/internal/reader/pdf"
	"rapporteur/internal/reader/readertest"
)

func sample() []byte {
	s := readertest.Setter{Head: "CMW/C/SR.9631", Foot: "GE.18-99999"}
	s.Row("United Nations", "CMW/C/SR.9631")
	s.Row("International Convention on the Protection of the Rights of All Migrant Workers", "Distr.: General")
	s.Paragraph("The meeting was called to order at 10 a.m.")
	s.Heading("Other matters")
	for range 12 {
		s.Paragraph("1. Ms. Oduya said that “it” was so – " + strings.Repeat("and that the Committee had been told of it in good time, ", 8) + "as was known.")
	}
	return s.Bytes()
}

// TestReadsAsWeDo compares the program's reading with our own.
func TestReadsAsWeDo(t *testing.T) {
	program, err := exec.LookPath("pdftotext")
	if err != nil {
		t.Skip("SKIPPED: pdftotext of poppler is not installed")
	}
	theirs, err := Read(program, sample())
	if err != nil {
		t.Fatal(err)
	}
	ours, err := pdf.Read(sample())
	if err != nil {
		t.Fatal(err)
	}
	text := func(pages []layout.Page) (out []string) {
		for _, l := range layout.Lines(pages) {
			out = append(out, l.Text)
		}
		return out
	}
	if diff := cmp.Diff(text(ours), text(theirs)); diff != "" {
		t.Errorf("(-ours +pdftotext):\n%s", diff)
	}
}

func TestParsesOutput(t *testing.T) {
	pages, err := parse([]byte(`<!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml"><head><title></title></head><body><doc>
<page width="595" height="842"><word xMin="72.0" yMin="90.0" xMax="100.0" yMax="100.0">R&amp;D</word></page><page width="595" height="842"></page></doc></body></html>`))
	want := []layout.Page{{Fragments: []layout.Fragment{{X: 72, Y: -97.8, Width: 28, Size: 9, Text: "R&D"}}}, {}}
	if diff := cmp.Diff(want, pages); err != nil || diff != "" {
		t.Error(err, diff)
	}
	if _, err := parse([]byte("<word>x</word>")); !errors.Is(err, ErrFailed) {
		t.Errorf("a word on no page: %v", err)
	}
}

func TestProgramFails(t *testing.T) {
	if _, err := Read("/no/such/program", nil); !errors.Is(err, ErrFailed) {
		t.Errorf("no program: %v", err)
	}
	program, err := exec.LookPath("false")
	if err != nil {
		t.Skip("SKIPPED: no program that fails")
	}
	if _, err := Read(program, []byte("%PDF-")); !errors.Is(err, ErrFailed) {
		t.Errorf("a program that fails: %v", err)
	}
}
