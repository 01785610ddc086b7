package gizmo

import "slices"

// pathMethods are the methods of a path, by their name with a capital.
var pathMethods = map[string]method{
	"In":   {0, -1, `In("<rap:cites>", "tag")`, move(in)},
	"Out":  {0, -1, `Out("<rap:cites>", "tag")`, move(out)},
	"Both": {0, -1, `Both("<rap:cites>", "tag")`, move(in, out)},

	"Is":     {1, -1, `Is("<country:AZE>")`, is},
	"Has":    {1, -1, `Has("<rdf:type>", "<rap:Agreement>")`, has(out)},
	"HasR":   {1, -1, `HasR("<rap:cites>", "<country:AZE>")`, has(in)},
	"Filter": {1, -1, `Filter(gt(5), lt(10))`, filtered},

	"Tag":               {1, -1, `Tag("name")`, tagged},
	"As":                {1, -1, `As("name")`, tagged},
	"Save":              {1, 2, `Save("<rdfs:label>", "name")`, save(out, false)},
	"SaveR":             {1, 2, `SaveR("<rap:cites>", "name")`, save(in, false)},
	"SaveOpt":           {1, 2, `SaveOpt("<rdfs:label>", "name")`, save(out, true)},
	"SaveOptR":          {1, 2, `SaveOptR("<rap:cites>", "name")`, save(in, true)},
	"SaveInPredicates":  {1, 1, `SaveInPredicates("name")`, savePredicates(in)},
	"SaveOutPredicates": {1, 1, `SaveOutPredicates("name")`, savePredicates(out)},
	"LabelTag":          {1, -1, `Out("<rap:cites>").LabelTag("paragraph")`, labelTag},

	"And":        {1, 1, "And(path)", and},
	"Intersect":  {1, 1, "Intersect(path)", and},
	"Or":         {1, 1, "Or(path)", or},
	"Union":      {1, 1, "Union(path)", or},
	"Except":     {1, 1, "Except(path)", exceptFor},
	"Difference": {1, 1, "Difference(path)", exceptFor},

	"Unique": {0, 0, "Unique()", func(k *call) (value, error) { return k.path().with(unique{}, nil), nil }},
	"Skip":   {1, 1, "Skip(10)", skip},
	"Limit":  {1, 1, "Limit(10)", limit},
	"Order":  {0, -1, `Order() or Order("tag")`, sorted},
	"Back":   {0, 1, `Back("name")`, back},

	"Follow":          {1, 1, "Follow(morphism)", follow},
	"FollowR":         {1, 1, "FollowR(morphism)", followR},
	"FollowRecursive": {1, -1, `FollowRecursive("<skos:broader>", 5, "depth")`, followRecursive},

	"LabelContext":  {0, -1, `LabelContext("<para:CMW/C/SR.464#13>", "label")`, labelContext},
	"Labels":        {0, 0, "Labels()", labels},
	"InPredicates":  {0, 0, "InPredicates()", predicates(in)},
	"OutPredicates": {0, 0, "OutPredicates()", predicates(out)},

	"All":      {0, 0, "All()", all},
	"GetLimit": {1, 1, "GetLimit(10)", getLimit},
	"Count":    {0, 0, "Count()", count},
	"ToArray":  {0, 1, "ToArray(10)", array(finalIDs)},
	"TagArray": {0, 1, "TagArray(10)", array(finalRows)},
	"ToValue":  {0, 0, "ToValue()", single(finalIDs)},
	"TagValue": {0, 0, "TagValue()", single(finalRows)},
}

// hop returns p followed by h in p's label context.
func (c *chain) hop(h hop) *chain {
	h.labels, h.labelTags = c.labels, union(h.labelTags, c.labelTags)
	return c.with(h, h.slots(), h.via.within(), h.labels.within())
}

// within is the path that makes up the set, or an empty one.
func (s *nodeSet) within() *chain {
	if s == nil || s.path == nil {
		return &chain{}
	}
	return s.path
}

func move(ways ...way) func(*call) (value, error) {
	return func(k *call) (value, error) {
		via, err := k.set(0)
		if err != nil {
			return nil, err
		}
		tags, err := k.tags(1)
		if err != nil {
			return nil, err
		}
		return k.path().hop(hop{ways: ways, via: via, viaTags: tags}), nil
	}
}

