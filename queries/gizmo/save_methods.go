package gizmo

import (
	"slices"
	"strings"

	"github.com/cayleygraph/quad"
)

func save(w way, optional bool) func(*call) (value, error) {
	return func(k *call) (value, error) {
		via, err := k.set(0)
		if err != nil {
			return nil, err
		}
		slots, err := k.saveTag(via)
		if err != nil {
			return nil, err
		}
		return k.path().hop(hop{ways: []way{w}, via: via, goalTags: slots, stay: true, optional: optional}), nil
	}
}

// saveTag returns the tag of a Save: its second argument, or the predicate.
func (k *call) saveTag(via *nodeSet) ([]int, error) {
	if len(k.args) > 1 {
		return k.tags(1)
	}
	if len(via.values) != 1 {
		return nil, k.refuse("a tag is wanted", `write Save(predicate, "tag")`)
	}
	return []int{k.c.slot(quad.StringOf(via.values[0]))}, nil
}

func savePredicates(w way) func(*call) (value, error) {
	return func(k *call) (value, error) {
		slots, err := k.tags(0)
		if err != nil {
			return nil, err
		}
		return k.path().hop(hop{ways: []way{w}, viaTags: slots, stay: true}), nil
	}
}

func predicates(w way) func(*call) (value, error) {
	w.to = quad.Predicate
	return func(k *call) (value, error) {
		return k.path().hop(hop{ways: []way{w}}).with(unique{}, nil), nil
	}
}

func labels(k *call) (value, error) {
	ways := []way{{quad.Subject, quad.Label}, {quad.Object, quad.Label}}
	return k.path().hop(hop{ways: ways}).with(unique{}, nil), nil
}

func labelContext(k *call) (value, error) {
	set, err := k.set(0)
	if err != nil {
		return nil, err
	}
	slots, err := k.tags(1)
	if err != nil {
		return nil, err
	}
	p := *k.path()
	p.labels, p.labelTags = set, slots
	return &p, nil
}

// back goes back to a tag, or without one to where the path starts.
func back(k *call) (value, error) {
	if len(k.args) == 0 {
		return k.path().restart(), nil
	}
	name, err := k.text(0)
	if err != nil {
		return nil, err
	}
	if slot, ok := k.c.slots[name]; ok {
		if p, ok := k.path().back(slot); ok {
			return p, nil
		}
	}
	return nil, k.refuseArg(0, "the path has no Tag(\""+name+"\") to go back to", hintTags(k))
}

// hintTags lists the tags of the path.
func hintTags(k *call) string {
	var names []string
	for _, slot := range k.path().tags {
		names = append(names, k.c.program.tags[slot])
	}
	if len(names) == 0 {
		return `write Tag("name") where the path should come back to`
	}
	slices.Sort(names)
	return "its tags are " + strings.Join(names, ", ")
}

func follow(k *call) (value, error) {
	p, err := k.other(0)
	if err != nil {
		return nil, err
	}
	return k.path().follow(p), nil
}

func followR(k *call) (value, error) {
	p, err := k.other(0)
	if err != nil {
		return nil, err
	}
	r, stuck := p.reverse()
	if stuck != nil {
		return nil, k.refuseArg(0, "the path has a step that cannot be walked backwards: "+describe(stuck), "write the way back as a path of its own and Follow it")
	}
	return k.path().follow(r), nil
}

// describe names a step that has no reverse.
func describe(s step) string {
	switch s.(type) {
	case page:
		return "Limit or Skip"
	case order:
		return "Order"
	case either:
		return "Or"
	case recursion:
		return "FollowRecursive"
	}
	return "Labels, InPredicates or OutPredicates"
}

func followRecursive(k *call) (value, error) {
	sub, err := k.recursed()
	if err != nil {
		return nil, err
	}
	depth, rest := int64(DefaultDepth), 1
	if len(k.args) > 1 {
		switch k.args[1].(type) {
		case integer, quad.Int:
			rest = 2
			if depth, err = k.number(1, -1); err != nil {
				return nil, err
			}
		}
	}
	if depth == 0 {
		depth = DefaultDepth
	}
	slots, err := k.tags(rest)
	if err != nil {
		return nil, err
	}
	p := k.path()
	steps := inContext(sub.steps, p.labels, p.labelTags)
	tags := union(union(sub.tags, slots), p.labelTags)
	return p.with(recursion{steps: steps, max: depth, depthTags: slots}, tags, sub), nil
}

// recursed returns the path to follow again and again: a path, or a predicate.
func (k *call) recursed() (*chain, error) {
	if p, ok := k.args[0].(*chain); ok {
		return p, nil
	}
	if _, none := k.args[0].(null); none {
		return nil, k.refuseArg(0, "a predicate or a path is wanted, not null", `write FollowRecursive("<skos:broader>")`)
	}
	via, err := k.set(0)
	if err != nil {
		return nil, err
	}
	p := &chain{}
	return p.hop(hop{ways: []way{out}, via: via}), nil
}
