package export

import (
	"fmt"
	"io"
	"slices"
	"strings"
)

// A Format is a way to write a graph.
type Format struct {
	Name   string // as users choose it: "nquads"
	Title  string // for people: "N-Quads"
	Media  string // its media type: "application/n-quads"; not always its alone
	Suffix string // of file names: ".nq"

	write func(*part, io.Writer) error
}

// Formats returns all formats: those of RDF, then those of networks.
func Formats() []Format {
	return []Format{
		{"nquads", "N-Quads", "application/n-quads", ".nq", writeNQuads},
		{"turtle", "Turtle", "text/turtle", ".ttl", writeTurtle},
		{"jsonld", "JSON-LD", "application/ld+json", ".jsonld", writeJSONLD},
		{"gexf", "GEXF 1.3", "application/gexf+xml", ".gexf", writeGEXF},
		{"graphml", "GraphML", "application/graphml+xml", ".graphml", writeGraphML},
		{"cytoscape", "Cytoscape JSON", "application/json", ".cyjs", writeCytoscape},
		{"csv", "nodes.csv and links.csv in a ZIP archive", "application/zip", ".csv.zip", writeCSV},
		{"neo4j", "CSV for neo4j-admin in a ZIP archive", "application/zip", ".neo4j.zip", writeNeo4j},
		{"ftm", "FollowTheMoney, JSON by line", "application/json+ftm", ".ftm.json", writeFTM},
	}
}

// FormatNamed returns the format of a name; the error lists the names.
func FormatNamed(name string) (Format, error) {
	formats := Formats()
	i := slices.IndexFunc(formats, func(f Format) bool { return f.Name == name })
	if i < 0 {
		return Format{}, fmt.Errorf("there is no format %q; there are %s", name, strings.Join(FormatNames(), ", "))
	}
	return formats[i], nil
}

// FormatNames returns the names of all formats.
func FormatNames() []string {
	var names []string
	for _, f := range Formats() {
		names = append(names, f.Name)
	}
	return names
}
