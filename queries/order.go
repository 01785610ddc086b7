package queries

import (
	"bytes"
	"cmp"
	"strings"

	"github.com/cayleygraph/quad"
	"golang.org/x/text/collate"
	"golang.org/x/text/language"

	"rapporteur/internal/natural"
	"rapporteur/queries/table"
)

// An ordering compares rows: by the keys of the query, then by every column
// from the first, so that the order is always the same. It is for one goroutine.
type ordering struct {
	keys       []sortKey
	alphabet   *collate.Collator
	places     map[string][]byte // of labels in the alphabet, each worked out once
	buffer     collate.Buffer
	properties map[string]int // place in the schema
}

type sortKey struct {
	column     int
	descending bool
}

func newOrdering(q *Query) *ordering {
	o := q.ordering()
	for _, s := range q.Sort {
		name, descending := strings.CutPrefix(s, "-")
		o.keys = append(o.keys, sortKey{q.column(name), descending})
	}
	for i := range q.Columns {
		o.keys = append(o.keys, sortKey{column: i})
	}
	return o
}

// ordering compares items, and no rows yet.
func (q *Query) ordering() *ordering {
	o := &ordering{
		alphabet:   collate.New(language.English, collate.Numeric),
		places:     map[string][]byte{},
		properties: map[string]int{},
	}
	for i, p := range q.schema.Properties() {
		o.properties[string(p.IRI)] = i
	}
	return o
}

func (o *ordering) rows(a, b []table.Cell) int {
	for _, k := range o.keys {
		x, y := a[k.column], b[k.column]
		if c := cmp.Compare(min(len(y), 1), min(len(x), 1)); c != 0 {
			return c // what is not stated comes last, whatever the direction
		}
		if c := o.cells(x, y); c != 0 && k.descending {
			return -c
		} else if c != 0 {
			return c
		}
	}
	return 0
}

func (o *ordering) cells(a, b table.Cell) int {
	for i := range min(len(a), len(b)) {
		if c := o.items(a[i], b[i]); c != 0 {
			return c
		}
	}
	return cmp.Compare(len(a), len(b))
}

func (o *ordering) items(a, b table.Item) int {
	x, xIsInt := a.Value.(quad.Int)
	y, yIsInt := b.Value.(quad.Int)
	var c int
	switch {
	case xIsInt && yIsInt:
		c = cmp.Compare(x, y)
	case a.Type == table.Property && b.Type == table.Property:
		c = cmp.Compare(o.properties[a.ID()], o.properties[b.ID()])
	case a.Type == table.Paragraph || a.Type == table.Record || a.Type == table.Date:
		c = natural.Compare(a.Label, b.Label)
	default:
		c = o.labels(a.Label, b.Label)
	}
	return cmp.Or(c, strings.Compare(a.Label, b.Label), strings.Compare(a.ID(), b.ID()))
}

// labels compares texts as a dictionary does. A sort looks at the same labels many
// times, and most of the work is to find the place of one.
func (o *ordering) labels(a, b string) int {
	if a == b {
		return 0
	}
	return bytes.Compare(o.place(a), o.place(b))
}

func (o *ordering) place(label string) []byte {
	key, ok := o.places[label]
	if !ok {
		key = bytes.Clone(o.alphabet.KeyFromString(&o.buffer, label))
		o.buffer.Reset()
		o.places[label] = key
	}
	return key
}
