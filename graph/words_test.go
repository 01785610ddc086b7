package graph_test

import (
	"testing"

	"github.com/cayleygraph/quad"

	"rapporteur/graph"
)

func TestWords(t *testing.T) {
	for want, v := range map[string]quad.Value{
		"":             nil,
		"country:UTO":  quad.IRI("country:UTO"),
		"\"Lamp\" Act": quad.String(`"Lamp" Act`),
		"loi":          quad.LangString{Value: "loi", Lang: "fr"},
		"2019-05-06":   quad.TypedString{Value: "2019-05-06", Type: "xsd:date"},
		"-7":           quad.Int(-7),
		"0.25":         quad.Float(0.25),
		"true":         quad.Bool(true),
		"_:b":          quad.BNode("b"),
	} {
		if got := graph.Words(v); got != want {
			t.Errorf("%v is %q, want %q", v, got, want)
		}
	}
}
