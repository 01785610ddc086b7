package web

import (
	"net/url"
	"strconv"

	"rapporteur/graph"
	"rapporteur/queries/table"
	"rapporteur/schema"
)

// apiPath returns the address of a thing in the API. Slashes in its name stand
// as they are.
func apiPath(kind, name string) string { return escapePath("/api/v1/" + kind + "/" + name) }

func escapePath(path string) string { return (&url.URL{Path: path}).EscapedPath() }

// recordPath returns the page of a record.
func recordPath(symbol string) string { return escapePath("/records/" + symbol) }

// paragraphPath returns the place of a paragraph on the page of its record.
func paragraphPath(symbol string, number int) string {
	return recordPath(symbol) + "#" + anchor(number)
}

func anchor(number int) string { return "para-" + strconv.Itoa(number) }

// address returns where a page links an item to, "" for nowhere.
func (s *site) address(i table.Item) string {
	id := i.ID()
	if id == "" || i.Type == table.Class || i.Type == table.Property {
		return ""
	}
	if symbol, number, ok := graph.ID(id).Paragraph(); ok {
		return paragraphPath(symbol, number)
	}
	switch class, ok := s.schema.ClassOf(id); {
	case !ok:
		return ""
	case class == schema.ClassSummaryRecord:
		return recordPath(graph.ID(id).Name())
	}
	return apiPath("entities", id)
}
