package cayleyapi

import (
	"slices"
	"strings"

	"github.com/cayleygraph/quad"

	// The formats that Cayley's server has.
	_ "github.com/cayleygraph/quad/dot"
	_ "github.com/cayleygraph/quad/gml"
	_ "github.com/cayleygraph/quad/graphml"
	_ "github.com/cayleygraph/quad/json"
	_ "github.com/cayleygraph/quad/jsonld"
	_ "github.com/cayleygraph/quad/nquads"
	_ "github.com/cayleygraph/quad/pquads"
)

// A Format is a format of quads as Cayley lists it.
type Format struct {
	ID     string   `json:"id"`
	Read   bool     `json:"read,omitempty"`
	Write  bool     `json:"write,omitempty"`
	Nodes  bool     `json:"nodes,omitempty"`
	Ext    []string `json:"ext,omitempty"`
	Mime   []string `json:"mime,omitempty"`
	Binary bool     `json:"binary,omitempty"`
}

// Formats lists the formats in which quads can be had.
func Formats() []Format {
	var out []Format
	for _, f := range quad.Formats() {
		out = append(out, Format{
			ID: f.Name, Ext: f.Ext, Mime: f.Mime, Binary: f.Binary,
			Read: f.Reader != nil, Write: f.Writer != nil, Nodes: f.UnmarshalValue != nil,
		})
	}
	slices.SortFunc(out, func(a, b Format) int { return strings.Compare(a.ID, b.ID) })
	return out
}

// streamed are the formats that are written quad by quad and remember none.
var streamed = map[string]bool{"nquads": true, "json": true, "json-stream": true, "pquads": true}
