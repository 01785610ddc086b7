package openapi

import (
	"fmt"
	"net/url"
	"slices"
	"strconv"
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

// addQueries adds a path and schemas for each named query.
func addQueries(root *object, all []*queries.Query) error {
	schemas := root.at("components", "schemas")
	like, answer := root.at("paths", anyQuery, "get"), schemas.at(anyAnswer)
	if like.at("responses", "200", "content") == nil || answer.at("properties", "rows") == nil {
		return fmt.Errorf("the fragments need GET %s with the content of its 200, and the schema %s with rows", anyQuery, anyAnswer)
	}
	for _, q := range all {
		name := free(schemas, camel(q.Name))
		schemas.set(name+"Row", rowSchema(q, whole(like)))
		schemas.set(name+"Answer", answerSchema(q, answer, name+"Row"))
		root.at("paths").set("/api/v1/queries/"+url.PathEscape(q.Name), obj("get", operation(q, like, name)))
	}
	return nil
}

// free makes a name that no schema of a row has; two files may differ in what names of
// schemas cannot hold.
func free(schemas *object, name string) string {
	unique := name
	for i := 2; schemas.index(unique+"Row") >= 0; i++ {
		unique = name + strconv.Itoa(i)
	}
	return unique
}

// whole reports whether rows have all their columns, since no parameter chooses among them.
func whole(like *object) bool {
	return !slices.ContainsFunc(list(like, "parameters"), func(p *object) bool {
		return p.get("name") == "fields" || refName(p) == "Fields"
	})
}

// operation describes a query as the fragments describe any.
func operation(q *queries.Query, like *object, name string) *object {
	op := obj(
		"operationId", "ask"+name,
		namedQuery, q.Name,
		"tags", like.get("tags"),
		"summary", q.Title,
		"description", described(q),
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

// described tells what a query answers and, where it says so, which question.
func described(q *queries.Query) string {
	if q.Asks == "" {
		return q.Description
	}
	return q.Description + " It asks: " + q.Asks
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

// camel turns agreements-cited into AgreementsCited. Of letters it keeps those that the name
// of a schema may have.
func camel(name string) string {
	var b strings.Builder
	for word := range strings.FieldsFuncSeq(name, func(r rune) bool { return !ascii(r) }) {
		b.WriteString(strings.ToUpper(word[:1]) + word[1:])
	}
	if b.Len() == 0 {
		return "Query"
	}
	return b.String()
}

// ascii reports whether r is a plain letter or digit.
func ascii(r rune) bool {
	return r < unicode.MaxASCII && (unicode.IsLetter(r) || unicode.IsDigit(r))
}
