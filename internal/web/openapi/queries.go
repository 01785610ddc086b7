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
