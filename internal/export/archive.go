package export

import (
	"archive/zip"
	"encoding/csv"
	"errors"
	"io"
)

// A sheet is a CSV file of an archive: its name, its header, and the rows of all
// nodes or of all links.
type sheet struct {
	name   string
	header []string
	node   func(node) []string // nil where it is one of links
	link   func(link) []string
}

// writeSheets writes the network of a part as a ZIP archive of CSV files.
func writeSheets(p *part, w io.Writer, sheets ...sheet) (err error) {
	n, err := weave(p)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, n.close()) }()
	archive := zip.NewWriter(w)
	for _, s := range sheets {
		file, err := archive.Create(s.name)
		if err != nil {
			return err
		}
		if err := s.write(n, file); err != nil {
			return err
		}
	}
	return archive.Close()
}

func (s sheet) write(n *network, w io.Writer) error {
	out := csv.NewWriter(w)
	if err := out.Write(s.header); err != nil {
		return err
	}
	var err error
	if s.node != nil {
		err = n.eachNode(func(x node) error { return out.Write(s.node(x)) })
	} else {
		err = n.eachLink(func(x link) error { return out.Write(s.link(x)) })
	}
	out.Flush()
	return errors.Join(err, out.Error())
}
