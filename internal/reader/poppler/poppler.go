// Package poppler has poppler's program pdftotext read the pages of a PDF.
//
// The program says where each word stands (pdftotext -bbox), so that columns and
// paragraphs are found in the same way whoever reads the file.
package poppler

import (
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"os/exec"
	"strconv"
	"time"

	"rapporteur/internal/reader/layout"
	"rapporteur/internal/reader/limit"
)

// ErrFailed says that the program did not read the file; what it said follows.
var ErrFailed = errors.New("pdftotext failed")

// Limits of a run. The program needs some 0.1 s and a few MB for a record.
const (
	timeout   = 60 * time.Second
	maxOutput = 256 << 20 // bytes
	maxWords  = 4 << 20
)

// Read has the program, a path, read a PDF.
func Read(program string, pdf []byte) ([]layout.Page, error) {
	ctx, cancel := context.WithTimeout(context.Background(), timeout)
	defer cancel()
	cmd := exec.CommandContext(ctx, program, "-q", "-bbox", "-enc", "UTF-8", "-", "-")
	cmd.Stdin = bytes.NewReader(pdf)
	var said bytes.Buffer
	cmd.Stderr = &said
	out, err := cmd.StdoutPipe()
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrFailed, err)
	}
	if err := cmd.Start(); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrFailed, err)
	}
	data, err := limit.ReadAll(out, maxOutput)
	if err != nil {
		cancel()
	}
	if failed := cmd.Wait(); failed != nil && err == nil {
		err = fmt.Errorf("%w: %w: %s", ErrFailed, failed, bytes.TrimSpace(said.Bytes()))
	}
	if err != nil {
		return nil, err
	}
	return parse(data)
}

// parse reads the program's XHTML: pages of words with their boxes. Boxes count
// from the top of the page.
func parse(data []byte) ([]layout.Page, error) {
	dec := xml.NewDecoder(bytes.NewReader(data))
	dec.Strict = false
	dec.Entity = xml.HTMLEntity
	var pages []layout.Page
	for words := 0; ; {
		t, err := dec.Token()
		if errors.Is(err, io.EOF) {
			return pages, nil
		}
		if err != nil {
			return nil, fmt.Errorf("%w: its output: %w", ErrFailed, err)
		}
		start, ok := t.(xml.StartElement)
		if !ok {
			continue
		}
		switch start.Name.Local {
		case "page":
			pages = append(pages, layout.Page{})
		case "word":
			var w word
			if err := dec.DecodeElement(&w, &start); err != nil || len(pages) == 0 {
				return nil, fmt.Errorf("%w: its output: %v", ErrFailed, err)
			}
			if words++; words > maxWords {
				return nil, fmt.Errorf("%w: more than %d words", limit.ErrTooLarge, maxWords)
			}
			p := &pages[len(pages)-1]
			p.Fragments = append(p.Fragments, w.fragment())
		}
	}
}

// A word is one with its box.
type word struct {
	Left   string `xml:"xMin,attr"`
	Top    string `xml:"yMin,attr"`
	Right  string `xml:"xMax,attr"`
	Bottom string `xml:"yMax,attr"`
	Text   string `xml:",chardata"`
}

// descent is the share of a box that lies under the baseline.
const descent = 0.22

func (w word) fragment() layout.Fragment {
	n := func(s string) float64 {
		v, _ := strconv.ParseFloat(s, 64)
		return v
	}
	height := n(w.Bottom) - n(w.Top)
	return layout.Fragment{X: n(w.Left), Y: descent*height - n(w.Bottom), Width: n(w.Right) - n(w.Left), Size: 0.9 * height, Text: w.Text}
}