func is(k *call) (value, error) {
	values, err := k.values(0)
	if err != nil {
		return nil, err
	}
	return k.path().with(nodes{&nodeSet{values: values}}, nil), nil
}

func has(w way) func(*call) (value, error) {
	return func(k *call) (value, error) {
		via, err := k.set(0)
		if err != nil {
			return nil, err
		}
		h := hop{ways: []way{w}, via: via, stay: true}
		if h.sieve, err = k.filters(1); err != nil {
			return nil, err
		}
		if len(h.sieve) == 0 && len(k.args) > 1 {
			values, err := k.values(1)
			if err != nil {
				return nil, err
			}
			h.goals = &nodeSet{values: values}
		}
		return k.path().hop(h), nil
	}
}

// filters returns the arguments from i on if the first of them is a filter; then
// all must be.
func (k *call) filters(i int) (sieve, error) {
	var out sieve
	for j := i; j < len(k.args); j++ {
		for _, v := range flat(k.args[j]) {
			f, ok := v.(filter)
			if !ok && len(out) == 0 {
				return nil, nil
			}
			if !ok {
				return nil, k.refuseArg(j, "filters and nodes cannot be mixed", "write a second "+k.name)
			}
			out = append(out, f)
		}
	}
	return out, nil
}

func filtered(k *call) (value, error) {
	s, err := k.filters(0)
	if err != nil {
		return nil, err
	}
	if len(s) == 0 {
		return nil, k.refuseArg(0, "a filter is wanted, not "+kindOf(k.args[0]), `write lt(…), lte(…), gt(…), gte(…), regex("…") or like("…")`)
	}
	return k.path().with(s, nil), nil
}

func tagged(k *call) (value, error) {
	slots, err := k.tags(0)
	if err != nil {
		return nil, err
	}
	return k.path().with(tag{slots}, slots), nil
}

// labelTag names the label of the quad that the step before went along.
func labelTag(k *call) (value, error) {
	slots, err := k.tags(0)
	if err != nil {
		return nil, err
	}
	p := *k.path()
	last := len(p.steps) - 1
	if last >= 0 {
		if h, ok := p.steps[last].(hop); ok {
			h.labelTags = union(h.labelTags, slots)
			p.steps = slices.Clone(p.steps)
			p.steps[last] = h
			p.tags = union(p.tags, slots)
			return &p, nil
		}
	}
	return nil, k.refuse("the step before goes along no quad, so there is no label", "write it right after In, Out, Both, Has or Save")
}

func and(k *call) (value, error) {
	p, err := k.other(0)
	if err != nil {
		return nil, err
	}
	if p.stays() { // a condition on the node: no need to look for all that fulfil it
		unbound := *p
		unbound.steps = inContext(p.steps, &nodeSet{any: true}, nil)
		return k.path().follow(&unbound), nil
	}
	return k.path().with(join{p}, p.tags, p), nil
}

func or(k *call) (value, error) {
	p, err := k.other(0)
	if err != nil {
		return nil, err
	}
	return k.path().with(either{p}, p.tags, p), nil
}

func exceptFor(k *call) (value, error) {
	p, err := k.other(0)
	if err != nil {
		return nil, err
	}
	return k.path().with(except{p}, nil, p), nil
}

func skip(k *call) (value, error) {
	n, err := k.number(0, 0)
	if err != nil {
		return nil, err
	}
	return k.path().with(page{skip: n}, nil), nil
}

func limit(k *call) (value, error) {
	n, err := k.number(0, 1)
	if err != nil {
		return nil, err
	}
	return k.path().with(page{limit: n}, nil), nil
}

func sorted(k *call) (value, error) {
	slots, err := k.tags(0)
	if err != nil {
		return nil, err
	}
	for i, s := range slots {
		if !slices.Contains(k.path().tags, s) {
			return nil, k.refuseArg(min(i, len(k.args)-1), "no step before has the tag "+k.c.program.tags[s], hintTags(k))
		}
	}
	return k.path().with(order{slots}, nil), nil
}
