package openapi

import "slices"

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
		item, _ := path.value.(*object)
		for _, m := range members(item) {
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
