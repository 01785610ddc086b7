package queries

import (
	"strings"

	"github.com/cayleygraph/quad"

	"rapporteur/schema"
)

// wanted are the classes of what an entity or a record may be; none is any.
func (p Parameter) wanted() []schema.Class {
	if p.Type == RecordParameter {
		return []schema.Class{schema.ClassSummaryRecord}
	}
	return p.Classes
}

// values is value for a parameter that may take several. A name with commas in it is one.
func (p Parameter) values(names Names, text string) (any, error) {
	one, err := p.value(names, text)
	if !p.Many || err == nil || !strings.Contains(text, ",") {
		return one, err
	}
	var all []quad.Value
	for part := range strings.SplitSeq(text, ",") {
		if part = strings.TrimSpace(part); part == "" {
			continue
		}
		v, err := p.value(names, part)
		if err != nil {
			return nil, err
		}
		all = append(all, v.(quad.IRI))
	}
	if len(all) == 0 {
		return nil, err
	}
	return all, nil
}

// iris returns ids as a program takes them.
func iris(ids []string) []quad.Value {
	values := make([]quad.Value, len(ids))
	for i, id := range ids {
		values[i] = quad.IRI(id)
	}
	return values
}
