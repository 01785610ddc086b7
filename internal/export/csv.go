package export

import (
	"io"
	"strconv"
	"strings"

	"rapporteur/internal/spreadsheet"
)

// writeCSV writes an archive of nodes.csv and links.csv, whose columns have the
// names that Gephi knows. People open them in spreadsheets, so texts are guarded;
// the files for Neo4j, which a program reads, have them as they are.
func writeCSV(p *part, w io.Writer) error {
	return writeSheets(p, w,
		sheet{
			name:   "nodes.csv",
			header: []string{"Id", "Label", "Class", "Kind", "Country", "Paragraphs", "First", "Last"},
			node: func(n node) []string {
				first, last := span(n.Dates)
				return []string{string(n.ID), spreadsheet.Text(n.Label), string(n.Class), spreadsheet.Text(n.Kind), spreadsheet.Text(n.Country), strconv.Itoa(n.Paragraphs), first, last}
			},
		},
		sheet{
			name:   "links.csv",
			header: []string{"Source", "Target", "Type", "Predicate", "Label", "Weight", "First", "Last", "Cited"},
			link: func(l link) []string {
				direction := "Undirected"
				if l.Directed() {
					direction = "Directed"
				}
				first, last := span(l.Dates)
				return []string{string(l.Source), string(l.Target), direction, l.Predicate, l.Label, strconv.Itoa(l.Weight), first, last, strings.Join(l.Cited, "; ")}
			},
		},
	)
}
