package drive_test

import (
	"fmt"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// large returns a server of two States with as many institutions as make a network of
// this size, which cooperate with their State and with each other, or are named together.
func large(t testing.TB, nodes, links int) *server {
	t.Helper()
	needBrowser(t)
	store := filepath.Join(t.TempDir(), "store")
	file := filepath.Join(t.TempDir(), "network.nq")
	keep(t, file, []byte(largeNetwork(nodes, links)))
	if out, err := exec.Command(driven.program, "import", "--store", store, file).CombinedOutput(); err != nil {
		t.Fatalf("importing the network: %v\n%s", err, out)
	}
	return serve(t, "--store", store)
}

// bothStates is the network of what large returns.
const bothStates = "/network?neighbours=300&center=country:AZE+country:CPV"

func largeNetwork(nodes, links int) string {
	g := &quads{symbol: "CMW/C/SR.900"}
	g.header("2024-04-02")
	states := []string{"country:AZE", "country:CPV"}
	var institutions [2][]string
	for s, state := range states {
		g.entity(state, "https://schema.org/Country", "State "+state[len("country:"):])
		for i := range nodes/2 - 1 {
			id := fmt.Sprintf("institution:%s/office-%d", state[len("country:"):], i)
			g.entity(id, "http://www.w3.org/ns/org#Organization", fmt.Sprintf("Office number %d of the State", i))
			institutions[s] = append(institutions[s], id)
			g.link(state, id)
		}
	}
	for i := 0; g.links < links; i++ {
		all := institutions[i%2]
		step := 1 + i/2/len(all) // each turn links those that are farther apart
		from, to := all[i/2%len(all)], all[(i/2+step)%len(all)]
		if i%4 < 2 {
			g.link(from, to)
		} else {
			g.together(from, to)
		}
	}
	return g.String()
}

// quads are the N-Quads of a record.
type quads struct {
	strings.Builder
	symbol           string
	paragraph, links int
}

func (g *quads) quad(subject, predicate, object, label string) {
	fmt.Fprintf(g, "<urn:rapporteur:%s> <%s> %s <urn:rapporteur:%s> .\n", subject, predicate, object, label)
}

func iri(id string) string { return "<urn:rapporteur:" + id + ">" }

const (
	rdfType   = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
	rdfsLabel = "http://www.w3.org/2000/01/rdf-schema#label"
	partOf    = "http://purl.org/dc/terms/isPartOf"
	dcDate    = "http://purl.org/dc/terms/date"
	mentions  = "https://schema.org/mentions"
	position  = "https://schema.org/position"
	xsdInt    = "^^<http://www.w3.org/2001/XMLSchema#integer>"
	rap       = "urn:rapporteur:ns:"
)

func (g *quads) header(date string) {
	record := "record:" + g.symbol
	g.quad(record, rdfType, iri("ns:SummaryRecord"), record)
	g.quad(record, rdfsLabel, `"`+g.symbol+`"`, record)
	g.quad(record, "http://purl.org/dc/terms/identifier", `"`+g.symbol+`"`, record)
	g.quad(record, dcDate, `"`+date+`"`, record)
	g.quad(record, rap+"ofBody", iri("body:CMW"), record)
}

func (g *quads) entity(id, class, name string) {
	record := "record:" + g.symbol
	g.quad(id, rdfType, "<"+class+">", record)
	g.quad(id, rdfsLabel, `"`+name+`"`, record)
}

// next begins a paragraph and returns its id.
func (g *quads) next() string {
	g.paragraph++
	id := fmt.Sprintf("para:%s#%d", g.symbol, g.paragraph)
	record := "record:" + g.symbol
	g.quad(id, rdfType, iri("ns:Paragraph"), record)
	g.quad(id, partOf, iri(record), record)
	g.quad(id, position, fmt.Sprintf(`"%d"%s`, g.paragraph, xsdInt), record)
	g.quad(id, "https://schema.org/text", `"Two offices work together."`, id)
	return id
}

func (g *quads) link(from, to string) {
	g.quad(from, rap+"cooperatesWith", iri(to), g.next())
	g.links++
}

func (g *quads) together(from, to string) {
	id := g.next()
	g.quad(id, mentions, iri(from), id)
	g.quad(id, mentions, iri(to), id)
	g.links++
}
