package table_test

import (
	"os"

	"github.com/cayleygraph/quad"

	"rapporteur/queries/table"
)

func ExampleTable_WriteText() {
	t := &table.Table{
		Columns: []table.Column{
			{Name: "agreement", Title: "Agreement", Type: table.Entity},
			{Name: "paragraphs", Title: "Paragraphs", Type: table.Paragraph, Many: true},
		},
		Rows: [][]table.Cell{{
			{{Type: table.Entity, Value: quad.IRI("agreement:iclk"), Label: "Convention on Lighthouse Keepers"}},
			{
				{Type: table.Paragraph, Value: quad.IRI("para:LHK/C/SR.7#4"), Label: "LHK/C/SR.7, para. 4"},
				{Type: table.Paragraph, Value: quad.IRI("para:LHK/C/SR.7#5"), Label: "LHK/C/SR.7, para. 5"},
			},
		}},
	}
	t.WriteText(os.Stdout, 60)
	// Output:
	// Agreement                         Paragraphs
	// --------------------------------  --------------------
	// Convention on Lighthouse Keepers  LHK/C/SR.7, para. 4;
	//                                   LHK/C/SR.7, para. 5
}
