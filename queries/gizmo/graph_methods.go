package gizmo

// graphMethods are the methods of g.
var graphMethods = map[string]method{
	"V":        {0, -1, `g.V("<country:AZE>")`, vertex},
	"Vertex":   {0, -1, `g.Vertex("<country:AZE>")`, vertex},
	"M":        {0, 0, "g.M()", morphism},
	"Morphism": {0, 0, "g.Morphism()", morphism},
	"IRI":      {1, 1, `g.IRI("country:AZE")`, fullIRI},
	"Iri":      {1, 1, `g.IRI("country:AZE")`, fullIRI},
	"Uri":      {1, 1, `g.IRI("country:AZE")`, fullIRI},
	"Emit":     {1, 1, `g.Emit(g.V("<a>").Count())`, emit},

	"AddNamespace":         {2, 2, `g.AddNamespace("ex", "http://example.org/")`, addNamespace},
	"AddDefaultNamespaces": {0, 0, "g.AddDefaultNamespaces()", noNamespaces},
	"LoadNamespaces":       {0, 0, "g.LoadNamespaces()", noNamespaces},
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
