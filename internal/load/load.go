// Package load puts N-Quads, as an export wrote them, back into a store.
//
//	l := load.New()
//	defer l.Close()
//	err := l.Read("graph.nq", file) // as many files as there are
//	sum, err := l.Write(ctx, store)
//
// Everything is read and checked before anything is written: what a store may not
// hold is refused with file and line. Then record by record is written, each in a
// transaction of its own, so that a failure leaves whole records and nothing else;
// doing it again goes on where it ended. A record that the store has is replaced.
//
// Quads are sorted by record outside of memory, which holds those of one record
// and what is said of the lexicon.
package load

import (
	"bufio"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/cayleygraph/quad"

	"rapporteur/graph"
	"rapporteur/internal/extsort"
)

// A Store takes all that it is to hold of a record.
type Store interface {
	Replace(ctx context.Context, record graph.ID, quads []quad.Quad) error
}

// A Loader takes quads from files and writes them to a store. It is for one
// goroutine.
type Loader struct {
	sorted  *extsort.Sorter // entries of record, line of N-Quads, place
	files   []string
	lexicon *lexicon
}

// sorting is how many bytes are held in memory while they are sorted.
const sorting = 16 << 20

// New returns an empty loader, which must be closed.
func New() *Loader { return &Loader{sorted: extsort.New(sorting), lexicon: newLexicon()} }

// Close removes what was read.
func (l *Loader) Close() error { return l.sorted.Close() }

// Read takes the quads of a file of N-Quads, plain or compressed by gzip. The name
// is for messages. A quad without record is refused, as is what [graph.ReadNQuads]
// refuses: the error begins with "name:line: ".
func (l *Loader) Read(name string, r io.Reader) error {
	plain, err := unzipped(r)
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	l.files = append(l.files, name)
	var line []byte
	err = graph.EachNQuad(plain, func(n int, q quad.Quad) error {
		at := place{file: len(l.files) - 1, line: n}
		label := graph.ID(q.Label.(quad.IRI))
		record, err := recordOf(label)
		switch {
		case err != nil:
			return err
		case label == graph.Lexicon:
			l.lexicon.add(q, at)
			return nil
		}
		if line, err = graph.AppendNQuad(line[:0], q); err != nil {
			return err
		}
		return l.sorted.Add(string(record) + between + string(line) + between + at.String())
	})
	if wrong, ok := errors.AsType[*graph.LineError](err); ok {
		return fmt.Errorf("%s:%d: %w", name, wrong.Line, wrong.Err)
	}
	return err
}

// unzipped returns what a reader gives, decompressed where it is compressed.
func unzipped(r io.Reader) (io.Reader, error) {
	in := bufio.NewReader(r)
	if magic, err := in.Peek(2); err != nil || magic[0] != 0x1F || magic[1] != 0x8B {
		return in, nil // an error comes again when reading
	}
	return gzip.NewReader(in)
}

// recordOf returns the record that states what has the label, "" for the lexicon.
func recordOf(label graph.ID) (graph.ID, error) {
	if symbol, _, ok := label.Paragraph(); ok && label.Prefix() == "para" {
		return graph.RecordID(symbol), nil
	}
	if label == graph.Lexicon {
		return "", nil
	}
	if label.Prefix() == "record" {
		return label, nil
	}
	return "", fmt.Errorf("label %s: neither a paragraph nor a record nor %s states it", label, graph.Lexicon)
}

// between parts the fields of an entry. No id and no line of N-Quads holds it.
const between = "\x00"

// A place is where a quad was read.
type place struct{ file, line int }

// String writes a place so that it can be read back.
func (p place) String() string { return strconv.Itoa(p.file) + ":" + strconv.Itoa(p.line) }

func parsePlace(text string) place {
	file, line, _ := strings.Cut(text, ":")
	var p place
	p.file, _ = strconv.Atoi(file) // as String wrote it
	p.line, _ = strconv.Atoi(line)
	return p
}

// at adds file and line to an error.
func (l *Loader) at(p place, err error) error {
	return fmt.Errorf("%s:%d: %w", l.files[p.file], p.line, err)
}
