package export_test

import (
	"bytes"
	"encoding/xml"
	"io"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
)

// gexfRules are what the schema of GEXF 1.3 says of the elements that are used:
// their parents, and their attributes, those needed with a "!".
var gexfRules = map[string]struct{ parents, attributes string }{
	"gexf":        {"", "version!"},
	"meta":        {"gexf", "lastmodifieddate"},
	"creator":     {"meta", ""},
	"description": {"meta", ""},
	"graph":       {"gexf", "timeformat timerepresentation mode defaultedgetype idtype"},
	"attributes":  {"graph", "class! mode"},
	"attribute":   {"attributes", "id! title! type!"},
	"nodes":       {"graph", "count"},
	"edges":       {"graph", "count"},
	"node":        {"nodes", "id! label"},
	"edge":        {"edges", "id source! target! type kind label weight"},
	"attvalues":   {"node edge", ""},
	"attvalue":    {"attvalues", "for! value!"},
	"spells":      {"node edge", ""},
	"spell":       {"spells", "timestamp"},
}

// gexfValues are the values that attributes may have.
var gexfValues = map[string]string{
	"gexf version": "1.3", "graph mode": "dynamic static", "graph timeformat": "date", "graph timerepresentation": "timestamp interval",
	"graph defaultedgetype": "directed undirected mutual", "graph idtype": "string integer", "attributes class": "node edge",
	"attributes mode": "static dynamic", "attribute type": "string integer double boolean", "edge type": "directed undirected mutual",
}

// readGEXF holds every element to the rules.
func readGEXF(t *testing.T, data []byte, r *read) {
	t.Helper()
	g := gexf{t: t, read: r, declared: map[string]string{}}
	in := xml.NewDecoder(bytes.NewReader(data))
	for {
		token, err := in.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		switch x := token.(type) {
		case xml.StartElement:
			g.start(x)
		case xml.EndElement:
			g.path = g.path[:len(g.path)-1]
		}
	}
	if g.stamps == 0 {
		t.Error("no time stamps")
	}
}

// A gexf is a document that is read.
type gexf struct {
	t        *testing.T
	read     *read
	path     []string          // of open elements
	class    string            // of the attributes that are declared
	declared map[string]string // types of attributes, by "class id"
	stamps   int
}

func (g *gexf) start(x xml.StartElement) {
	name, parent := x.Name.Local, ""
	if len(g.path) > 0 {
		parent = g.path[len(g.path)-1]
	}
	g.path = append(g.path, name)
	rule, ok := gexfRules[name]
	if !ok || x.Name.Space != "http://gexf.net/1.3" || !slices.Contains(strings.Split(rule.parents, " "), parent) {
		g.t.Fatalf("element %v in %q", x.Name, parent)
	}
	values := g.attributes(x, rule.attributes)
	switch name {
	case "attributes":
		g.class = values["class"]
	case "attribute":
		g.declared[g.class+" "+values["id"]] = values["type"]
	case "node":
		g.read.node(g.t, values["id"], values["label"])
	case "edge":
		g.read.link(g.t, values["source"], values["kind"], values["target"], values["weight"])
		if (values["type"] == "undirected") != (values["kind"] == "together") {
			g.t.Errorf("edge of kind %q and type %q", values["kind"], values["type"])
		}
	case "attvalue":
		g.value(g.path[len(g.path)-3], values)
	case "spell":
		g.stamps++
		if _, err := time.Parse(time.DateOnly, values["timestamp"]); err != nil {
			g.t.Error(err)
		}
	}
}

func (g *gexf) attributes(x xml.StartElement, rule string) map[string]string {
	values := map[string]string{}
	for _, a := range x.Attr {
		if a.Name.Local == "xmlns" {
			continue
		}
		if !slices.Contains(strings.Fields(strings.ReplaceAll(rule, "!", "")), a.Name.Local) {
			g.t.Errorf("%s cannot have the attribute %s", x.Name.Local, a.Name.Local)
		}
		if allowed, ok := gexfValues[x.Name.Local+" "+a.Name.Local]; ok && !slices.Contains(strings.Fields(allowed), a.Value) {
			g.t.Errorf("%s: %s cannot be %q", x.Name.Local, a.Name.Local, a.Value)
		}
		values[a.Name.Local] = a.Value
	}
	for _, name := range strings.Fields(rule) {
		if needed, ok := strings.CutSuffix(name, "!"); ok && values[needed] == "" {
			g.t.Errorf("%s lacks the attribute %s", x.Name.Local, needed)
		}
	}
	return values
}

// value checks the value of an attribute that is declared.
func (g *gexf) value(of string, values map[string]string) {
	kind, ok := g.declared[of+" "+values["for"]]
	if !ok {
		g.t.Errorf("no attribute %q of %ss is declared", values["for"], of)
	}
	if _, err := strconv.Atoi(values["value"]); kind == "integer" && err != nil {
		g.t.Error(err)
	}
}
