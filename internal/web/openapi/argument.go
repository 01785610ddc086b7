package openapi

import (
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

// sampleArguments are by the first class that a parameter takes.
var sampleArguments = map[schema.Class]string{
	schema.ClassCountry:     sampleEntity,
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
	case len(p.Classes) == 0:
		return sampleEntity
	}
	return sampleArguments[p.Classes[0]]
}
