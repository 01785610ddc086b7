package openapi

import (
	"slices"
	"strings"
)

func (d *Document) operation(path, method string, o *object) Operation {
	op := Operation{
		ID: text(o, "operationId"), Method: strings.ToUpper(method), Path: path,
		Summary: text(o, "summary"), Description: text(o, "description"), Query: text(o, namedQuery),
	}
	security, _ := o.get("security").([]any)
	op.Admin = len(security) > 0
	for _, p := range list(o, "parameters") {
		op.Parameters = append(op.Parameters, d.parameter(d.follow(p)))
	}
	if body := d.follow(o.at("requestBody")); body != nil {
		b := d.body(body)
		op.Body = &b
	}
	for _, m := range o.at("responses").members {
		if response, ok := m.value.(*object); ok {
			response = d.follow(response)
			op.Answers = append(op.Answers, Answer{m.key, text(response, "description"), d.body(response)})
		}
	}
	if op.Query != "" {
		answer := d.follow(o.at("responses", "200", "content", "application/json", "schema"))
		row := answer.at("properties", "rows", "items")
		op.Row, op.Columns, op.Own = refName(row), d.members(d.follow(row)), d.own(op.Parameters)
	}
	op.Curl = op.curl()
	return op
}

func (d *Document) parameter(o *object) Parameter {
	written := o.at("schema")
	s := d.follow(written)
	p := Parameter{
		Name: text(o, "name"), In: text(o, "in"), Type: d.typeOf(written), Required: o.get("required") == true,
		Description: text(o, "description"), Default: plain(s.get("default")), Example: plain(o.get("example")),
	}
	for _, v := range items(s.get("enum")) {
		p.Choices = append(p.Choices, plain(v))
	}
	return p
}

// own are the parameters that not every named query has.
func (d *Document) own(all []Parameter) []Parameter {
	shared := map[string]bool{}
	for _, p := range list(d.root.at("paths", anyQuery, "get"), "parameters") {
		shared[text(d.follow(p), "name")] = true
	}
	return slices.DeleteFunc(slices.Clone(all), func(p Parameter) bool { return shared[p.Name] })
}

// body shows the content of a request or an answer.
func (d *Document) body(o *object) Body {
	var b Body
	content := o.at("content")
	if content == nil {
		return b
	}
	for i, m := range content.members {
		b.Media = append(b.Media, m.key)
		media, _ := m.value.(*object)
		if i > 0 || media == nil {
			continue
		}
		if d.follow(media.at("schema")).get(namedQuery) != nil {
			b.Schema = anyAnswer // with the columns of the query
			continue
		}
		b.Schema = refName(media.at("schema"))
		b.Example = d.example(media)
	}
	return b
}

// follow returns what a reference stands for, or the object itself.
func (d *Document) follow(o *object) *object {
	for o != nil && o.index("$ref") >= 0 {
		path := strings.Split(strings.TrimPrefix(text(o, "$ref"), "#/"), "/")
		o = d.root.at(path...)
	}
	return o
}

// refName returns the last word of a reference, "" for what is none.
func refName(o *object) string {
	ref := text(o, "$ref")
	return ref[strings.LastIndexByte(ref, '/')+1:]
}
