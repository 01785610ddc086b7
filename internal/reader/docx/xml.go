package docx

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
)

// maxDepth bounds how deep elements nest. Text in a box in a cell in a table
// gets to some forty.
const maxDepth = 200

// errDeep says that elements nest without end.
var errDeep = fmt.Errorf("elements nested more than %d deep", maxDepth)

// An xmlReader goes through XML a child at a time. Its prefixes are taken as
// written: the programs that write these files all use the same ones.
type xmlReader struct {
	dec   *xml.Decoder
	depth int
}

func newXML(r io.Reader) *xmlReader {
	dec := xml.NewDecoder(r)
	dec.Strict = false
	return &xmlReader{dec: dec}
}

// An element is the start of one.
type element struct{ xml.StartElement }

// name is the element's name with its prefix: "w:p".
func (e element) name() string {
	if e.Name.Space == "" {
		return e.Name.Local
	}
	return e.Name.Space + ":" + e.Name.Local
}

// attr returns an attribute by its local name.
func (e element) attr(local string) string {
	for _, a := range e.Attr {
		if a.Name.Local == local {
			return a.Value
		}
	}
	return ""
}

// val returns the attribute in which WordprocessingML keeps values.
func (e element) val() string { return e.attr("val") }

// on reports what a switch such as <w:b/> says.
func (e element) on() bool {
	switch e.val() {
	case "0", "false", "off", "none":
		return false
	}
	return true
}

// each calls do for every child of the open element, up to its end. do must
// take the child's end, by each, text or skip.
func (x *xmlReader) each(do func(element) error) error {
	if x.depth++; x.depth > maxDepth {
		return errDeep
	}
	defer func() { x.depth-- }()
	for {
		t, err := x.dec.RawToken()
		if err != nil {
			if errors.Is(err, io.EOF) && x.depth == 1 {
				return nil
			}
			return err
		}
		switch t := t.(type) {
		case xml.StartElement:
			if err := do(element{t}); err != nil {
				return err
			}
		case xml.EndElement:
			return nil
		}
	}
}

// skip goes to the end of the open element.
func (x *xmlReader) skip() error {
	for open := 1; open > 0; {
		t, err := x.dec.RawToken()
		if err != nil {
			return err
		}
		switch t.(type) {
		case xml.StartElement:
			open++
		case xml.EndElement:
			open--
		}
	}
	return nil
}

// text returns the characters in the open element and goes to its end.
func (x *xmlReader) text() (string, error) {
	var text []byte
	for open := 1; open > 0; {
		t, err := x.dec.RawToken()
		if err != nil {
			return "", err
		}
		switch t := t.(type) {
		case xml.StartElement:
			open++
		case xml.EndElement:
			open--
		case xml.CharData:
			text = append(text, t...)
		}
	}
	return string(text), nil
}
