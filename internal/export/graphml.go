package export

import (
	"fmt"
	"io"
	"strings"
)

// writeGraphML writes GraphML with typed attributes. What is named together has the
// attribute directed: false. It is no edge without direction, as NetworkX reads no
// graph that has edges of both kinds.
func writeGraphML(p *part, w io.Writer) error {
	return writeSections(p, sections{
		w:     w,
		start: graphmlStart(),
		end:   "</graph>\n</graphml>\n",
		node: func(n node) error {
			first, last := span(n.Dates)
			_, err := fmt.Fprintf(w, "<node id=\"%s\">%s</node>\n", escaped(string(n.ID)),
				graphmlData("n", "label", n.Label, "type", string(n.Class), "kind", n.Kind, "country", n.Country, "paragraphs", fmt.Sprint(n.Paragraphs), "first", first, "last", last))
			return err
		},
		link: func(l link) error {
			first, last := span(l.Dates)
			_, err := fmt.Fprintf(w, "<edge source=\"%s\" target=\"%s\">%s</edge>\n", escaped(string(l.Source)), escaped(string(l.Target)),
				graphmlData("e", "label", l.Label, "predicate", l.Predicate, "directed", fmt.Sprint(l.Directed()), "weight", fmt.Sprint(l.Weight), "cited", strings.Join(l.Cited, "; "), "first", first, "last", last))
			return err
		},
	})
}

// graphmlKeys are the attributes: of what, name and type.
var graphmlKeys = [][3]string{
	{"node", "label", "string"}, {"node", "type", "string"}, {"node", "kind", "string"}, {"node", "country", "string"},
	{"node", "paragraphs", "int"}, {"node", "first", "string"}, {"node", "last", "string"},
	{"edge", "label", "string"}, {"edge", "predicate", "string"}, {"edge", "directed", "boolean"}, {"edge", "weight", "double"}, {"edge", "cited", "string"},
	{"edge", "first", "string"}, {"edge", "last", "string"},
}

func graphmlStart() string {
	var b strings.Builder
	b.WriteString(`<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
`)
	for _, key := range graphmlKeys {
		fmt.Fprintf(&b, "<key id=\"%s\" for=\"%s\" attr.name=\"%s\" attr.type=\"%s\"/>\n", key[0][:1]+"_"+key[1], key[0], key[1], key[2])
	}
	b.WriteString("<graph id=\"rapporteur\" edgedefault=\"directed\">\n")
	return b.String()
}

// graphmlData writes those of pairs of a name and its value that have one.
func graphmlData(of string, pairs ...string) string {
	var b strings.Builder
	for i := 0; i < len(pairs); i += 2 {
		if pairs[i+1] != "" {
			fmt.Fprintf(&b, `<data key="%s_%s">%s</data>`, of, pairs[i], escaped(pairs[i+1]))
		}
	}
	return b.String()
}
