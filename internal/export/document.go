package export

import (
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"strings"
)

// sections are a document of a network: its nodes, then its links, each element
// written by a function, and the text around them.
type sections struct {
	w                  io.Writer
	start, middle, end string
	node               func(node) error
	link               func(link) error
}

func (s sections) text(text string) error {
	_, err := io.WriteString(s.w, text)
	return err
}

// writeSections collects the network of a part and writes it.
func writeSections(p *part, s sections) (err error) {
	n, err := weave(p)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, n.close()) }()
	return n.write(s)
}

// escaped returns text for an attribute or an element of XML; what XML cannot hold
// becomes U+FFFD.
func escaped(text string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(text)) // a Builder takes everything
	return b.String()
}

// marshal is json.Marshal that leaves <, > and & as they are.
func marshal(v any) (string, error) {
	var b strings.Builder
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	err := enc.Encode(v)
	return strings.TrimSuffix(b.String(), "\n"), err
}
