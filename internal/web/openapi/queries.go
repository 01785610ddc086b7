package openapi

import (
	"fmt"
	"strings"
	"unicode"

	"rapporteur/queries"
	"rapporteur/queries/table"
)

// The path and the schema in the fragments that the named queries follow.
const (
	anyQuery  = "/api/v1/queries/{name}"
	anyAnswer = "Table"
)

// namedQuery marks what is made of the header of a named query, with its name.
const namedQuery = "x-named-query"

// addQueries adds a path and the schema of a row for each named query.
func addQueries(root *object, all []*queries.Query) error {
	schemas := root.at("components", "schemas")
	like, answer := root.at("paths", anyQuery, "get"), schemas.at(anyAnswer)
	if like == nil || answer.at("properties", "rows") == nil {
		return fmt.Errorf("the fragments need GET %s and the schema %s with rows", anyQuery, anyAnswer)
	}
	for _, q := range all {
		name := camel(q.Name)
		schemas.set(rowOf(q.Name), rowSchema(q))
		schemas.set(name+"Answer", answerSchema(q, answer))
		root.at("paths").set("/api/v1/queries/"+q.Name, obj("get", operation(q, like, name)))
	}
	return nil
}

// operation describes a query as the fragments describe any.
func operation(q *queries.Query, like *object, name string) *object {
	op := obj(
		"operationId", "ask"+name,
		namedQuery, q.Name,
		"tags", like.get("tags"),
		"summary", q.Title,
		"description", q.Description,
	)
	var params []any
	for _, p := range q.Parameters {
		params = append(params, parameter(p))
	}
	shared, _ := like.get("parameters").([]any)
	for _, p := range shared {
		if o, ok := p.(*object); !ok || o.get("in") != "path" && o.get("x-arguments") != true {
			params = append(params, p)
		}
	}
	op.set("parameters", params)
	responses := like.at("responses").clone()
	responses.set("200", success(q, like.at("responses", "200"), name))
	op.set("responses", responses)
	return op
}

// success gives the JSON of an answer its own schema, and the CSV its own heading.
func success(q *queries.Query, like *object, name string) *object {
	content := like.at("content").clone()
	for i, m := range content.members {
		switch m.key {
		case "application/json":
			content.members[i].value = obj("schema", ref("schemas", name+"Answer"))
		case "text/csv":
			heading := strings.Join(table.Heading(shown(q)), ",")
			content.members[i].value = obj("schema", obj("type", "string", "description", "The first line is "+heading+"."))
		}
	}
	out := like.clone()
	out.set("content", content)
	return out
}

// parameter describes a parameter of a query.
func parameter(p queries.Parameter) *object {
	s := parameterSchema(p)
	if p.Default != "" {
		s.set("default", p.Default)
	}
	o := obj("name", p.Name, "in", "query")
	if !p.Optional && p.Default == "" {
		o.set("required", true)
	}
	o.set("description", p.Help+hint(p))
	o.set("schema", s)
	if like := sampleArgument(p); like != "" && o.get("required") == true {
		o.set("example", like)
	}
	return o
}

func parameterSchema(p queries.Parameter) *object {
	switch p.Type {
	case queries.ChoiceParameter:
		words := make([]any, len(p.Choices))
		for i, c := range p.Choices {
			words[i] = c.Word
		}
		return obj("type", "string", "enum", words)
	case queries.IntegerParameter:
		return obj("type", "integer", "format", "int64")
	case queries.DateParameter:
		return ref("schemas", "Date")
	}
	return obj("type", "string")
}

// hint says how a parameter is written.
func hint(p queries.Parameter) string {
	switch p.Type {
	case queries.EntityParameter:
		if len(p.Classes) == 0 {
			return " An id or a name."
		}
		names := make([]string, len(p.Classes))
		for i, c := range p.Classes {
			names[i] = string(c)
		}
		return " An id or a name of type " + strings.Join(names, " or ") + "."
	case queries.RecordParameter:
		return " The symbol of a record."
	case queries.ParagraphParameter:
		return " A paragraph as CMW/C/SR.464, para. 13 or CMW/C/SR.464#13."
	}
	return ""
}

// rowOf names the schema of a row of a query.
func rowOf(query string) string { return camel(query) + "Row" }

// answerSchema is the schema of any answer, with the rows and the name of this one.
func answerSchema(q *queries.Query, like *object) *object {
	properties := like.at("properties").clone()
	properties.set("query", obj("const", q.Name))
	rows := like.at("properties", "rows").clone()
	rows.set("items", ref("schemas", rowOf(q.Name)))
	properties.set("rows", rows)
	out := like.clone()
	out.set(namedQuery, q.Name)
	out.set("description", "The answer to "+q.Name+".")
	out.set("properties", properties)
	return out
}

// rowSchema describes a row: an object with a member for each column.
func rowSchema(q *queries.Query) *object {
	names, properties := []any{}, obj()
	for _, c := range shown(q) {
		names = append(names, c.Name)
		properties.set(c.Name, cellSchema(c))
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

func ref(kind, name string) *object { return obj("$ref", "#/components/"+kind+"/"+name) }

// camel turns agreements-cited into AgreementsCited.
func camel(name string) string {
	var b strings.Builder
	up := true
	for _, r := range name {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			up = true
			continue
		}
		if up {
			r = unicode.ToUpper(r)
		}
		up = false
		b.WriteRune(r)
	}
	return b.String()
}
