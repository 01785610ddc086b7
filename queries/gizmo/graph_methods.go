package gizmo

// graphMethods are the methods of g.
var graphMethods = map[string]method{
	"V":        {0, -1, `g.V("<country:AZE>") or g.V()`, "Begins a path at nodes, or without any at all of them.", vertex},
	"Vertex":   {0, -1, `g.Vertex("<country:AZE>")`, "The same as V.", vertex},
	"M":        {0, 0, "g.M()", "Begins a path without a start, to be followed by Follow.", morphism},
	"Morphism": {0, 0, "g.Morphism()", "The same as M.", morphism},
	"IRI":      {1, 1, `g.IRI("country:AZE")`, "Is a node by its id, whose prefix is written out if AddNamespace knows it.", fullIRI},
	"Iri":      {1, 1, `g.Iri("country:AZE")`, "The same as IRI.", fullIRI},
	"Uri":      {1, 1, `g.Uri("country:AZE")`, "The same as IRI.", fullIRI},
	"Emit":     {1, 1, `g.Emit(g.V("<a>").Count())`, "Puts a value, each element of a list, or the members of an object as a row into the result.", emit},

	"AddNamespace":         {2, 2, `g.AddNamespace("ex", "http://example.org/")`, "Lets IRI write out a prefix.", addNamespace},
	"AddDefaultNamespaces": {0, 0, "g.AddDefaultNamespaces()", "Does nothing, as ids are kept with their prefixes.", noNamespaces},
	"LoadNamespaces":       {0, 0, "g.LoadNamespaces()", "Does nothing, as ids are kept with their prefixes.", noNamespaces},
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
