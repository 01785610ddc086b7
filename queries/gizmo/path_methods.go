package gizmo

import "slices"

// pathMethods are the methods of a path, by their name with a capital.
var pathMethods = map[string]method{
	"In":   {0, -1, `In() or In("<rap:cites>") or In("<rap:cites>", "tag")`, "Goes against facts, from what they lead to, along all predicates or some; a tag names the predicate.", move(in)},
	"Out":  {0, -1, `Out() or Out("<rap:cites>") or Out("<rap:cites>", "tag")`, "Goes along facts to what they lead to, along all predicates or some; a tag names the predicate.", move(out)},
	"Both": {0, -1, `Both() or Both("<rap:cites>") or Both("<rap:cites>", "tag")`, "Goes along facts and against them, along all predicates or some; a tag names the predicate.", move(in, out)},

	"Is":     {1, -1, `Is("<country:AZE>")`, "Keeps the rows that are at one of these nodes.", is},
	"Has":    {1, -1, `Has("<rdf:type>", "<rap:Agreement>") or Has("<rap:cites>")`, "Keeps the nodes with such a fact, whatever it leads to, to one of these values, or to what a filter passes.", has(out)},
	"HasR":   {1, -1, `HasR("<rap:cites>", "<country:AZE>")`, "Keeps the nodes to which such a fact leads, wherever it begins, at one of these nodes, or at what a filter passes.", has(in)},
	"Filter": {1, -1, `Filter(gt(5), lt(10))`, "Keeps the values that all filters pass.", filtered},

	"Tag":               {1, -1, `Tag("name")`, "Puts the node that a row is at into a column, and marks where Back comes back to.", tagged},
	"As":                {1, -1, `As("name")`, "The same as Tag.", tagged},
	"Save":              {1, 2, `Save("<rdfs:label>", "name")`, "Puts what such a fact leads to into a column without going there; nodes without one are dropped.", save(out, false)},
	"SaveR":             {1, 2, `SaveR("<rap:cites>", "name")`, "Puts where such a fact begins into a column without going there; nodes without one are dropped.", save(in, false)},
	"SaveOpt":           {1, 2, `SaveOpt("<rdfs:label>", "name")`, "As Save, but nodes without such a fact stay.", save(out, true)},
	"SaveOptR":          {1, 2, `SaveOptR("<rap:cites>", "name")`, "As SaveR, but nodes without such a fact stay.", save(in, true)},
	"SaveInPredicates":  {1, 1, `SaveInPredicates("name")`, "Puts the predicates of facts that lead to the node into a column.", savePredicates(in)},
	"SaveOutPredicates": {1, 1, `SaveOutPredicates("name")`, "Puts the predicates of facts that begin at the node into a column.", savePredicates(out)},
	"LabelTag":          {1, -1, `LabelTag("paragraph")`, "Puts what states the fact of the step right before, most often a paragraph, into a column.", labelTag},

	"And":        {1, 1, "And(path)", "Keeps the nodes that the other path ends at as well.", and},
	"Intersect":  {1, 1, "Intersect(path)", "The same as And.", and},
	"Or":         {1, 1, "Or(path)", "Adds the rows of the other path.", or},
	"Union":      {1, 1, "Union(path)", "The same as Or.", or},
	"Except":     {1, 1, "Except(path)", "Drops the nodes that the other path ends at.", exceptFor},
	"Difference": {1, 1, "Difference(path)", "The same as Except.", exceptFor},

	"Unique": {0, 0, "Unique()", "Keeps the first row of each node and drops the others with their tags.", func(k *call) (value, error) { return k.path().with(unique{}, nil), nil }},
	"Skip":   {1, 1, "Skip(10)", "Leaves out so many of the first rows.", skip},
	"Limit":  {1, 1, "Limit(10)", "Keeps so many rows at most.", limit},
	"Order":  {0, -1, `Order() or Order("tag")`, "Sorts by value, numbers by size and ids with the numbers in them by size, or by the tags that it is given.", sorted},
	"Back":   {0, 1, `Back("name") or Back()`, "Goes back to where a tag was given, or to where the path began, with the rows that have come so far.", back},

	"Follow":          {1, 1, "Follow(morphism)", "Goes on along a path that was begun by M.", follow},
	"FollowR":         {1, 1, "FollowR(morphism)", "Goes along such a path from its end to its beginning.", followR},
	"FollowRecursive": {1, -1, `FollowRecursive("<skos:broader>") or FollowRecursive("<skos:broader>", 5, "depth")`, "Goes along a predicate or a path again and again, 50 times at most or as often as it is told; a tag names how often.", followRecursive},

	"LabelContext":  {0, -1, `LabelContext("<para:CMW/C/SR.464#13>") or LabelContext(null, "label")`, "Lets all steps after it take only facts that these paragraphs state, with null any; a tag names the paragraph.", labelContext},
	"Labels":        {0, 0, "Labels()", "Goes to what states facts about the node, most often paragraphs.", labels},
	"InPredicates":  {0, 0, "InPredicates()", "Goes to the predicates of facts that lead to the node.", predicates(in)},
	"OutPredicates": {0, 0, "OutPredicates()", "Goes to the predicates of facts that begin at the node.", predicates(out)},

	"All":      {0, 0, "All()", "Gives all rows.", all},
	"GetLimit": {1, 1, "GetLimit(10)", "Gives so many rows at most.", getLimit},
	"Count":    {0, 0, "Count()", "Gives the number of rows.", count},
	"ToArray":  {0, 1, "ToArray() or ToArray(10)", "Gives the nodes that rows are at, without tags, all or so many at most.", array(finalIDs)},
	"TagArray": {0, 1, "TagArray() or TagArray(10)", "Gives the rows with all tags, all or so many at most.", array(finalRows)},
	"ToValue":  {0, 0, "ToValue()", "Gives the node that the first row is at, without tags.", single(finalIDs)},
	"TagValue": {0, 0, "TagValue()", "Gives the first row with all tags.", single(finalRows)},
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
