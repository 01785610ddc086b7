package docx

import (
	"archive/zip"
	"bytes"
	"fmt"
	"path"
	"strings"

	"rapporteur/internal/reader/limit"
)

// maxPart bounds one part of a document, unpacked, in bytes. The text of a long
// record has some 3 MB with its markup.
const maxPart = 64 << 20

// parts are the files in a document.
type parts struct {
	most  int64 // bytes that one may unpack to
	files map[string]*zip.File
	rels  map[string]map[string]string // by part: id to target
}

func newParts(archive *zip.Reader, most int64) *parts {
	p := &parts{most: most, files: make(map[string]*zip.File), rels: make(map[string]map[string]string)}
	for _, f := range archive.File {
		p.files[strings.TrimPrefix(f.Name, "/")] = f
	}
	return p
}

// open returns a part; one that is not there is empty.
func (p *parts) open(name string) ([]byte, error) {
	f, ok := p.files[name]
	if !ok {
		return nil, nil
	}
	r, err := f.Open()
	if err != nil {
		return nil, fmt.Errorf("%w: %s: %w", ErrDamaged, name, err)
	}
	defer r.Close()
	data, err := limit.ReadAll(r, p.most)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return data, nil
}

// defaultMain is where nearly every program puts the main part.
const defaultMain = "word/document.xml"

// mainPart is the name of the part with the text.
func (p *parts) mainPart() string {
	if _, ok := p.files[defaultMain]; ok {
		return defaultMain
	}
	for _, target := range p.relations("") {
		if strings.HasSuffix(target, "document.xml") {
			return target
		}
	}
	return defaultMain
}

// target is the part that a relation of another part leads to.
func (p *parts) target(from, id string) string { return p.relations(from)[id] }

// relations reads which parts a part refers to, by id. What cannot be read
// leads nowhere.
func (p *parts) relations(from string) map[string]string {
	if known, ok := p.rels[from]; ok {
		return known
	}
	out := make(map[string]string)
	p.rels[from] = out
	dir, base := path.Split(from)
	data, err := p.open(path.Join(dir, "_rels", base+".rels"))
	if err != nil || data == nil {
		return out
	}
	x := newXML(bytes.NewReader(data))
	_ = x.each(func(relations element) error { // a broken end leaves what was read
		return x.each(func(e element) error {
			to := e.attr("Target")
			if strings.HasPrefix(to, "/") {
				to = to[1:]
			} else {
				to = path.Join(dir, to)
			}
			out[e.attr("Id")] = to
			return x.skip()
		})
	})
	return out
}
