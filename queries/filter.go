package queries

import (
	"cmp"
	"strings"

	"github.com/cayleygraph/quad"
	"golang.org/x/text/language"
	"golang.org/x/text/search"

	"rapporteur/queries/table"
)

// A filter keeps the rows that agree with an argument.
type filter struct {
	column int
	keep   func(table.Item) bool
}

func newFilter(column int, how comparison, value any) filter {
	f := filter{column: column}
	switch text, isText := value.(string); {
	case how == keepContains && isText:
		words := search.New(language.English, search.Loose).CompileString(text)
		f.keep = func(i table.Item) bool {
			at, _ := words.IndexString(i.Label)
			return at >= 0
		}
	case how == keepFrom:
		f.keep = func(i table.Item) bool { return order(i, value) >= 0 }
	case how == keepTo:
		f.keep = func(i table.Item) bool { return order(i, value) <= 0 }
	default:
		f.keep = func(i table.Item) bool { return equal(i, value) }
	}
	return f
}

func (f filter) passes(row []table.Cell) bool {
	for _, item := range row[f.column] {
		if f.keep(item) {
			return true
		}
	}
	return false
}

func equal(i table.Item, value any) bool {
	switch value := value.(type) {
	case quad.IRI:
		return i.Value == value
	case int64:
		return i.Value == quad.Int(value)
	case string:
		return strings.EqualFold(i.Label, value)
	}
	return false
}

// order compares an item with an argument. Dates are compared as precisely as
// the argument is written: 4 October 2021 is neither before nor after 2021.
func order(i table.Item, value any) int {
	switch value := value.(type) {
	case int64:
		n, _ := i.Value.(quad.Int)
		return cmp.Compare(int64(n), value)
	case string:
		return strings.Compare(i.Label[:min(len(i.Label), len(value))], value)
	}
	return 0
}
