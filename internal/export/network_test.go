package export_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"gonum.org/v1/gonum/graph/formats/cytoscapejs"

	"rapporteur/internal/answer"
	"rapporteur/internal/export"
	"rapporteur/internal/names"
)

// A read is a network as a reader of a format finds it.
type read struct {
	labels map[string]string // of nodes, by id
	links  map[string]string // weights by "source predicate target"
}

func (r *read) node(t *testing.T, id, label string) {
	t.Helper()
	if _, twice := r.labels[id]; twice || id == "" || label == "" {
		t.Errorf("node %q with label %q: none, or there twice", id, label)
	}
	r.labels[id] = label
}

func (r *read) link(t *testing.T, source, predicate, target, weight string) {
	t.Helper()
	for _, end := range []string{source, target} {
		if _, ok := r.labels[end]; !ok {
			t.Errorf("link %s %s %s: there is no node %q", source, predicate, target, end)
		}
	}
	key := source + " " + predicate + " " + target
	if _, twice := r.links[key]; twice {
		t.Errorf("link %s: there twice", key)
	}
	r.links[key] = weight
}

// readers read each format of networks by other means than it is written.
var readers = map[string]func(*testing.T, []byte, *read){
	"gexf": readGEXF, "graphml": readGraphML, "cytoscape": readCytoscape, "csv": readCSV, "neo4j": readNeo4j,
}

// All formats of networks hold the same one.
func TestNetworksAreReadTheSame(t *testing.T) {
	e := odd(t)
	for name, sel := range map[string]export.Selection{"whole": {}, "part": {Entity: "person:LHK/bold"}} {
		t.Run(name, func(t *testing.T) {
			found := map[string]read{}
			for format, reader := range readers {
				r := read{map[string]string{}, map[string]string{}}
				reader(t, write(t, e, format, sel), &r)
				found[format] = r
			}
			want := found["csv"]
			if got := want.labels["person:ODD/name"]; name == "whole" && got != `line break, tab , quotes " ' and \, bell , é, 🕯, <&>,` {
				t.Errorf("odd name %q", got)
			}
			if len(want.labels) == 0 || len(want.links) == 0 || want.labels["person:LHK/bold"] != "<b>Bold</b>" {
				t.Errorf("nodes %q", want.labels)
			}
			for format, got := range found {
				if diff := cmp.Diff(want, got, cmp.AllowUnexported(read{})); diff != "" {
					t.Errorf("(-csv +%s):\n%s", format, diff)
				}
			}
		})
	}
}

// The network of the API and that of exports agree on each link.
func TestNetworkAgreesWithTheAPI(t *testing.T) {
	e := exporter(t, fixtures...)
	r := read{map[string]string{}, map[string]string{}}
	readCSV(t, write(t, e, "csv", export.Selection{}), &r)
	store := e.Store.(answer.Store)
	index, err := names.Build(t.Context(), store, e.Schema)
	if err != nil {
		t.Fatal(err)
	}
	reader := answer.Reader{Store: store, Names: index, Schema: e.Schema}
	api := map[string]string{}
	for _, id := range slices.Sorted(maps.Keys(r.labels)) {
		n, err := reader.Network(t.Context(), id, answer.View{Depth: 1, Limit: 1000})
		if err != nil {
			t.Fatal(err)
		}
		for _, node := range n.Nodes {
			if r.labels[node.ID] != node.Label {
				t.Errorf("%s is called %q, by the API %q", node.ID, r.labels[node.ID], node.Label)
			}
		}
		for _, l := range n.Links {
			api[l.Source+" "+l.Predicate+" "+l.Target] = fmt.Sprint(l.Weight)
		}
	}
	if diff := cmp.Diff(api, r.links); diff != "" {
		t.Errorf("(-API +export):\n%s", diff)
	}
}

