package gizmo

// A Program is a compiled query. It does not change and may run many times, also
// at the same time.
type Program struct {
	tags   []string // name of each slot of a row
	finals []final  // what the query asks for, in order
}

// A final asks for the rows of a path.
type final struct {
	kind    finalKind
	all     bool // by All, whose rows Limits.All counts
	list    bool // the rows are one list
	path    *chain
	limit   int64   // most rows, 0 for all
	literal literal // of a finalLiteral
}

// A literal is what Emit gives without a path: rows of columns.
type literal struct {
	columns []string
	rows    []Row
	object  bool
}

type finalKind int

const (
	finalRows    finalKind = iota // All, GetLimit, TagArray, TagValue: "id" and every tag
	finalIDs                      // ToArray, ToValue: "id" alone
	finalCount                    // Count
	finalLiteral                  // Emit of a value, a list or an object
)

// The columns that are no tags.
const (
	columnID    = "id"    // where the path ended
	columnCount = "count" // of Count
	columnValue = "value" // of Emit
)

// columns lists the columns that f may fill.
func (f final) columns(tags []string) []string {
	switch f.kind {
	case finalCount:
		return []string{columnCount}
	case finalLiteral:
		return f.literal.columns
	case finalIDs:
		return []string{columnID}
	}
	out := []string{columnID}
	for _, slot := range f.path.tags {
		out = append(out, tags[slot])
	}
	return out
}

// column is the column that a row of f is about, "" where it is about all of them.
func (f final) column() string {
	switch {
	case f.kind == finalRows, f.kind == finalLiteral && f.literal.object:
		return ""
	case f.kind == finalCount:
		return columnCount
	case f.kind == finalLiteral:
		return columnValue
	}
	return columnID
}

// Columns lists the columns of the result in the order in which the query names
// them. A row need not fill every one.
func (p *Program) Columns() []string {
	var out []string
	seen := map[string]bool{}
	for _, f := range p.finals {
		for _, name := range f.columns(p.tags) {
			if !seen[name] {
				seen[name] = true
				out = append(out, name)
			}
		}
	}
	return out
}
