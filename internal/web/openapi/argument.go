package openapi

import (
	"slices"
	"strings"

	"rapporteur/queries"
	"rapporteur/schema"
)

// What stands for an argument in examples. All of it is in the sample records of the
// project, so that the examples have answers there.
const (
	sampleRecord    = "CMW/C/SR.464"
	sampleParagraph = "CMW/C/SR.464, para. 19"
	sampleEntity    = "Azerbaijan" // where a country, or anything, may be named
)

// sampleArguments are by the first class that a parameter takes; where it takes a country,
// that is the example.
var sampleArguments = map[schema.Class]string{
	schema.ClassInstitution: "State Migration Service",
	schema.ClassAgreement:   "ICRMW",
	schema.ClassTopic:       "topic:migrant-workers",
	schema.ClassBody:        "CMW",
	schema.ClassPerson:      "person:AZE/huseynov",
}

// sampleArgument returns an argument for a parameter, "" where none comes to mind.
func sampleArgument(p queries.Parameter) string {
	switch {
	case p.Type == queries.RecordParameter:
		return sampleRecord
	case p.Type == queries.ParagraphParameter:
		return sampleParagraph
	case p.Type != queries.EntityParameter:
		return ""
	case len(p.Classes) == 0 || slices.Contains(p.Classes, schema.ClassCountry):
		return sampleEntity
	}
	return sampleArguments[p.Classes[0]]
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
	o.set("description", p.Help+hint(p)+several(p))
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

// several says that there may be more than one.
func several(p queries.Parameter) string {
	if !p.Many {
		return ""
	}
	return " Several are parted by commas."
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
