package gizmo

import "github.com/cayleygraph/quad"

// graphMethods are the methods of g.
var graphMethods = map[string]method{
	"V":        {0, -1, `g.V("<country:AZE>")`, vertex},
	"Vertex":   {0, -1, `g.Vertex("<country:AZE>")`, vertex},
	"M":        {0, 0, "g.M()", morphism},
	"Morphism": {0, 0, "g.Morphism()", morphism},
	"IRI":      functions["iri"],
	"Iri":      functions["iri"],
	"Uri":      functions["iri"],
	"Emit":     {1, 1, `g.Emit(g.V("<a>").Count())`, emit},
}

func vertex(k *call) (value, error) {
	p := &chain{}
	if len(k.args) == 0 {
		return p, nil
	}
	values, err := k.values(0)
	if err != nil {
		return nil, err
	}
	return p.with(nodes{&nodeSet{values: values}}, nil), nil
}

func morphism(*call) (value, error) { return &chain{}, nil }

// emit puts a value into the result, or the rows of Count, ToArray and the like.
func emit(k *call) (value, error) {
	switch v := k.args[0].(type) {
	case *final:
		k.c.program.finals = append(k.c.program.finals, *v)
		return nothing{}, nil
	case null:
		return nothing{}, nil
	case text: // as in Gizmo, text is emitted as it stands
		k.c.program.finals = append(k.c.program.finals, final{kind: finalValue, value: quad.String(v)})
		return nothing{}, nil
	}
	q, problem := node(k.args[0])
	if problem != "" {
		return nil, k.refuseArg(0, kindOf(k.args[0])+" cannot be put into the result", "give a value, or a path with .Count() or .ToArray()")
	}
	k.c.program.finals = append(k.c.program.finals, final{kind: finalValue, value: q})
	return nothing{}, nil
}
