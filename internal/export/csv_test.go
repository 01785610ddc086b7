package export_test

import (
	"bytes"
	"testing"

	"golang.org/x/tools/txtar"

	"rapporteur/graph"
	"rapporteur/graph/store"
	"rapporteur/internal/export"
	"rapporteur/schema"
)

// TestFormulas exports a name that a spreadsheet would run: the CSV that people open
// guards it, the one that a program reads has it as it is.
func TestFormulas(t *testing.T) {
	e := exporter(t, fixtures...)
	record, para, person := graph.RecordID("ODD/SR.1"), graph.ParagraphID("ODD/SR.1", 1), graph.NewID("person", "ODD/name")
	quads, err := graph.Quads([]graph.Statement{
		{Subject: record, Predicate: schema.Type, Object: graph.ClassRef(schema.ClassSummaryRecord), Label: record},
		{Subject: para, Predicate: schema.IsPartOf, Object: graph.Ref(record), Label: record},
		{Subject: para, Predicate: schema.Mentions, Object: graph.Ref(person), Label: para},
		{Subject: person, Predicate: schema.Type, Object: graph.ClassRef(schema.ClassPerson), Label: para},
		{Subject: person, Predicate: schema.Label, Object: graph.Text("=1+1"), Label: para},
	})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := e.Store.(*store.Store).Replace(t.Context(), record, quads); err != nil {
		t.Fatal(err)
	}
	for name, cell := range map[string]string{"csv": ",'=1+1,", "neo4j": ",=1+1,"} {
		format, err := export.FormatNamed(name)
		if err != nil {
			t.Fatal(err)
		}
		got := txtar.Format(unpacked(t, format, write(t, e, name, export.Selection{})))
		if !bytes.Contains(got, []byte(cell)) {
			t.Errorf("%s has no cell %s:\n%s", name, cell, got)
		}
	}
}
