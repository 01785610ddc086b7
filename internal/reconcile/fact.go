package reconcile

import (
	"context"
	"fmt"
	"slices"

	"github.com/cayleygraph/quad"

	"rapporteur/queries/gizmo"
)

// What reads properties of entities with the paragraph that states each: as they
// are, and backwards.
const (
	forwardFacts  = `g.V(entities).Tag("entity").Out(properties, "property").LabelTag("stated_in").Tag("value").All()`
	backwardFacts = `g.V(entities).Tag("entity").In(properties, "property").LabelTag("stated_in").Tag("value").All()`
)

// A fact is a value of a property, and the ids of what states it.
type fact struct {
	value    quad.Value
	statedIn []string
}

// facts are values by entity and id of property, each value once.
type facts map[string]map[string][]fact

// facts reads properties of entities. [ErrBatch] says that there are more values
// than are read at once.
func (s Service) facts(ctx context.Context, entities []string, properties []Property) (facts, error) {
	all := facts{}
	if len(entities) == 0 {
		return all, nil
	}
	for _, side := range []struct {
		program  string
		backward bool
	}{{forwardFacts, false}, {backwardFacts, true}} {
		var wanted []quad.Value
		for _, p := range properties {
			if v := quad.Value(quad.IRI(p.iri)); p.backward == side.backward && !slices.Contains(wanted, v) {
				wanted = append(wanted, v)
			}
		}
		if len(wanted) == 0 {
			continue
		}
		rows, err := s.run(ctx, side.program, map[string]any{"entities": iris(entities), "properties": wanted})
		if err != nil {
			return nil, err
		}
		s.add(all, rows, side.backward)
	}
	return all, nil
}

// add adds the facts of rows. Backwards only things count, as paragraphs cite too.
func (s Service) add(all facts, rows []gizmo.Row, backward bool) {
	for _, row := range rows {
		id, property := iri(row["entity"]), iri(row["property"])
		if backward {
			if class, ok := s.Schema.ClassOf(iri(row["value"])); !ok || !isThing(class) {
				continue
			}
			property = backwards + property
		}
		if all[id] == nil {
			all[id] = map[string][]fact{}
		}
		list := all[id][property]
		at := slices.IndexFunc(list, func(f fact) bool { return f.value == row["value"] })
		if at < 0 {
			at = len(list)
			list = append(list, fact{value: row["value"]})
		}
		if where := iri(row["stated_in"]); where != "" && !slices.Contains(list[at].statedIn, where) {
			list[at].statedIn = append(list[at].statedIn, where)
		}
		all[id][property] = list
	}
}

// run answers a program whole.
func (s Service) run(ctx context.Context, program string, params map[string]any) ([]gizmo.Row, error) {
	p, err := gizmo.Compile(program, params)
	if err != nil {
		return nil, fmt.Errorf("reading facts: %w", err)
	}
	result, err := s.Store.Run(ctx, p, s.Limits)
	if err != nil {
		return nil, fmt.Errorf("reading facts: %w", err)
	}
	if result.Truncated {
		return nil, fmt.Errorf("%w: the answer would have more values than are read for one", ErrBatch)
	}
	return result.Rows, nil
}

// iri returns the id that a value is, "" for any other.
func iri(v quad.Value) string {
	id, _ := v.(quad.IRI)
	return string(id)
}

// iris returns ids as a parameter of a program.
func iris(ids []string) []quad.Value {
	values := make([]quad.Value, len(ids))
	for i, id := range ids {
		values[i] = quad.IRI(id)
	}
	return values
}
