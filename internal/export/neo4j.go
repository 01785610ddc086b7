package export

import (
	"io"
	"strconv"
	"strings"
	"unicode"
)

// writeNeo4j writes an archive of nodes.csv and relationships.csv with the headers
// that neo4j-admin database import reads. Lists are parted by its default, ";".
func writeNeo4j(p *part, w io.Writer) error {
	return writeSheets(p, w,
		sheet{
			name:   "nodes.csv",
			header: []string{"id:ID", "name", "kind", "country", "paragraphs:int", "dates:string[]", ":LABEL"},
			node: func(n node) []string {
				return []string{string(n.ID), n.Label, n.Kind, n.Country, strconv.Itoa(n.Paragraphs), strings.Join(n.Dates, ";"), "Entity;" + string(n.Class)}
			},
		},
		sheet{
			name:   "relationships.csv",
			header: []string{":START_ID", ":END_ID", "predicate", "weight:int", "dates:string[]", "cited:string[]", ":TYPE"},
			link: func(l link) []string {
				return []string{string(l.Source), string(l.Target), l.Predicate, strconv.Itoa(l.Weight), strings.Join(l.Dates, ";"), strings.Join(l.Cited, ";"), relationshipType(l.Predicate)}
			},
		},
	)
}

// relationshipType writes a predicate as Neo4j's users do: "rap:accededTo" is
// ACCEDED_TO, what is named together NAMED_TOGETHER.
func relationshipType(predicate string) string {
	if predicate == Together {
		return "NAMED_TOGETHER"
	}
	_, name, _ := strings.Cut(predicate, ":")
	var b strings.Builder
	for i, r := range name {
		if i > 0 && unicode.IsUpper(r) {
			b.WriteByte('_')
		}
		b.WriteRune(unicode.ToUpper(r))
	}
	return b.String()
}
