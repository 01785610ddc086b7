package export

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"rapporteur/graph"
	"rapporteur/schema"
)

// A node is a thing in a network.
type node struct {
	ID         graph.ID
	Label      string
	Class      schema.Class
	Kind       string   // a finer class in words, "" for none
	Country    string   // name of the State that it belongs to, "" for none
	Paragraphs int      // that name it, are about it, by it or for it
	Dates      []string // of the meetings of these and of its links, sorted
}

// A link is a link of a network.
type link struct {
	Source, Target graph.ID
	Predicate      string // a property, or [Together]
	Label          string
	Weight         int      // places where it is stated
	Dates          []string // of the meetings, sorted
	Cited          []string // the first of the places, as people cite them
}

// mostCited is how many places a link names; its weight counts the others.
const mostCited = 10

// Directed reports whether the link leads from source to target.
func (l link) Directed() bool { return l.Predicate != Together }

// eachNode calls yield for all nodes in the order of their ids.
func (n *network) eachNode(yield func(node) error) error {
	var now node
	return groups(n.nodes, 1,
		func(key []string) error {
			now = node{ID: graph.ID(key[0]), Dates: now.Dates[:0]}
			return n.describe(&now)
		},
		func(rest []string) {
			if rest[0] == named {
				now.Paragraphs++
			}
			now.Dates = n.addDate(now.Dates, graph.ID(rest[1]))
		},
		func() error { return yield(now) },
	)
}

// describe adds what the graph says that a thing is.
func (n *network) describe(x *node) (err error) {
	x.Class, _ = n.part.schema.ClassOf(string(x.ID))
	if x.Label, err = n.part.label(x.ID); err != nil {
		return err
	}
	if x.Kind, err = n.part.first(x.ID, schema.Kind); err != nil {
		return err
	}
	x.Country, err = n.part.country(x.ID)
	x.Label, x.Kind, x.Country = cmp.Or(oneLine(x.Label), string(x.ID)), oneLine(x.Kind), oneLine(x.Country)
	return err
}

// oneLine returns the words of a text with a space between them: XML cannot hold
// every character, and many readers of CSV take a cell to be one line.
func oneLine(text string) string {
	parts := func(r rune) bool {
		return unicode.IsSpace(r) || unicode.IsControl(r) || r == 0xFFFE || r == 0xFFFF
	}
	return strings.Join(strings.FieldsFunc(text, parts), " ")
}

// eachLink calls yield for all links in the order of source, target and predicate.
func (n *network) eachLink(yield func(link) error) error {
	var now link
	return groups(n.links, 3,
		func(key []string) error {
			now = link{
				Source: graph.ID(key[0]), Target: graph.ID(key[1]), Predicate: key[2], Label: n.name(key[2]),
				Dates: now.Dates[:0], Cited: now.Cited[:0],
			}
			return nil
		},
		func(rest []string) {
			place := graph.ID(rest[0])
			now.Weight++
			now.Dates = n.addDate(now.Dates, place)
			if len(now.Cited) < mostCited && place != graph.Lexicon {
				now.Cited = append(now.Cited, place.Cite())
			}
		},
		func() error { return yield(now) },
	)
}

// name returns a predicate as people read it, from source to target.
func (n *network) name(predicate string) string {
	if predicate == Together {
		return "named together"
	}
	def, _ := n.part.schema.Property(schema.Property(predicate))
	return def.Label
}

// addDate adds the date of the meeting of a place to sorted dates.
func (n *network) addDate(dates []string, place graph.ID) []string {
	date := n.part.dates[recordOf(place)]
	if date == "" {
		return dates
	}
	at, found := slices.BinarySearch(dates, date)
	if found {
		return dates
	}
	return slices.Insert(dates, at, date)
}

// span returns the first and the last date, "" where there is none.
func span(dates []string) (first, last string) {
	if len(dates) == 0 {
		return "", ""
	}
	return dates[0], dates[len(dates)-1]
}

// write calls start, node for all nodes, then middle, link for all links, and end.
func (n *network) write(do sections) error {
	steps := []func() error{
		func() error { return do.text(do.start) },
		func() error { return n.eachNode(do.node) },
		func() error { return do.text(do.middle) },
		func() error { return n.eachLink(do.link) },
		func() error { return do.text(do.end) },
	}
	for _, step := range steps {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}
