package drive_test

import (
	"math"
	"slices"
	"sort"
	"testing"
	"time"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
)

const panning = 5 * time.Second

// smooth is the longest time, in milliseconds, that a frame may take.
const smooth = 33

// BenchmarkPanning drags a network of 500 entities and 2,000 links by the mouse for
// some seconds, and reports how long its frames took; beside it how long those of the
// same page take that stands still, which is what the machine has left for a browser.
func BenchmarkPanning(b *testing.B) {
	p := visit(b, large(b, 500, 2000), bothStates)
	p.drawn("all of it", `cy.nodes().length === 500 && cy.edges().length === 2000`)
	p.picture("network-500")
	for b.Loop() {
		idle := p.frames(func() { p.waitFor("some frames", "window.frames_.length > 120") })
		b.ReportMetric(quantile(idle, 0.95), "still-p95-ms")
		frames := p.frames(func() { p.pan(panning) })
		b.ReportMetric(quantile(frames, 0.5), "p50-ms")
		b.ReportMetric(quantile(frames, 0.95), "p95-ms")
		b.ReportMetric(quantile(frames, 1), "max-ms")
		b.ReportMetric(float64(len(frames)), "frames")
		b.ReportMetric(float64(len(frames)-sort.SearchFloat64s(frames, smooth)), "slow-frames")
	}
}

// quantile returns the value below which a part of sorted values lies.
func quantile(sorted []float64, part float64) float64 {
	return sorted[int(math.Ceil(part*float64(len(sorted))))-1]
}

// frames returns the times of the frames while something is done, in milliseconds,
// the shortest first.
func (p *tab) frames(during func()) []float64 {
	p.t.Helper()
	eval[bool](p, `(() => { window.frames_ = []; let last = performance.now();
		const next = (now) => { window.frames_.push(now - last); last = now; window.frame_ = requestAnimationFrame(next); };
		window.frame_ = requestAnimationFrame(next); return true; })()`)
	during()
	times := eval[[]float64](p, `(cancelAnimationFrame(window.frame_), window.frames_.slice(2))`)
	if len(times) < 10 {
		p.t.Fatalf("only %d frames were drawn", len(times))
	}
	slices.Sort(times)
	return times
}

// pan drags the drawing around by its corner, where nothing stands.
func (p *tab) pan(lasting time.Duration) {
	p.t.Helper()
	p.still()
	corner := eval[struct{ X, Y float64 }](p, `(({ left, top }) => ({ X: left + 8, Y: top + 8 }))(`+drawing+`.container().getBoundingClientRect())`)
	where := func() string { return eval[string](p, `JSON.stringify(`+drawing+`.pan())`) }
	before := where()
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
	if where() == before {
		p.t.Fatal("the drawing did not move")
	}
	p.do("letting go", chromedp.MouseEvent(chromedp.MouseReleased, corner.X, corner.Y, left))
}