func readGraphML(t *testing.T, data []byte, r *read) {
	t.Helper()
	type datum struct {
		Key   string `xml:"key,attr"`
		Value string `xml:",chardata"`
	}
	var doc struct {
		XMLName xml.Name `xml:"http://graphml.graphdrawing.org/xmlns graphml"`
		Keys    []struct {
			ID   string `xml:"id,attr"`
			For  string `xml:"for,attr"`
			Name string `xml:"attr.name,attr"`
			Type string `xml:"attr.type,attr"`
		} `xml:"key"`
		Graph struct {
			Default string `xml:"edgedefault,attr"`
			Nodes   []struct {
				ID   string  `xml:"id,attr"`
				Data []datum `xml:"data"`
			} `xml:"node"`
			Edges []struct {
				Source   string  `xml:"source,attr"`
				Target   string  `xml:"target,attr"`
				Directed string  `xml:"directed,attr"`
				Data     []datum `xml:"data"`
			} `xml:"edge"`
		} `xml:"graph"`
	}
	if err := xml.Unmarshal(data, &doc); err != nil {
		t.Fatal(err)
	}
	if doc.Graph.Default != "directed" {
		t.Errorf("edgedefault %q", doc.Graph.Default)
	}
	keys := map[string]string{} // "node label"
	for _, k := range doc.Keys {
		if !slices.Contains([]string{"boolean", "int", "long", "float", "double", "string"}, k.Type) {
			t.Errorf("key %s: no such type %q", k.ID, k.Type)
		}
		keys[k.ID] = k.For + " " + k.Name
	}
	values := func(of string, data []datum) map[string]string {
		found := map[string]string{}
		for _, d := range data {
			name, ok := strings.CutPrefix(keys[d.Key], of+" ")
			if !ok {
				t.Errorf("data of a %s with the key %q", of, d.Key)
			}
			found[name] = d.Value
		}
		return found
	}
	for _, n := range doc.Graph.Nodes {
		r.node(t, n.ID, values("node", n.Data)["label"])
	}
	for _, e := range doc.Graph.Edges {
		v := values("edge", e.Data)
		if (v["directed"] == "false") != (v["predicate"] == export.Together) {
			t.Errorf("%s: directed %q", v["predicate"], v["directed"])
		}
		if e.Directed != "" { // NetworkX reads no graph with edges of both kinds
			t.Errorf("%s is an edge of its own kind, directed=%q", v["predicate"], e.Directed)
		}
		r.link(t, e.Source, v["predicate"], e.Target, v["weight"])
	}
}

func readCytoscape(t *testing.T, data []byte, r *read) {
	t.Helper()
	var g cytoscapejs.GraphNodeEdge
	if err := json.Unmarshal(data, &g); err != nil {
		t.Fatal(err)
	}
	ids := map[string]bool{}
	for _, n := range g.Elements.Nodes {
		ids[n.Data.ID] = true
		r.node(t, n.Data.ID, fmt.Sprint(n.Data.Attributes["name"]))
	}
	for _, e := range g.Elements.Edges {
		if ids[e.Data.ID] {
			t.Errorf("id %q is there twice", e.Data.ID)
		}
		ids[e.Data.ID] = true
		r.link(t, e.Data.Source, fmt.Sprint(e.Data.Attributes["predicate"]), e.Data.Target, fmt.Sprint(e.Data.Attributes["weight"]))
	}
}

// sheets reads the CSV files of an archive, each row by column.
func sheets(t *testing.T, data []byte) map[string][]map[string]string {
	t.Helper()
	found := map[string][]map[string]string{}
	for _, file := range unzip(t, data) {
		rows, err := csv.NewReader(bytes.NewReader(file.Data)).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		for _, row := range rows[1:] {
			cells := map[string]string{}
			for i, name := range rows[0] {
				cells[name] = row[i]
			}
			found[file.Name] = append(found[file.Name], cells)
		}
	}
	return found
}

func readCSV(t *testing.T, data []byte, r *read) {
	t.Helper()
	files := sheets(t, data)
	for _, n := range files["nodes.csv"] {
		r.node(t, n["Id"], n["Label"])
	}
	for _, l := range files["links.csv"] {
		r.link(t, l["Source"], l["Predicate"], l["Target"], l["Weight"])
	}
}

func readNeo4j(t *testing.T, data []byte, r *read) {
	t.Helper()
	files := sheets(t, data)
	for _, n := range files["nodes.csv"] {
		r.node(t, n["id:ID"], n["name"])
		if labels := strings.Split(n[":LABEL"], ";"); len(labels) != 2 || labels[0] != "Entity" || labels[1] == "" {
			t.Errorf("%s: labels %q", n["id:ID"], labels)
		}
	}
	for _, l := range files["relationships.csv"] {
		r.link(t, l[":START_ID"], l["predicate"], l[":END_ID"], l["weight:int"])
		if kind := l[":TYPE"]; kind == "" || strings.Trim(kind, "ABCDEFGHIJKLMNOPQRSTUVWXYZ_") != "" {
			t.Errorf("type %q", kind)
		}
	}
}
