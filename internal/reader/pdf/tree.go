package pdf

import "fmt"

// A leaf is a page with what it inherits.
type leaf struct {
	dict      dict
	resources dict
	rotate    int // degrees clockwise
}

// pages goes through the tree of pages; a node that is met twice is left out
// the second time.
func (f *file) pages() ([]leaf, error) {
	t := &tree{file: f, seen: make(map[ref]bool)}
	if err := t.walk(f.root["Pages"], leaf{}, 0); err != nil {
		return nil, err
	}
	if len(t.leaves) == 0 {
		return nil, fmt.Errorf("%w: it has no pages", ErrDamaged)
	}
	return t.leaves, nil
}

type tree struct {
	file   *file
	seen   map[ref]bool
	leaves []leaf
}

func (t *tree) walk(v any, above leaf, depth int) error {
	if r, ok := v.(ref); ok {
		if t.seen[r] {
			return nil
		}
		t.seen[r] = true
	}
	d := t.file.dict(v)
	if d == nil || depth > maxNesting {
		return nil
	}
	if r := t.file.dict(d["Resources"]); r != nil {
		above.resources = r
	}
	if _, ok := d["Rotate"]; ok {
		above.rotate = t.file.int(d["Rotate"])
	}
	kids, isNode := t.file.resolve(d["Kids"]).(array)
	if !isNode {
		above.dict = d
		t.leaves = append(t.leaves, above)
		if len(t.leaves) > t.file.most.pages {
			return tooLarge("pages", t.file.most.pages)
		}
		return nil
	}
	for _, kid := range kids {
		if err := t.walk(kid, above, depth+1); err != nil {
			return err
		}
	}
	return nil
}
