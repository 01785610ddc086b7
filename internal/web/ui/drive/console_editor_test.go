package drive_test

import (
	"context"
	"fmt"
	"testing"

	"github.com/chromedp/cdproto/fetch"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// gizmoEditor is the editor of queries as a script finds it, in its shadow root.
const gizmoEditor = `document.querySelector(".editor").shadowRoot`

// A console is a page with the editor of queries.
type console struct{ *tab }

func visitConsole(t testing.TB, s *server, address string) console {
	t.Helper()
	return console{visit(t, s, address)}
}

// seeQuery waits until exactly this stands in the editor.
func (p console) seeQuery(text string) {
	p.t.Helper()
	p.find("textbox", "Gizmo query")
	p.waitFor(fmt.Sprintf("the query %q", text),
		fmt.Sprintf(`[...%s.querySelectorAll(".cm-line")].map((l) => l.textContent).join("\n") === %q`, gizmoEditor, text))
}

// write puts a query into the editor in place of what stands there.
func (p console) write(text string) {
	p.t.Helper()
	p.focus("textbox", "Gizmo query")
	p.pressControl("a")
	p.press(kb.Backspace)
	if _, err := chromedp.Call(p.ctx, input.InsertText, input.InsertTextParams{Text: text}); err != nil {
		p.t.Fatal(err)
	}
	p.seeQuery(text)
	p.press(kb.Escape) // what is suggested
}

// pressControl presses a key together with Control.
func (p console) pressControl(key string) {
	p.t.Helper()
	p.do("pressing Control and a key", chromedp.KeyEvent(key, chromedp.KeyModifiers(chromedp.ModifierCtrl)))
}

// take waits for a suggestion that begins so to be the first, and takes it by the keyboard.
func (p console) take(suggestion string) {
	p.t.Helper()
	p.waitFor("the suggestion "+suggestion,
		fmt.Sprintf(`%s.querySelector("li[aria-selected]")?.textContent.startsWith(%q)`, gizmoEditor, suggestion))
	p.press(kb.Enter)
}

// hold keeps requests for addresses of a pattern from ever being answered.
func (p console) hold(pattern string) {
	p.t.Helper()
	p.do("holding requests", chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := chromedp.Call(ctx, fetch.Enable, fetch.EnableParams{Patterns: []*fetch.RequestPattern{{URLPattern: "*" + pattern}}})
		return err
	}))
}

// held does something and waits until a request is held because of it.
func (p console) held(do func()) {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.ctx, patience)
	defer cancel()
	trigger := chromedp.Func(func(context.Context, *chromedp.Target) error { do(); return nil })
	if _, err := chromedp.Run(ctx, chromedp.WaitEvent(fetch.RequestPaused, nil, trigger)); err != nil {
		p.t.Fatalf("waiting for a request: %v", err)
	}
}
