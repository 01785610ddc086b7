package drive_test

import (
	"fmt"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
)

// The network that is panned.
const (
	benchNodes = 500
	benchLinks = 2000
	panning    = 5 * time.Second
)

// BenchmarkPanning drags a network of 500 entities and 2,000 links by the mouse for
// some seconds, and reports how long its frames took.
func BenchmarkPanning(b *testing.B) {
	needBrowser(b)
	store := filepath.Join(b.TempDir(), "store")
	file := filepath.Join(b.TempDir(), "network.nq")
	if err := os.WriteFile(file, []byte(largeNetwork()), 0o600); err != nil {
		b.Fatal(err)
	}
	if out, err := exec.Command(driven.program, "import", "--store", store, file).CombinedOutput(); err != nil {
		b.Fatalf("importing the network: %v\n%s", err, out)
	}
	p := visit(b, serve(b, "--store", store), "/network?neighbours=300&center=country:AZE+country:CPV")
	p.waitFor("the drawing", fmt.Sprintf(`(() => { const cy = document.querySelector("[role=application]")?._cyreg?.cy;
		return cy?.nodes().length === %d && cy.edges().length === %d; })()`, benchNodes, benchLinks))
	p.picture("network-500")
	for b.Loop() {
		frames := p.pan(panning)
		slices.Sort(frames)
		at := func(part float64) float64 { return frames[int(math.Ceil(part*float64(len(frames))))-1] }
		b.ReportMetric(at(0.5), "p50-ms")
		b.ReportMetric(at(0.95), "p95-ms")
		b.ReportMetric(at(1), "max-ms")
		b.ReportMetric(float64(len(frames)), "frames")
	}
}

// pan drags the drawing around by its corner, where nothing stands, and returns the
// time of each frame in milliseconds.
func (p *tab) pan(lasting time.Duration) []float64 {
	p.t.Helper()
	corner := eval[struct{ X, Y float64 }](p, `(() => { const box = document.querySelector("[role=application]");
		box.scrollIntoView({ block: "center" });
		const { left, top } = box.getBoundingClientRect(); return { X: left + 8, Y: top + 8 }; })()`)
	eval[bool](p, `(() => { window.frames_ = []; let last = performance.now();
		const next = (now) => { window.frames_.push(now - last); last = now; window.frame_ = requestAnimationFrame(next); };
		window.frame_ = requestAnimationFrame(next); return true; })()`)
	left := func(e *input.DispatchMouseEventParams) {
		e.Button, e.Buttons, e.ClickCount = input.MouseButtonLeft, 1, 1
	}
	p.do("pressing", chromedp.MouseEvent(chromedp.MousePressed, corner.X, corner.Y, left))
	began := time.Now()
	for i := 1; time.Since(began) < lasting; i++ {
		angle := float64(i) / 20
		x, y := corner.X+150*(1-math.Cos(angle)), corner.Y+100*(1-math.Cos(angle/2))
		p.do("dragging", chromedp.MouseEvent(chromedp.MouseMoved, x, y, left))
	}
	p.do("letting go", chromedp.MouseEvent(chromedp.MouseReleased, corner.X, corner.Y, left))
	frames := eval[[]float64](p, `(cancelAnimationFrame(window.frame_), window.frames_.slice(2))`)
	if len(frames) < 10 {
		p.t.Fatalf("the drawing was panned for %v and drew %d frames", lasting, len(frames))
	}
	return frames
}

// largeNetwork returns N-Quads of two States with as many institutions as make the
// network, which cooperate with their State and with each other, or are named together.
func largeNetwork() string {
	g := &quads{symbol: "CMW/C/SR.900"}
	g.header("2024-04-02")
	states := []string{"country:AZE", "country:CPV"}
	var institutions [2][]string
	for s, state := range states {
		g.entity(state, "https://schema.org/Country", "State "+state[len("country:"):])
		for i := range benchNodes/2 - 1 {
			id := fmt.Sprintf("institution:%s/office-%d", state[len("country:"):], i)
			g.entity(id, "http://www.w3.org/ns/org#Organization", fmt.Sprintf("Office number %d of the State", i))
			institutions[s] = append(institutions[s], id)
			g.link(state, id)
		}
	}
	for i := 0; g.links < benchLinks; i++ {
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
