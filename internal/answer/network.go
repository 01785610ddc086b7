package answer

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"rapporteur/schema"
)

// A Network is the neighbourhood of an entity, to be drawn: nodes and the links
// between all of them.
type Network struct {
	Center    string      `json:"center"` // id of a node
	Depth     int         `json:"depth"`
	Nodes     []Node      `json:"nodes"`   // the centre, then by distance and weight
	Links     []Link      `json:"links"`   // the heaviest first
	Records   []RecordRef `json:"records"` // that the passages of the links stand in, by symbol
	Truncated bool        `json:"truncated"`
	LeftOut   LeftOut     `json:"left_out"`
}

// A Node is an entity of a network.
type Node struct {
	ID       string       `json:"id"`
	Label    string       `json:"label"`
	Type     schema.Class `json:"type"`
	Distance int          `json:"distance"` // links from the centre
}

// LeftOut says what a truncated network lacks.
type LeftOut struct {
	Nodes int  `json:"nodes"` // neighbours beyond the limit
	Links int  `json:"links"`
	Rows  bool `json:"rows"` // the store had more to say than the limits allow
}

// A View says how much of a neighbourhood to show.
type View struct {
	Depth int            // links from the centre, from 1
	Limit int            // most nodes, from 1
	Types []schema.Class // of the nodes beside the centre; none is all
}

// linksPerNode limits links, of which a few hundred are all that can be drawn.
const linksPerNode = 20

// Network returns the neighbourhood of an entity, which the names know.
func (r Reader) Network(ctx context.Context, center string, v View) (*Network, error) {
	n := &Network{Center: center, Depth: v.Depth}
	found := newWeave()
	distance := map[string]int{center: 0}
	missed := map[string]bool{}
	edge := []string{center}
	// One turn more than the depth finds the links among the outermost nodes.
	for turn := 1; turn <= v.Depth+1 && len(edge) > 0; turn++ {
		programs := linking
		if turn == 1 && r.isRecord(center) {
			programs = append(slices.Clone(linking), "record-names.js")
		}
		cut, err := r.linksOf(ctx, found, edge, programs)
		if err != nil {
			return nil, fmt.Errorf("neighbourhood of %s: %w", center, err)
		}
		n.LeftOut.Rows = n.LeftOut.Rows || cut
		if turn > v.Depth {
			break
		}
		edge = edge[:0:0]
		for _, id := range r.neighbours(found, distance, v.Types) {
			if len(distance) >= v.Limit {
				missed[id] = true
				continue
			}
			distance[id] = turn
			edge = append(edge, id)
			n.Nodes = append(n.Nodes, r.node(id, turn))
		}
	}
	n.Nodes = slices.Insert(n.Nodes, 0, r.node(center, 0))
	n.Links = found.among(distance)
	if most := linksPerNode * len(n.Nodes); len(n.Links) > most {
		n.LeftOut.Links = len(n.Links) - most
		n.Links = n.Links[:most]
	}
	n.LeftOut.Nodes = len(missed)
	records, cut, err := r.recordRefs(ctx, slices.Values(n.Links))
	if err != nil {
		return nil, fmt.Errorf("neighbourhood of %s: %w", center, err)
	}
	n.Records, n.LeftOut.Rows = records, n.LeftOut.Rows || cut
	n.Truncated = n.LeftOut != LeftOut{}
	return n, nil
}

func (r Reader) isRecord(id string) bool {
	class, _ := r.Schema.ClassOf(id)
	return class == schema.ClassSummaryRecord
}

func (r Reader) node(id string, distance int) Node {
	class, _ := r.Schema.ClassOf(id)
	return Node{ID: id, Label: r.Names.Label(id), Type: class, Distance: distance}
}

// neighbours returns what is linked with a node but is none yet: what facts link
// before what is only named together, then by weight.
func (r Reader) neighbours(w *weave, nodes map[string]int, types []schema.Class) []string {
	weight := map[string][2]int{}
	consider := func(from, to string, l *strand) {
		_, inside := nodes[from]
		_, known := nodes[to]
		if !inside || known || !r.wanted(to, types) {
			return
		}
		sum := weight[to]
		if l.fact {
			sum[0]++
		}
		sum[1] += max(len(l.stated), 1)
		weight[to] = sum
	}
	for k, l := range w.strands {
		consider(k.source, k.target, l)
		consider(k.target, k.source, l)
	}
	ids := make([]string, 0, len(weight))
	for id := range weight {
		ids = append(ids, id)
	}
	slices.SortFunc(ids, func(a, b string) int {
		x, y := weight[a], weight[b]
		return cmp.Or(cmp.Compare(y[0], x[0]), cmp.Compare(y[1], x[1]), strings.Compare(a, b))
	})
	return ids
}

func (r Reader) wanted(id string, types []schema.Class) bool {
	class, ok := r.Schema.ClassOf(id)
	return ok && (len(types) == 0 || slices.ContainsFunc(types, func(t schema.Class) bool { return r.Schema.Is(class, t) }))
}
