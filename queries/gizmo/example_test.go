package gizmo_test

import (
	"context"
	"fmt"

	"github.com/cayleygraph/cayley/graph/memstore"
	"github.com/cayleygraph/quad"

	"rapporteur/queries/gizmo"
)

func Example() {
	qs := memstore.New()
	qs.AddQuad(quad.MakeIRI("country:UTO", "rap:cites", "agreement:icrmw", "para:X/SR.1#4"))
	qs.AddQuad(quad.MakeIRI("country:UTO", "rap:cites", "agreement:icrmw", "para:X/SR.1#12"))

	p, err := gizmo.Compile(`g.V(country).Out("<rap:cites>").LabelTag("paragraph").Order("paragraph").All()`,
		map[string]any{"country": quad.IRI("country:UTO")})
	if err != nil {
		fmt.Println(err)
		return
	}
	res, err := p.Run(context.Background(), qs, gizmo.Limits{})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, row := range res.Rows {
		fmt.Println(row["id"], row["paragraph"])
	}
	// Output:
	// <agreement:icrmw> <para:X/SR.1#4>
	// <agreement:icrmw> <para:X/SR.1#12>
}
