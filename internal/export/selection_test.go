package export_test

import (
	"bytes"
	"context"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/cayleygraph/quad"
	"github.com/google/go-cmp/cmp"

	"rapporteur/graph"
	"rapporteur/graph/store"
	"rapporteur/graph/store/storetest"
	"rapporteur/internal/export"
	"rapporteur/internal/load"
	"rapporteur/schema"
)

// quadsOf exports as N-Quads and reads them.
func quadsOf(t *testing.T, e export.Exporter, sel export.Selection) []quad.Quad {
	t.Helper()
	quads, err := graph.ReadNQuads(bytes.NewReader(write(t, e, "nquads", sel)))
	if err != nil {
		t.Fatal(err)
	}
	return quads
}

// paragraphs are those of which a part holds what they say.
func paragraphs(quads []quad.Quad) []string {
	var found []string
	for _, q := range quads {
		if q.Predicate == quad.IRI(schema.Text) {
			found = append(found, graph.ID(q.Subject.(quad.IRI)).Cite())
		}
	}
	return found
}

func TestSelection(t *testing.T) {
	const seven, twelve = "LHK/C/SR.7, para. ", "LHK/C/SR.12, para. "
	for name, tt := range map[string]struct {
		sel  export.Selection
		want []string
	}{
		"a record":                {export.Selection{Entity: "record:LHK/C/SR.12"}, []string{twelve + "10", twelve + "11", twelve + "9"}},
		"a chair":                 {export.Selection{Entity: "person:LHK/marsh"}, []string{seven + "2"}},
		"a law":                   {export.Selection{Entity: "law:UTO/lamp-act"}, []string{seven + "4"}},
		"a topic":                 {export.Selection{Entity: "topic:night-work"}, []string{twelve + "9", seven + "2", seven + "4"}},
		"a paragraph":             {export.Selection{Entity: "para:LHK/C/SR.7#6"}, []string{seven + "6"}},
		"a State":                 {export.Selection{State: "country:ERE"}, []string{twelve + "10", twelve + "11", twelve + "9", seven + "6"}},
		"a State and a day":       {export.Selection{State: "country:ERE", From: "2019-05-06"}, []string{seven + "6"}},
		"a State, a day too late": {export.Selection{State: "country:ERE", From: "2019-05-07"}, nil},
		"a State and a thing":     {export.Selection{State: "country:ERE", Entity: "institution:ilamp"}, []string{twelve + "10"}},
		"a body":                  {export.Selection{Body: "body:LHK", From: "2019-05-06", To: "2019-05-06"}, []string{seven + "1", seven + "2", seven + "3", seven + "4", seven + "5", seven + "6"}},
		"a month":                 {export.Selection{From: "2019-05", To: "2019-05", Entity: "country:ERE"}, []string{seven + "3", seven + "6"}},
		"the year before":         {export.Selection{To: "2018"}, nil},
		"nobody":                  {export.Selection{Entity: "person:NOB/ody"}, nil},
		"another body":            {export.Selection{Body: "body:ELSE"}, nil},
		"a State that is silent":  {export.Selection{State: "country:SIL"}, nil},
	} {
		t.Run(name, func(t *testing.T) {
			e := exporter(t, fixtures...)
			if tt.want == nil {
				f, _ := export.FormatNamed("nquads")
				var b bytes.Buffer
				if err := e.Write(t.Context(), &b, f, tt.sel); !errors.Is(err, export.ErrNothing) || b.Len() > 0 {
					t.Errorf("%v and %q; want %v", err, b.String(), export.ErrNothing)
				}
				return
			}
			if got := paragraphs(quadsOf(t, e, tt.sel)); !slices.Equal(got, tt.want) {
				t.Errorf("paragraphs %q, want %q", got, tt.want)
			}
		})
	}
}

// A taker is a store as the loader wants it.
type taker struct{ *store.Store }

