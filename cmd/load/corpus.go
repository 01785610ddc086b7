package main

import (
	"context"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/cayleygraph/quad"

	"rapporteur/graph"
	"rapporteur/graph/store"
	"rapporteur/schema"
)

// A corpus is what a few real records state, to be told again of other meetings
// and other States until there are as many quads as a test needs. So a State has
// as many records as the bodies have in years of work, while agreements and topics
// are shared by all, as they are in life.
type corpus struct {
	records map[graph.ID][]quad.Quad // what each record states
	lexicon map[quad.Value][]quad.Quad
	states  []string // codes of the countries, sorted
}

// readCorpus reads all records of a store.
func readCorpus(ctx context.Context, s *store.Store) (*corpus, error) {
	c := &corpus{records: map[graph.ID][]quad.Quad{}, lexicon: map[quad.Value][]quad.Quad{}}
	err := s.Quads(ctx, func(q quad.Quad) error {
		label := graph.ID(q.Label.(quad.IRI))
		if symbol, _, ok := label.Paragraph(); ok {
			label = graph.RecordID(symbol)
		}
		if label == graph.Lexicon {
			c.lexicon[q.Subject] = append(c.lexicon[q.Subject], q)
		} else {
			c.records[label] = append(c.records[label], q)
		}
		return nil
	})
	for subject := range c.lexicon {
		if code, ok := strings.CutPrefix(string(subject.(quad.IRI)), "country:"); ok {
			c.states = append(c.states, code)
		}
	}
	slices.Sort(c.states)
	if err == nil && (len(c.records) == 0 || len(c.states) == 0) {
		err = fmt.Errorf("the store has %d records and %d countries; it is no start", len(c.records), len(c.states))
	}
	return c, err
}

// tell calls yield with the records of one telling after the other until their
// quads are at least so many. The first telling is of the records as they are.
func (c *corpus) tell(quads int, yield func(graph.ID, []quad.Quad) error) error {
	ids := make([]graph.ID, 0, len(c.records))
	for id := range c.records {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	shared := map[quad.Quad]bool{}
	for n, total := 0, 0; ; n++ {
		t := telling{n, c.states}
		for _, id := range ids {
			if total >= quads {
				return nil
			}
			told := t.quads(c.records[id])
			total += len(told)
			for _, q := range t.quads(c.known(id)) {
				if !shared[q] {
					shared[q] = true
					total++
				}
				told = append(told, q)
			}
			if err := yield(t.id(id), told); err != nil {
				return err
			}
		}
	}
}

// known is what the lexicon says of the things that a record speaks of.
func (c *corpus) known(id graph.ID) []quad.Quad {
	var out []quad.Quad
	seen := map[quad.Value]bool{}
	for _, q := range c.records[id] {
		for _, v := range []quad.Value{q.Subject, q.Object} {
			if !seen[v] {
				seen[v] = true
				out = append(out, c.lexicon[v]...)
			}
		}
	}
	return out
}

// A telling renames what stands in records: the nth has other meetings, and each
// State in the place of another.
type telling struct {
	n      int
	states []string
}

var (
	meeting = regexp.MustCompile(`^((?:record|para|mention|relation|role):.*?SR\.|meeting:.*/)([0-9]+)`)
	scope   = regexp.MustCompile(`^((?:country|institution|person|law|policy):)([A-Z]{3})(/|$)`)
)

func (t telling) quads(quads []quad.Quad) []quad.Quad {
	out := make([]quad.Quad, 0, len(quads))
	for _, q := range quads {
		told := quad.Quad{Subject: t.value(q.Subject), Predicate: q.Predicate, Object: t.value(q.Object), Label: t.value(q.Label)}
		if told.Subject != q.Subject && q.Label == quad.IRI(graph.Lexicon) && strings.HasPrefix(string(q.Subject.(quad.IRI)), "country:") {
			if q.Predicate == quad.IRI(schema.Label) {
				told.Object = quad.String("State of " + graph.ID(told.Subject.(quad.IRI)).Name())
			} else if q.Predicate != quad.IRI(schema.Type) {
				continue // other names of the State it stood for
			}
		}
		out = append(out, told)
	}
	return out
}

func (t telling) value(v quad.Value) quad.Value {
	if id, ok := v.(quad.IRI); ok {
		return quad.IRI(t.id(graph.ID(id)))
	}
	return v
}

func (t telling) id(id graph.ID) graph.ID {
	if t.n == 0 {
		return id
	}
	if m := meeting.FindStringSubmatchIndex(string(id)); m != nil {
		number, _ := strconv.Atoi(string(id[m[4]:m[5]]))
		return id[:m[4]] + graph.ID(strconv.Itoa(number+t.n*100_000)) + id[m[5]:]
	}
	if m := scope.FindStringSubmatchIndex(string(id)); m != nil {
		if at, ok := slices.BinarySearch(t.states, string(id[m[4]:m[5]])); ok {
			return id[:m[4]] + graph.ID(t.states[(at+t.n)%len(t.states)]) + id[m[5]:]
		}
	}
	return id
}
