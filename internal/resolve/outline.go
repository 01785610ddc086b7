package resolve

import "rapporteur/internal/record"

// An outline says which headings stand above which.
type outline struct {
	above []int // by section the section above it, -1 for none
	item  []int // by section the item of the agenda that it belongs to
}

// deepest bounds how many headings above a section are looked at.
const deepest = 16

func newOutline(sections []record.Section) outline {
	o := outline{above: make([]int, len(sections)), item: make([]int, len(sections))}
	var open []int // sections that the next may stand under, from the item down
	for i, s := range sections {
		for len(open) > 0 && sections[open[len(open)-1]].Level >= s.Level {
			open = open[:len(open)-1]
		}
		o.above[i], o.item[i] = -1, i
		if len(open) > 0 {
			o.above[i], o.item[i] = open[len(open)-1], open[0]
		}
		open = append(open, i)
	}
	return o
}

// headings are the heading of a section and those above it, from the nearest to
// the item of the agenda.
func (o outline) headings(section int) []int {
	var out []int
	for s := section; s >= 0 && s < len(o.above) && len(out) < deepest; s = o.above[s] {
		out = append(out, s)
	}
	return out
}

// itemOf is the section that is the item of the agenda to which one belongs, -1
// for none.
func (o outline) itemOf(section int) int {
	if section < 0 || section >= len(o.item) {
		return -1
	}
	return o.item[section]
}
