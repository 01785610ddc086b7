package export

import (
	"io"
	"strconv"

	"rapporteur/graph"
)

// A cytoscapeNode is the data of a node. Cytoscape shows the name.
type cytoscapeNode struct {
	ID         graph.ID `json:"id"`
	Name       string   `json:"name"`
	SharedName string   `json:"shared_name"`
	Type       string   `json:"type"`
	Kind       string   `json:"kind,omitempty"`
	Country    string   `json:"country,omitempty"`
	Paragraphs int      `json:"paragraphs"`
	Dates      []string `json:"dates,omitempty"`
}

// A cytoscapeEdge is the data of an edge. Cytoscape shows the interaction.
type cytoscapeEdge struct {
	ID          string   `json:"id"`
	Source      graph.ID `json:"source"`
	Target      graph.ID `json:"target"`
	Interaction string   `json:"interaction"`
	Predicate   string   `json:"predicate"`
	Directed    bool     `json:"directed"`
	Weight      int      `json:"weight"`
	Dates       []string `json:"dates,omitempty"`
	Cited       []string `json:"cited,omitempty"`
}

// writeCytoscape writes the JSON of Cytoscape and Cytoscape.js, an element a line.
func writeCytoscape(p *part, w io.Writer) error {
	count, before := 0, "\n"
	element := func(data any) error {
		line, err := marshal(map[string]any{"data": data})
		if err != nil {
			return err
		}
		_, err = io.WriteString(w, before+line)
		before = ",\n"
		return err
	}
	return writeSections(p, sections{
		w:      w,
		start:  `{"format_version":"1.0","generated_by":"Rapporteur","target_cytoscapejs_version":"~2.1","data":{"name":"Rapporteur","shared_name":"Rapporteur"},"elements":{"nodes":[`,
		middle: "\n],\"edges\":[",
		end:    "\n]}}\n",
		node: func(n node) error {
			return element(cytoscapeNode{n.ID, n.Label, n.Label, string(n.Class), n.Kind, n.Country, n.Paragraphs, n.Dates})
		},
		link: func(l link) error {
			if count++; count == 1 {
				before = "\n"
			}
			return element(cytoscapeEdge{"e" + strconv.Itoa(count), l.Source, l.Target, l.Label, l.Predicate, l.Directed(), l.Weight, l.Dates, l.Cited})
		},
	})
}
