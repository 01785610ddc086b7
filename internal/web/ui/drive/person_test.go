package drive_test

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"time"

	"github.com/chromedp/cdproto/accessibility"
	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/dom"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// find waits for the first element with a role and an accessible name, such as
// find("button", "Search"), in the order of the page.
func (p *tab) find(role, name string) cdp.BackendNodeID {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.ctx, patience)
	defer cancel()
	var names []string
	for {
		id, others, err := named(ctx, role, name)
		if err == nil && id != 0 {
			return id
		}
		if err == nil { // a page that changes under the search is searched again
			names = others
		}
		select {
		case <-ctx.Done():
			p.t.Fatalf("there is no %s %q; there are %q (%v)", role, name, names, err)
		case <-time.After(30 * time.Millisecond):
		}
	}
}

// named returns the first element with a role and a name, 0 for none, and the names of
// others with the role.
func named(ctx context.Context, role, name string) (cdp.BackendNodeID, []string, error) {
	document, err := chromedp.Call(ctx, dom.GetDocument, dom.GetDocumentParams{})
	if err != nil {
		return 0, nil, err
	}
	tree, err := chromedp.Call(ctx, accessibility.QueryAXTree, accessibility.QueryAXTreeParams{NodeID: document.Root.NodeID, Role: role})
	if err != nil {
		return 0, nil, err
	}
	var others []string
	for _, n := range tree.Nodes {
		if n.Ignored || n.Name == nil {
			continue
		}
		var said string
		if err := json.Unmarshal(n.Name.Value, &said); err != nil {
			return 0, nil, err
		}
		if said == name {
			return n.BackendDOMNodeID, nil, nil
		}
		others = append(others, said)
	}
	return 0, others, nil
}

// names returns the names of all elements with a role.
func (p *tab) names(role string) []string {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.ctx, patience)
	defer cancel()
	_, all, err := named(ctx, role, "\x00") // which is no name
	if err != nil {
		p.t.Fatal(err)
	}
	return all
}

// middle scrolls to an element and returns its middle, once the page does not move it
// any more: people do not click on what jumps either.
func (p *tab) middle(id cdp.BackendNodeID) (x, y float64) {
	p.t.Helper()
	last := p.box(id)
	for range 100 {
		eval[bool](p, twoFrames)
		now := p.box(id)
		if slices.Equal(last, now) {
			break
		}
		last = now
	}
	return (last[0] + last[4]) / 2, (last[1] + last[5]) / 2
}

const twoFrames = `new Promise((done) => requestAnimationFrame(() => setTimeout(() => requestAnimationFrame(() => done(true)), 50)))`

// box scrolls to an element and returns its corners.
func (p *tab) box(id cdp.BackendNodeID) dom.Quad {
	p.t.Helper()
	if _, err := chromedp.Call(p.ctx, dom.ScrollIntoViewIfNeeded, dom.ScrollIntoViewIfNeededParams{BackendNodeID: id}); err != nil {
		p.t.Fatal(err)
	}
	quads, err := chromedp.Call(p.ctx, dom.GetContentQuads, dom.GetContentQuadsParams{BackendNodeID: id})
	if err != nil {
		p.t.Fatal(err)
	}
	if len(quads.Quads) == 0 {
		p.t.Fatal("the element is not to be seen")
	}
	return quads.Quads[0]
}

// click clicks on an element by its role and name.
func (p *tab) click(role, name string) {
	p.t.Helper()
	x, y := p.middle(p.find(role, name))
	p.do(fmt.Sprintf("clicking on the %s %q", role, name), chromedp.MouseClickXY(x, y))
}

// point moves the mouse over an element by its role and name.
func (p *tab) point(role, name string) {
	p.t.Helper()
	x, y := p.middle(p.find(role, name))
	p.do(fmt.Sprintf("pointing at the %s %q", role, name), chromedp.MouseEvent(chromedp.MouseMoved, x, y))
}

// focus gives the focus to an element by its role and name.
func (p *tab) focus(role, name string) {
	p.t.Helper()
	if _, err := chromedp.Call(p.ctx, dom.Focus, dom.FocusParams{BackendNodeID: p.find(role, name)}); err != nil {
		p.t.Fatalf("focus of the %s %q: %v", role, name, err)
	}
}

// enter puts a text into a field with a label, in place of what stands there.
func (p *tab) enter(role, label, text string) {
	p.t.Helper()
	p.focus(role, label)
	eval[*string](p, `document.activeElement.select?.() ?? null`)
	if text == "" {
		text = kb.Backspace
	}
	p.press(text)
}

// press presses keys, such as kb.Tab or "abc".
func (p *tab) press(keys ...string) {
	p.t.Helper()
	for _, key := range keys {
		if key == kb.Enter {
			p.pressEnter()
			continue
		}
		p.do("pressing a key", chromedp.KeyEvent(key))
	}
}

// pressEnter presses Enter as a keyboard does: a page that takes the key gets no character as well.
func (p *tab) pressEnter() {
	p.t.Helper()
	for _, kind := range []input.DispatchKeyEventType{input.DispatchKeyEventTypeKeyDown, input.DispatchKeyEventTypeKeyUp} {
		_, err := chromedp.Call(p.ctx, input.DispatchKeyEvent, input.DispatchKeyEventParams{
			Type: kind, Key: "Enter", Code: "Enter", Text: kb.Enter, WindowsVirtualKeyCode: 13,
		})
		if err != nil {
			p.t.Fatalf("pressing Enter: %v", err)
		}
	}
}

// choose takes an option of a select element by its value.
func (p *tab) choose(label, value string) {
	p.t.Helper()
	p.focus("combobox", label)
	took := eval[bool](p, fmt.Sprintf(`(() => { const s = document.activeElement; s.value = %q;
		for (const e of ["input", "change"]) s.dispatchEvent(new Event(e, { bubbles: true })); return s.value === %[1]q; })()`, value))
	if !took {
		p.t.Fatalf("%q has no option %q", label, value)
	}
}
