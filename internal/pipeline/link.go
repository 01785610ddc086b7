package pipeline

import (
	"rapporteur/graph"
	"rapporteur/internal/parse"
	"rapporteur/internal/record"
	"rapporteur/internal/sidecar"
	"rapporteur/schema"
)

// described says what the file beside a record says of it.
func described(id graph.ID, meta sidecar.Meta) []graph.Statement {
	var out []graph.Statement
	for _, f := range []struct {
		property schema.Property
		value    string
	}{{schema.SourceURL, meta.SourceURL}, {schema.Retrieved, meta.Retrieved}} {
		if f.value != "" {
			out = append(out, graph.Statement{Subject: id, Predicate: f.property, Object: graph.Text(f.value), Label: id})
		}
	}
	return out
}

// links ties a corrigendum to the record that it corrects, paragraph by
// paragraph where it says which, and a revision to the record that it replaces.
func links(rec *record.Record) []graph.Statement {
	id := graph.RecordID(rec.Header.Symbol)
	original, kind := parse.SplitAddition(rec.Header.Symbol)
	switch kind {
	case "Rev":
		return []graph.Statement{{Subject: id, Predicate: schema.Replaces, Object: graph.Ref(graph.RecordID(original)), Label: id}}
	case "Corr":
		out := []graph.Statement{{Subject: id, Predicate: schema.Corrects, Object: graph.Ref(graph.RecordID(original)), Label: id}}
		for _, c := range parse.Corrections(rec) {
			from := graph.ParagraphID(rec.Header.Symbol, rec.Paragraphs[c.Paragraph].Number)
			out = append(out, graph.Statement{Subject: from, Predicate: schema.Corrects, Object: graph.Ref(graph.ParagraphID(original, c.Corrected)), Label: from})
		}
		return out
	}
	return nil
}
