// Package export writes the graph, or a part of it, in the formats that other
// programs read.
//
//	e := export.Exporter{Store: s, Schema: sch}
//	format, err := export.FormatNamed("gexf")
//	err = e.Write(ctx, w, format, export.Selection{State: "country:AZE"})
//
// The formats of RDF carry the statements as they are, with the paragraphs that
// state them where the format can. The network formats and FollowTheMoney carry
// things and the links between them, each with the number of paragraphs behind
// it; see docs/exports.md.
//
// Everything is written while it is read, subject by subject and in an order that
// depends on the content alone. What must be sorted on the way goes through a
// temporary file, so that memory does not grow with the graph, but for a list of
// its records, of the paragraphs chosen and, where a part is chosen, of the lexicon.
package export

import (
	"bufio"
	"context"
	"fmt"
	"io"

	"rapporteur/graph"
	"rapporteur/schema"
)

// A Store shows the graph as it stands.
type Store interface {
	View(ctx context.Context, read func(graph.View) error) error
}

// An Exporter writes what a store holds.
type Exporter struct {
	Store  Store
	Schema *schema.Schema
}

// Write writes the part of the graph that is selected. It writes nothing where it
// fails because of the selection: that cannot be, or nothing is in it
// ([ErrNothing]). After any other error what was written is not whole.
func (e Exporter) Write(ctx context.Context, w io.Writer, f Format, sel Selection) error {
	if err := sel.Check(); err != nil {
		return err
	}
	out := bufio.NewWriterSize(w, 1<<16)
	err := e.Store.View(ctx, func(v graph.View) error {
		p, err := choose(v, e.Schema, sel)
		if err != nil {
			return err
		}
		return f.write(p, out)
	})
	if err != nil {
		return fmt.Errorf("exporting as %s: %w", f.Name, err)
	}
	return out.Flush()
}
