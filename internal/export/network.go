package export

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"

	"rapporteur/graph"
	"rapporteur/internal/extsort"
	"rapporteur/schema"
)

// Together is the predicate between things that the same paragraphs name or are
// about. It has no direction; the source is the first by id.
const Together = "together"

// A network is a part as things and the links between them: what entities state of
// each other, who speaks for whom, what records mention, and what is named together.
// It is collected paragraph by paragraph into two sorters, as entries of fields.
type network struct {
	part  *part
	nodes *extsort.Sorter // thing, how, place: how it comes to be a node, and where
	links *extsort.Sorter // source, target, predicate, place: where the link is stated
}

// How a thing comes to be a node.
const (
	described = "0" // the part says something of it
	linked    = "1" // a link of it is stated in the place
	named     = "2" // a paragraph, the place, names it or is about it, by it or for it
)

// between parts the fields of an entry. It sorts before all that ids hold.
const between = "\x00"

// weave collects the network of a part. It must be closed.
func weave(p *part) (*network, error) {
	n := &network{part: p, nodes: extsort.New(sorting), links: extsort.New(sorting)}
	wanted := func(thing graph.ID) bool { return thing.Prefix() == "para" || p.isEntity(thing) }
	err := p.subjects(wanted, func(subject graph.ID, quads []quad.Quad) error {
		if subject.Prefix() == "para" {
			return n.paragraph(subject, quads)
		}
		return n.entity(subject, quads)
	})
	if err != nil {
		return nil, errors.Join(err, n.close())
	}
	return n, nil
}

func (n *network) close() error { return errors.Join(n.nodes.Close(), n.links.Close()) }

// entity collects what is stated of a thing.
func (n *network) entity(thing graph.ID, quads []quad.Quad) error {
	if err := n.node(thing, described, ""); err != nil {
		return err
	}
	for _, q := range quads {
		if _, known := n.part.schema.Property(schema.Property(id(q.Predicate))); !known {
			continue
		}
		if err := n.link(thing, id(q.Object), string(id(q.Predicate)), id(q.Label)); err != nil {
			return err
		}
	}
	return nil
}

// paragraph collects what a paragraph names, and who speaks in it for whom.
func (n *network) paragraph(para graph.ID, quads []quad.Quad) error {
	var names, speakers, spokenFor []graph.ID
	for _, q := range quads {
		object := id(q.Object)
		switch schema.Property(id(q.Predicate)) {
		case schema.Mentions, schema.Subject:
			names = append(names, object)
		case schema.SpokenBy:
			speakers = append(speakers, object)
		case schema.SpeaksFor:
			spokenFor = append(spokenFor, object)
		default:
			continue
		}
		if err := n.node(object, named, para); err != nil {
			return err
		}
		if q.Predicate == quad.IRI(schema.Mentions) {
			if err := n.link(recordOf(para), object, string(schema.Mentions), para); err != nil {
				return err
			}
		}
	}
	return errors.Join(
		n.pairs(speakers, spokenFor, string(schema.SpeaksFor), para),
		n.pairs(names, names, Together, para),
	)
}

// pairs links each of sources with each of targets.
func (n *network) pairs(sources, targets []graph.ID, predicate string, place graph.ID) error {
	for _, source := range sources {
		for _, target := range targets {
			if predicate == Together && source >= target {
				continue
			}
			if err := n.link(source, target, predicate, place); err != nil {
				return err
			}
		}
	}
	return nil
}

func (n *network) node(thing graph.ID, how string, place graph.ID) error {
	if !n.part.isEntity(thing) {
		return nil
	}
	return n.nodes.Add(string(thing) + between + how + between + string(place))
}

func (n *network) link(source, target graph.ID, predicate string, place graph.ID) error {
	if source == target || !n.part.isEntity(source) || !n.part.isEntity(target) {
		return nil
	}
	return errors.Join(
		n.links.Add(strings.Join([]string{string(source), string(target), predicate, inOrder(place)}, between)),
		n.node(source, linked, place), n.node(target, linked, place),
	)
}

// inOrder writes a place so that paragraphs sort by their numbers. It stays an id
// that can be read.
func inOrder(place graph.ID) string {
	if _, number, ok := place.Paragraph(); ok {
		head, _, _ := strings.Cut(string(place), "#")
		return fmt.Sprintf("%s#%06d", head, number)
	}
	return string(place)
}

// groups calls yield for the entries of a sorter that have the same first fields,
// with the rest of each entry.
func groups(s *extsort.Sorter, fields int, start func(key []string) error, add func(rest []string), end func() error) error {
	var last []string
	err := s.Each(func(entry string) error {
		all := strings.Split(entry, between)
		if key := all[:fields]; !slices.Equal(key, last) {
			if last != nil {
				if err := end(); err != nil {
					return err
				}
			}
			last = key
			if err := start(key); err != nil {
				return err
			}
		}
		add(all[fields:])
		return nil
	})
	if err != nil || last == nil {
		return err
	}
	return end()
}
