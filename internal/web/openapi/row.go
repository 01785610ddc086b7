package openapi

import (
	"rapporteur/queries"
	"rapporteur/queries/table"
)

// answerSchema is the schema of any answer, with the rows and the name of this one.
func answerSchema(q *queries.Query, like *object, row string) *object {
	properties := like.at("properties").clone()
	properties.set("query", obj("const", q.Name))
	rows := like.at("properties", "rows").clone()
	rows.set("items", ref("schemas", row))
	properties.set("rows", rows)
	out := like.clone()
	out.set(namedQuery, q.Name)
	out.set("description", "The answer to "+q.Name+".")
	out.set("properties", properties)
	return out
}

// rowSchema describes a row: an object with a member for each column, or for some of them.
func rowSchema(q *queries.Query, whole bool) *object {
	names, properties := []any{}, obj()
	for _, c := range shown(q) {
		names = append(names, c.Name)
		properties.set(c.Name, cellSchema(c))
	}
	if !whole {
		names = []any{}
	}
	return obj(namedQuery, q.Name, "type", "object", "additionalProperties", false, "required", names, "properties", properties)
}

// cellSchema describes a cell, which is one item or null, or a list of items.
func cellSchema(c table.Column) *object {
	if c.Many {
		return obj("title", c.Title, "type", "array", "items", itemSchema(c.Type))
	}
	return obj("title", c.Title, "anyOf", []any{itemSchema(c.Type), obj("type", "null")})
}

func itemSchema(t table.Type) *object {
	switch t {
	case table.Entity:
		return ref("schemas", "EntityItem")
	case table.Record:
		return ref("schemas", "RecordItem")
	case table.Paragraph:
		return ref("schemas", "Passage")
	case table.Property:
		return ref("schemas", "Ref")
	case table.Value:
		return ref("schemas", "Item")
	case table.Date:
		return ref("schemas", "Date")
	case table.Integer:
		return obj("type", "integer")
	}
	return obj("type", "string")
}

// shown are the columns that an answer has.
func shown(q *queries.Query) []table.Column {
	var out []table.Column
	for _, c := range q.Columns {
		if !c.Hidden {
			out = append(out, c.Column)
		}
	}
	return out
}
