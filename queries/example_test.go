package queries_test

import (
	"fmt"
	"testing/fstest"

	"rapporteur/queries"
	"rapporteur/schema"
)

func ExampleLoad() {
	sch, err := schema.Load()
	if err != nil {
		fmt.Println(err)
		return
	}
	mine := fstest.MapFS{"countries.js": {Data: []byte(`// title: Countries
// description: Every country in the store.
// columns: [{name: country, title: Country, type: entity}]

g.V("<schema:Country>").In("<rdf:type>").Unique().Tag("country").All()
`)}}
	set, err := queries.Load(sch, queries.Builtin(), queries.Folder{Name: "mine", Files: mine})
	if err != nil {
		fmt.Println(err)
		return
	}
	q, err := set.Get("countries")
	fmt.Println(q.Title, err)
	// Output: Countries <nil>
}
