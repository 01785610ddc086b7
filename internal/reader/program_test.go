package reader

import (
	"bytes"
	"fmt"
	"os"
	"strings"
	"testing"

	"rapporteur/internal/reader/readertest"
)

// standIn makes the test program stand in for pdftotext.
const standIn = "RAPPORTEUR_TEST_PDFTOTEXT"

func TestMain(m *testing.M) {
	if os.Getenv(standIn) != "" {
		fmt.Print("<html><body><doc><page>")
		for i, word := range strings.Fields("1. The Chair said that the other program had found the words of the record.") {
			fmt.Printf(`<word xMin="%d" yMin="90" xMax="%d" yMax="100">%s</word>`, 72+i*30, 99+i*30, word)
		}
		fmt.Print("</page></doc></body></html>")
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// TestAnotherProgramReads has a program read a PDF whose fonts hide its text, and
// leaves it alone where the text is legible.
func TestAnotherProgramReads(t *testing.T) {
	t.Setenv(standIn, "1")
	for _, tt := range []struct {
		font    readertest.Font
		program string
		want    string
	}{
		{readertest.Hidden, os.Args[0], "1. The Chair said that the other program had found the words of the record."},
		{readertest.Wide, "", "1. The Chair said that this program had read the words of the record itself."},
	} {
		s := readertest.Setter{Font: tt.font}
		s.Paragraph("1. The Chair said that this program had read the words of the record itself.")
		doc, err := Read("x.pdf", bytes.NewReader(s.Bytes()), Options{PDFToText: os.Args[0]})
		if err != nil {
			t.Fatal(err)
		}
		if doc.Program != tt.program || len(doc.Lines) != 1 || doc.Lines[0].Text != tt.want {
			t.Errorf("%s: got %+v by %q", tt.font, doc.Lines, doc.Program)
		}
	}
}
