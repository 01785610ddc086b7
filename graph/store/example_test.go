package store_test

import (
	"context"
	"fmt"
	"os"

	"rapporteur/graph"
	"rapporteur/graph/store"
	"rapporteur/schema"
)

func Example() {
	ctx := context.Background()
	s, err := store.Open(ctx, store.Memory, store.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	defer s.Close()

	record := graph.RecordID("CMW/C/SR.1")
	quads, err := graph.Quads([]graph.Statement{
		{Subject: record, Predicate: schema.Type, Object: graph.ClassRef(schema.ClassSummaryRecord), Label: record},
		{Subject: record, Predicate: schema.Date, Object: graph.Text("2004-03-01"), Label: record},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	change, err := s.Replace(ctx, record, quads)
	fmt.Printf("%+v %v\n", change, err)
	if err := s.Export(ctx, os.Stdout); err != nil {
		fmt.Println(err)
	}
	// Output:
	// {Added:2 Removed:0} <nil>
	// <urn:rapporteur:record:CMW/C/SR.1> <http://purl.org/dc/terms/date> "2004-03-01" <urn:rapporteur:record:CMW/C/SR.1> .
	// <urn:rapporteur:record:CMW/C/SR.1> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <urn:rapporteur:ns:SummaryRecord> <urn:rapporteur:record:CMW/C/SR.1> .
}