func (t taker) Replace(ctx context.Context, record graph.ID, quads []quad.Quad) error {
	_, err := t.Store.Replace(ctx, record, quads)
	return err
}

// Every part is of the whole, holds all that its paragraphs state, calls the things
// in it by their names, and is the same when it was loaded into a store.
func TestParts(t *testing.T) {
	t.Parallel()
	e := odd(t)
	storetest.Grow(t, e.Store.(*store.Store), 5_000)
	whole := quadsOf(t, e, export.Selection{})
	parts := []export.Selection{{}, {State: "country:UTO"}, {State: "country:X01", Body: "body:INV1"}, {From: "2001"}, {To: "2010-06"}, {Entity: "record:ODD/SR.1"}}
	for i := 0; i < len(whole); i += 1 + len(whole)/25 {
		parts = append(parts, export.Selection{Entity: graph.ID(whole[i].Subject.(quad.IRI))})
	}
	for _, sel := range parts {
		text := write(t, e, "nquads", sel)
		part := quadsOf(t, e, sel)
		holds := map[quad.Quad]bool{}
		places := map[quad.Value]bool{}
		for _, q := range part {
			holds[q] = true
			if q.Predicate == quad.IRI(schema.Text) {
				places[q.Label] = true
			}
		}
		of := 0
		for _, q := range whole {
			if holds[q] {
				of++
			}
			if !holds[q] && (places[q.Label] || sel == export.Selection{}) {
				t.Errorf("%+v lacks %v", sel, q)
			}
			if states := q.Subject == quad.IRI(sel.Entity) || q.Object == quad.IRI(sel.Entity); states && q.Label != quad.IRI(graph.Lexicon) && !holds[q] {
				t.Errorf("%+v lacks %v", sel, q)
			}
		}
		if of != len(part) {
			t.Errorf("%+v has %d quads that are not of the whole", sel, len(part)-of)
		}
		if got := reloaded(t, text); !bytes.Equal(got, text) {
			t.Errorf("%+v is another part when it was loaded: %d bytes, then %d", sel, len(text), len(got))
		}
	}
}

// The whole is what the store itself exports.
func TestWhole(t *testing.T) {
	e := exporter(t, fixtures...)
	var want bytes.Buffer
	if err := e.Store.(*store.Store).Export(t.Context(), &want); err != nil {
		t.Fatal(err)
	}
	if got := write(t, e, "nquads", export.Selection{}); !bytes.Equal(got, want.Bytes()) {
		t.Errorf("(-want +got):\n%s", cmp.Diff(want.String(), string(got)))
	}
}

// reloaded exports what was loaded into an empty store.
func reloaded(t *testing.T, text []byte) []byte {
	t.Helper()
	e := exporter(t)
	l := load.New()
	defer l.Close()
	if err := l.Read("part.nq", bytes.NewReader(text)); err != nil {
		t.Fatal(err)
	}
	if _, err := l.Write(t.Context(), taker{e.Store.(*store.Store)}); err != nil {
		t.Fatal(err)
	}
	return write(t, e, "nquads", export.Selection{})
}

// FuzzDates: what is taken as a date is one, and no date selects what is before From
// or behind To.
func FuzzDates(f *testing.F) {
	f.Add("2019", "2019-05")
	f.Add("2019-05-06", "2019-05-06")
	f.Add("2020", "2019-12-31")
	f.Add("-", "")
	f.Fuzz(func(t *testing.T, from, to string) {
		err := export.Selection{From: from, To: to}.Check()
		if err != nil {
			wrong, ok := errors.AsType[*export.SelectionError](err)
			if !ok || wrong.Field != "from" && wrong.Field != "to" {
				t.Errorf("%v", err)
			}
			return
		}
		for _, date := range []string{from, to} {
			if date != "" && (len(date) < 4 || strings.Trim(date, "0123456789-") != "") {
				t.Errorf("%q is taken as a date", date)
			}
		}
	})
}
