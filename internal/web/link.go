package web

import (
	"net/url"
	"strconv"

	"rapporteur/graph"
	"rapporteur/internal/answer"
	"rapporteur/queries/table"
	"rapporteur/schema"
)

// apiPath returns the address of a thing in the API. Slashes in its name stand
// as they are.
func apiPath(kind, name string) string { return escapePath("/api/v1/" + kind + "/" + name) }

func escapePath(path string) string { return (&url.URL{Path: path}).EscapedPath() }

// recordPath returns the page of a record.
func recordPath(symbol string) string { return escapePath("/records/" + symbol) }

// entityPath returns the page of an entity.
func entityPath(id string) string { return escapePath("/entities/" + id) }

// passagePath returns the place where something is stated, "" for the lexicon.
func passagePath(p answer.Passage) string {
	switch {
	case p.Number > 0:
		return paragraphPath(p.Symbol, p.Number)
	case graph.ID(p.ID).Prefix() == "record":
		return recordPath(graph.ID(p.ID).Name())
	}
	return ""
}

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
	return entityPath(id)
}
