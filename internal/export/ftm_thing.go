package export

import (
	"strings"

	"rapporteur/graph"
	"rapporteur/schema"
)

// thing writes a thing that FollowTheMoney has a schema for.
func (o ftmWriter) thing(n node) error {
	e := ftmEntity{ftmID(string(n.ID)), ftmSchema(n.Class, n.Kind), map[string][]string{}}
	if e.Schema == "" {
		return nil
	}
	e.set("name", n.Label)
	steps := []func(ftmEntity, node) error{o.names, o.states}
	switch e.Schema {
	case "Person":
		steps = append(steps, o.person)
	case "Document":
		steps = append(steps, o.document)
	case "Event":
		steps = append(steps, o.event)
	default:
		e.set("classification", n.Kind)
	}
	for _, step := range steps {
		if err := step(e, n); err != nil {
			return err
		}
	}
	return o.write(e)
}

// names adds other names.
func (o ftmWriter) names(e ftmEntity, n node) error {
	return o.copy(e, "alias", n.ID, schema.AltLabel)
}

// copy sets a property to what the graph states by one of its own.
func (o ftmWriter) copy(e ftmEntity, property string, thing graph.ID, from schema.Property) error {
	found, err := o.part.values(thing, from)
	e.set(property, found...)
	return err
}

// states adds the States that a thing belongs to, of an agreement the parties.
func (o ftmWriter) states(e ftmEntity, n node) error {
	for _, by := range []schema.Property{schema.OfCountry, schema.DelegateOf, schema.Party} {
		found, err := o.part.values(n.ID, by)
		if err != nil {
			return err
		}
		for _, state := range found {
			code, err := o.countryCode(graph.ID(state))
			if err != nil {
				return err
			}
			e.set("country", code)
		}
	}
	return nil
}

// countryCode returns the code that FollowTheMoney has for a State: ISO 3166-1
// alpha-2 in small letters, "" where the lexicon has none.
func (o ftmWriter) countryCode(state graph.ID) (string, error) {
	if state.Prefix() != "country" {
		return "", nil
	}
	codes, err := o.part.values(state, schema.Notation)
	for _, code := range codes {
		if alpha2, ok := strings.CutPrefix(code, "iso2="); ok {
			return strings.ToLower(alpha2), nil
		}
	}
	return "", err
}

func (o ftmWriter) person(e ftmEntity, n node) error {
	return o.copy(e, "title", n.ID, schema.Honorific)
}

func (o ftmWriter) document(e ftmEntity, n node) error {
	e.set("title", n.Label)
	def, _ := o.part.schema.Class(n.Class)
	e.set("keywords", def.Label, n.Kind)
	for _, c := range []struct {
		property string
		from     schema.Property
	}{{"date", schema.Date}, {"publishedAt", schema.Issued}, {"sourceUrl", schema.SourceURL}, {"fileName", schema.Source}, {"retrievedAt", schema.Retrieved}} {
		if err := o.copy(e, c.property, n.ID, c.from); err != nil {
			return err
		}
	}
	return nil
}

func (o ftmWriter) event(e ftmEntity, n node) error {
	e.set("date", n.Dates...)
	if err := o.copy(e, "location", n.ID, schema.Location); err != nil {
		return err
	}
	for _, c := range []struct {
		property string
		from     schema.Property
	}{{"organizer", schema.Organizer}, {"involved", schema.Chaired}} {
		found, err := o.part.values(n.ID, c.from)
		if err != nil {
			return err
		}
		for _, other := range found {
			e.set(c.property, ftmID(other))
		}
	}
	return nil
}
