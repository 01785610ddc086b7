package openapi

import (
	"slices"
	"strings"
)

// A Reference is the document as a page shows it to people.
type Reference struct {
	Title, Version, Summary, Description string
	Groups                               []Group // by tag, in the order of the document
	Schemas                              []Schema
}

// A Group is the operations of a tag.
type Group struct {
	Tag, Description string
	Operations       []Operation // but for those of named queries
	Queries          []Operation
}

// An Operation is a method at an address.
type Operation struct {
	ID, Method, Path     string
	Summary, Description string
	Query                string // name of a named query, else ""
	Admin                bool   // the admin token is needed
	Parameters           []Parameter
	Own                  []Parameter // of a named query: those that others lack
	Body                 *Body       // nil where none is taken
	Answers              []Answer
	Row                  string   // name of the schema of a row, of a named query
	Columns              []Member // of a named query
	Curl                 string   // a request for a shell
}

// A Parameter is a parameter of an operation.
type Parameter struct {
	Name, In, Type string
	Required       bool
	Description    string
	Default        string
	Choices        []string
	Example        string
}

// A Body is what a request sends or an answer holds.
type Body struct {
	Media   []string
	Schema  string // name of a schema, else ""
	Example string // "" where there is none
}

// An Answer is an answer of a status.
type Answer struct {
	Status, Description string
	Body
}

// Problem reports whether the answer says that something is wrong.
func (a Answer) Problem() bool { return a.Status >= "4" }

// Reference returns the view of the document for people.
func (d *Document) Reference() *Reference {
	info := d.root.at("info")
	r := &Reference{
		Title: text(info, "title"), Version: text(info, "version"),
		Summary: text(info, "summary"), Description: text(info, "description"),
	}
	for _, tag := range list(d.root, "tags") {
		r.Groups = append(r.Groups, Group{Tag: text(tag, "name"), Description: text(tag, "description")})
	}
	for _, path := range d.root.at("paths").members {
		for _, m := range path.value.(*object).members {
			if op, ok := m.value.(*object); ok && op.at("responses") != nil {
				r.add(op, d.operation(path.key, m.key, op))
			}
		}
	}
	r.Groups = slices.DeleteFunc(r.Groups, func(g Group) bool { return len(g.Operations)+len(g.Queries) == 0 })
	r.Schemas = d.schemas()
	return r
}

// add puts an operation under its tag.
func (r *Reference) add(from *object, op Operation) {
	tag := "other"
	if tags, _ := from.get("tags").([]any); len(tags) > 0 {
		tag, _ = tags[0].(string)
	}
	i := slices.IndexFunc(r.Groups, func(g Group) bool { return g.Tag == tag })
	if i < 0 {
		i = len(r.Groups)
		r.Groups = append(r.Groups, Group{Tag: tag})
	}
	g := &r.Groups[i]
	if op.Query != "" {
		g.Queries = append(g.Queries, op)
	} else {
		g.Operations = append(g.Operations, op)
	}
}

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
		op.Row = rowOf(op.Query)
		op.Columns = d.members(d.root.at("components", "schemas", op.Row))
		op.Own = d.own(op.Parameters)
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
