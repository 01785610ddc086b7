package drive_test

import (
	"context"
	"fmt"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// drawing is the drawing of a network, which a test asks where things stand.
const drawing = `document.querySelector("[role=application]")?._cyreg?.cy`

// drawn waits until something holds of the drawing, which is cy.
func (p *tab) drawn(what, condition string) {
	p.t.Helper()
	p.waitFor(what, fmt.Sprintf(`((cy) => !!cy && (%s))(%s)`, condition, drawing))
}

// still brings the drawing into sight and waits until it has not moved for some frames.
func (p *tab) still() {
	p.t.Helper()
	eval[bool](p, `((cy) => `+standsStill+`)(`+drawing+`)`)
}

const standsStill = `new Promise((done) => {
	cy.container().scrollIntoView({ block: "center" });
	let last = "", same = 0;
	const look = () => {
		const now = JSON.stringify([cy.pan(), cy.zoom(), cy.width(), cy.height()]);
		same = now === last ? same + 1 : 0;
		last = now;
		if (same < 20) requestAnimationFrame(look); else done(true);
	};
	look();
})`

// clickDrawn clicks on an entity, or on the middle of a link, where it is drawn.
func (p *tab) clickDrawn(id string) {
	p.t.Helper()
	p.still()
	at := eval[struct{ X, Y float64 }](p, fmt.Sprintf(`(() => { const box = document.querySelector("[role=application]");
		const one = %s.getElementById(%q), { left, top } = box.getBoundingClientRect();
		const { x, y } = one.isNode() ? one.renderedPosition() : one.renderedMidpoint();
		return { X: left + box.clientLeft + x, Y: top + box.clientTop + y }; })()`, drawing, id))
	p.do("clicking on "+id, chromedp.MouseClickXY(at.X, at.Y))
}

// moving makes the system of the reader one that does not ask for less motion.
func (p *tab) moving() {
	p.t.Helper()
	p.do("asking for motion", chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := chromedp.Call(ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{
			{Name: "prefers-reduced-motion", Value: "no-preference"},
		}})
		return err
	}))
}
