package web

import (
	"net/url"
	"slices"

	"rapporteur/internal/answer"
	"rapporteur/queries"
	"rapporteur/schema"
)

// An example is a question that has an answer.
type example struct {
	Query     string                `json:"query"`
	Question  string                `json:"question"`
	Arguments map[string]answer.Ref `json:"arguments"` // by parameter
	Href      string                `json:"href"`      // of the answer
}

// exampleOf fills the placeholders of a query from ids, the best first; each further
// try takes the next for the last of them. It is nil where there is none.
func exampleOf(reader answer.Reader, q *queries.Query, ids []string, try int) *example {
	e := &example{Query: q.Name, Arguments: map[string]answer.Ref{}}
	labels := map[string]string{}
	all := q.Placeholders()
	if len(all) == 0 && try > 0 {
		return nil
	}
	for i, p := range all {
		skip := 0
		if i == len(all)-1 {
			skip = try
		}
		id := fitting(reader, p, ids, skip)
		if id == "" {
			return nil
		}
		labels[p.Name] = reader.Names.Label(id)
		e.Arguments[p.Name] = answer.Ref{ID: id, Label: labels[p.Name]}
	}
	e.Question = q.Question(labels)
	e.Href = apiPath("queries", q.Name)
	if len(all) > 0 {
		e.Href += "?" + e.asked().Encode()
	}
	return e
}

// fitting returns the id that a parameter takes after so many others, "" for none. What
// is of its class goes before what is of a narrower one: an institution before a body.
func fitting(reader answer.Reader, p queries.Parameter, ids []string, skip int) string {
	wanted := p.Classes
	if p.Type == queries.RecordParameter {
		wanted = []schema.Class{schema.ClassSummaryRecord}
	}
	var fit, narrower []string
	for _, id := range ids {
		class := reader.Names.Class(id)
		switch {
		case class == "":
		case len(wanted) == 0 || slices.Contains(wanted, class):
			fit = append(fit, id)
		case slices.ContainsFunc(wanted, func(w schema.Class) bool { return reader.Schema.Is(class, w) }):
			narrower = append(narrower, id)
		}
	}
	if fit = append(fit, narrower...); skip < len(fit) {
		return fit[skip]
	}
	return ""
}

// ids are the arguments of an example as a query takes them.
func (e *example) ids() form {
	f := form{}
	for name, a := range e.Arguments {
		f[name] = a.ID
	}
	return f
}

// asked are they as the query of a URL has them.
func (e *example) asked() url.Values {
	values := url.Values{}
	for name, id := range e.ids() {
		values.Set(name, id)
	}
	return values
}
