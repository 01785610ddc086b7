package stock

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"time"

	"github.com/cayleygraph/cayley/graph"
	session "github.com/cayleygraph/cayley/query/gizmo"
	"github.com/cayleygraph/quad"

	"rapporteur/queries/gizmo"
)

// columnValue is the column of what has no name.
const columnValue = "value"

// A tabler makes rows of what a session gives.
type tabler struct {
	name   func(graph.Ref) (quad.Value, error)
	result *gizmo.Result
}

func (t *tabler) add(r *session.Result) error {
	if r.Tags == nil {
		t.value(r.Val)
		return nil
	}
	row := gizmo.Row{}
	for tag, ref := range r.Tags {
		v, err := t.name(ref)
		if err != nil {
			return fmt.Errorf("reading the names of the result: %w", err)
		}
		if v != nil {
			row[tag] = v
		}
	}
	t.row(row)
	return nil
}

// value adds what a script emits: an object is a row, a list a row for each element.
// Paths and functions, which a last statement may leave behind, are nothing.
func (t *tabler) value(v any) {
	switch v := v.(type) {
	case map[string]any:
		row := gizmo.Row{}
		for name, member := range v {
			if value := native(member); value != nil {
				row[name] = value
			}
		}
		t.row(row)
	case []any:
		for _, element := range v {
			t.value(element)
		}
	case []map[string]any:
		for _, element := range v {
			t.value(element)
		}
	default:
		if value := native(v); value != nil {
			t.row(gizmo.Row{columnValue: value})
		}
	}
}

// row adds a row and its columns, "id" first.
func (t *tabler) row(row gizmo.Row) {
	if len(row) == 0 {
		return
	}
	names := slices.SortedFunc(maps.Keys(row), func(a, b string) int {
		switch {
		case a == b:
			return 0
		case a == session.TopResultTag || a < b && b != session.TopResultTag:
			return -1
		}
		return 1
	})
	for _, name := range names {
		if !slices.Contains(t.result.Columns, name) {
			t.result.Columns = append(t.result.Columns, name)
		}
	}
	t.result.Rows = append(t.result.Rows, row)
}

// cut keeps so many rows.
func (t *tabler) cut(rows int) {
	if len(t.result.Rows) > rows {
		t.result.Rows, t.result.Truncated = t.result.Rows[:rows], true
	}
}

// native returns a value of JavaScript as one of the graph, nil for what is none.
func native(v any) quad.Value {
	switch v := v.(type) {
	case quad.Value:
		return v
	case string:
		if v == "" {
			return quad.String("")
		}
		return quad.StringToValue(v)
	case int64:
		return quad.Int(v)
	case int:
		return quad.Int(v)
	case float64:
		if whole := int64(v); float64(whole) == v {
			return quad.Int(whole)
		}
		return quad.Float(v)
	case bool:
		return quad.Bool(v)
	case time.Time:
		return quad.Time(v)
	case map[string]any, []any:
		if text, err := json.Marshal(v); err == nil {
			return quad.String(text)
		}
	}
	return nil
}
