package docx

import "strconv"

// readParagraphFormat reads w:pPr into f; other children go to more, which may
// be nil, and says whether it took them.
func readParagraphFormat(x *xmlReader, f *format, more func(element) (bool, error)) error {
	return x.each(func(e element) error {
		switch e.name() {
		case "w:numPr":
			return x.each(func(c element) error {
				switch c.name() {
				case "w:numId":
					f.numID = c.val()
				case "w:ilvl":
					f.level = c.val()
				}
				return x.skip()
			})
		case "w:outlineLvl":
			if n, err := strconv.Atoi(e.val()); err == nil {
				f.outline = &n
			}
		default:
			if more != nil {
				if took, err := more(e); took || err != nil {
					return err
				}
			}
		}
		return x.skip()
	})
}

// readRunFormat reads w:rPr into f; other children go to more, which may be nil.
func readRunFormat(x *xmlReader, f *format, more func(element)) error {
	return x.each(func(e element) error {
		on := e.on()
		switch e.name() {
		case "w:b":
			f.bold = &on
		case "w:i":
			f.italic = &on
		case "w:vanish":
			f.hidden = &on
		case "w:vertAlign":
			f.raised = e.val()
		default:
			if more != nil {
				more(e)
			}
		}
		return x.skip()
	})
}
