package reconcile

import (
	"context"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/cayleygraph/quad"

	"rapporteur/graph"
)

// An Extended is columns, and cells by entity and property. A cell without values
// is empty, also that of an entity that does not exist.
type Extended struct {
	Meta []Meta                       `json:"meta"`
	Rows map[string]map[string][]Cell `json:"rows"`
}

// A Meta describes a column. The type is that of its values, where they have one.
type Meta struct {
	ID   string `json:"id"`
	Name string `json:"name"`
	Type *Type  `json:"type,omitempty"`
}

// A Cell is one value: an entity, or one of the others.
type Cell struct {
	ID    string   `json:"id,omitempty"`
	Name  string   `json:"name,omitempty"`
	Text  *string  `json:"str,omitempty"`
	Int   *int64   `json:"int,omitempty"`
	Float *float64 `json:"float,omitempty"`
	Date  string   `json:"date,omitempty"` // a day, as its first moment in UTC
}

// Extend reads properties of entities. The error is a [*RequestError] for a
// property that does not exist, [ErrBatch] for more values than are read at once,
// or the store's.
func (s Service) Extend(ctx context.Context, x Extension) (*Extended, error) {
	out := &Extended{Meta: []Meta{}, Rows: map[string]map[string][]Cell{}}
	properties := make([]Property, len(x.Columns))
	for i, c := range x.Columns {
		p, err := s.property(c.Property)
		if err != nil {
			return nil, fault("", "extend: %w", err)
		}
		if slices.ContainsFunc(properties[:i], func(o Property) bool { return o.ID == p.ID }) {
			return nil, fault("", "extend: the property %q is given twice", c.Property)
		}
		properties[i] = p
		meta := Meta{ID: c.Property, Name: p.Name}
		if c.Show == ShowValues {
			meta.Type = s.valueType(p)
		}
		out.Meta = append(out.Meta, meta)
	}
	ids := make([]string, len(x.IDs))
	for i, id := range x.IDs {
		ids[i] = s.Schema.Shorten(id)
	}
	known, err := s.facts(ctx, ids, properties)
	if err != nil {
		return nil, err
	}
	for i, id := range x.IDs {
		row := map[string][]Cell{}
		for k, c := range x.Columns {
			row[c.Property] = s.cells(c, properties[k], known[ids[i]][properties[k].ID])
		}
		out.Rows[id] = row
	}
	return out, nil
}

// cells shows the values of a property as a column wants them.
func (s Service) cells(c Column, p Property, stated []fact) []Cell {
	cells := []Cell{}
	switch c.Show {
	case ShowCount:
		n := int64(len(stated))
		return append(cells, Cell{Int: &n})
	case ShowSources:
		for _, passage := range sources(stated) {
			cells = append(cells, Cell{Text: &passage})
		}
	default:
		for _, f := range stated {
			cells = append(cells, s.cell(p, f.value))
		}
		slices.SortFunc(cells, func(a, b Cell) int { return strings.Compare(a.sortKey(), b.sortKey()) })
	}
	if c.Limit > 0 && len(cells) > c.Limit {
		cells = cells[:c.Limit]
	}
	return cells
}

// sources cites what states facts, each once, in the order of symbols and numbers.
func sources(stated []fact) []string {
	var ids []string
	for _, f := range stated {
		for _, id := range f.statedIn {
			if graph.ID(id) != graph.Lexicon {
				ids = append(ids, id)
			}
		}
	}
	slices.SortFunc(ids, func(a, b string) int {
		x, n, _ := graph.ID(a).Paragraph()
		y, m, _ := graph.ID(b).Paragraph()
		if x != y || n == m {
			return strings.Compare(a, b)
		}
		return n - m
	})
	var out []string
	for _, id := range slices.Compact(ids) {
		out = append(out, graph.ID(id).Cite())
	}
	return out
}

// cell shows a value.
func (s Service) cell(p Property, v quad.Value) Cell {
	said := graph.Words(v)
	switch v := v.(type) {
	case quad.IRI:
		if class, ok := s.Schema.ClassOf(string(v)); ok && isThing(class) {
			return Cell{ID: string(v), Name: s.Names.Label(string(v))}
		}
		said = s.label(string(v))
		if passage, n, ok := graph.ID(v).Paragraph(); ok && n > 0 && passage != "" {
			said = graph.ID(v).Cite()
		}
	case quad.Int:
		n := int64(v)
		return Cell{Int: &n}
	case quad.Float:
		x := float64(v)
		return Cell{Float: &x}
	default:
		if _, err := time.Parse(time.DateOnly, said); err == nil && isDate(p) {
			return Cell{Date: said + "T00:00:00Z"}
		}
	}
	return Cell{Text: &said}
}

// sortKey puts entities in the order of names, numbers by size.
func (c Cell) sortKey() string {
	switch {
	case c.Text != nil:
		return *c.Text
	case c.Int != nil:
		digits := strconv.FormatInt(*c.Int, 10)
		return strings.Repeat("0", max(0, 20-len(digits))) + digits
	case c.Float != nil:
		return strconv.FormatFloat(*c.Float, 'f', 9, 64)
	}
	return c.Date + c.Name + c.ID
}
