package reconcile

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// An Extension asks for properties of entities: columns for the rows of somebody's
// table.
type Extension struct {
	IDs     []string
	Columns []Column
}

// A Column is a property with its settings.
type Column struct {
	Property string
	Show     string // [ShowValues], [ShowCount] or [ShowSources]
	Limit    int    // of values, 0 for all
}

// What a column shows of a property.
const (
	ShowValues  = "values"
	ShowCount   = "count"   // how many values there are
	ShowSources = "sources" // the paragraphs that state them
)

// ParseExtension reads the JSON of an extension.
func ParseExtension(source string) (x Extension, err error) {
	all, err := members([]byte(source))
	if err != nil {
		return x, fault("", "extend: %w", err)
	}
	var ids, columns []json.RawMessage
	if json.Unmarshal(all["ids"], &ids) != nil || json.Unmarshal(all["properties"], &columns) != nil || ids == nil || columns == nil {
		return x, fault("", "extend: it needs \"ids\" and \"properties\", both lists")
	}
	if len(ids) > MaxIDs || len(columns) > MaxColumns {
		return x, fmt.Errorf("%w: %d entities and %d properties, at most %d and %d", ErrBatch, len(ids), len(columns), MaxIDs, MaxColumns)
	}
	for _, raw := range ids {
		id, err := text(raw)
		if err != nil {
			return x, fault("", "extend: an id: %w", err)
		}
		x.IDs = append(x.IDs, id)
	}
	for _, raw := range columns {
		c, err := column(raw)
		if err != nil {
			return x, fault("", "extend: a property: %w", err)
		}
		x.Columns = append(x.Columns, c)
	}
	return x, nil
}

func column(raw []byte) (Column, error) {
	c := Column{Show: ShowValues}
	all, err := members(raw)
	if err != nil {
		return c, err
	}
	if c.Property, err = text(all["id"]); err != nil || c.Property == "" {
		return c, fmt.Errorf("it needs an \"id\"")
	}
	if all["settings"] == nil || string(all["settings"]) == "null" {
		return c, nil
	}
	settings, err := members(all["settings"])
	if err != nil {
		return c, fmt.Errorf("settings: %w", err)
	}
	for _, name := range slices.Sorted(maps.Keys(settings)) {
		switch value := settings[name]; name {
		case "show":
			c.Show, err = oneOf(value, ShowValues, ShowCount, ShowSources)
		case "limit":
			if digits := strings.Trim(string(value), `"`); digits != "0" && digits != "" { // left as it was
				c.Limit, err = positive(value)
			}
		default:
			err = fmt.Errorf("there is no such setting; there are show and limit")
		}
		if err != nil {
			return c, fmt.Errorf("%q: %w", name, err)
		}
	}
	return c, nil
}
