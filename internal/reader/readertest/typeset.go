package readertest

import "strings"

// A Setter sets paragraphs on the pages of a PDF as a word processor does:
// lines broken at a right margin, pages with a head and a foot.
type Setter struct {
	PDF
	Head   string // at the top of each page but the first
	Foot   string // at the bottom of each, before its number
	Font   Font   // of the text; "" is Regular
	y      float64
	number int
}

// Measures of a page, in points.
const (
	left    = 90.0
	right   = 510.0
	top     = 770.0
	bottom  = 90.0
	gutter  = 320.0 // where the right half of a table begins
	size    = 10.0
	leading = 12.0
	gap     = 6.0 // between paragraphs
)

// Row sets two texts side by side, each broken in its half.
func (s *Setter) Row(l, r string) {
	s.room(3 * leading)
	y := s.y
	s.set(left, gutter-20, l, s.font())
	low := s.y
	s.y = y
	s.set(gutter, right, r, s.font())
	s.y = min(s.y, low) - gap/3
}

// Paragraph sets one over as many lines and pages as it takes.
func (s *Setter) Paragraph(text string) {
	s.room(leading)
	s.set(left, right, text, s.font())
	s.y -= gap
}

// Heading sets a bold one.
func (s *Setter) Heading(text string) {
	s.room(3 * leading)
	s.set(left, right, text, Bold)
	s.y -= gap
}

// Note sets a footnote in small type at the bottom of the page.
func (s *Setter) Note(text string) {
	s.room(leading)
	s.Text(left, bottom-14, 8, Regular, text)
}

func (s *Setter) font() Font {
	if s.Font == "" {
		return Regular
	}
	return s.Font
}

// set breaks a text between two margins.
func (s *Setter) set(from, to float64, text string, font Font) {
	var open []string
	flush := func() {
		s.room(leading)
		s.Text(from, s.y, size, font, strings.Join(open, " "))
		s.y -= leading
		open = nil
	}
	for _, word := range strings.Fields(text) {
		if Width(size, strings.Join(append(open, word), " ")) > to-from {
			flush()
		}
		open = append(open, word)
	}
	if len(open) > 0 {
		flush()
	}
}

// room begins a page where the open one has no room.
func (s *Setter) room(height float64) {
	if s.number > 0 && s.y-height >= bottom {
		return
	}
	s.Page()
	s.number++
	s.y = top
	if s.Head != "" && s.number > 1 {
		s.Text(left, top+30, 9, Bold, s.Head)
	}
	if s.Foot != "" {
		s.Text(left, bottom-40, 9, Regular, s.Foot)
		s.Text(right-10, bottom-40, 9, Bold, string(rune('0'+s.number%10)))
	}
}
