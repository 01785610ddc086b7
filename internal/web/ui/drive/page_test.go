package drive_test

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

// patience is how long a page may take to show what a test waits for. It only
// bounds tests that fail.
const patience = 40 * time.Second

// A tab is a page of the browser with storage of its own.
type tab struct {
	t      testing.TB
	ctx    context.Context
	site   *server
	faults chan []string
	known  []string // faults that the test expects
}

// visit opens a page at an address of a site, such as "/records?body=CMW".
func visit(t testing.TB, s *server, address string) *tab {
	t.Helper()
	needBrowser(t)
	ctx, cancel := chromedp.NewContext(driven.browser, chromedp.WithNewBrowserContext())
	p := &tab{t: t, ctx: ctx, site: s, faults: make(chan []string, 1)}
	messages := chromedp.Console(ctx)
	go func() {
		var faults []string
		for m, err := range messages {
			if err != nil {
				break
			}
			if wrong(m) {
				faults = append(faults, fmt.Sprintf("%s %s: %s (%s)", m.Source, m.Type, m.Text, m.URL))
			}
		}
		p.faults <- faults
	}()
	t.Cleanup(func() {
		if t.Failed() {
			p.picture("failed-" + strings.ReplaceAll(t.Name(), "/", "-"))
		}
		cancel()
		p.report(<-p.faults)
	})
	p.colours("light")
	p.goTo(address)
	return p
}

// wrong tells what a page should not say. The browser says itself what was not found
// and what the policy forbids.
func wrong(m chromedp.ConsoleMessage) bool {
	return m.IsException() || m.Type == chromedp.ConsoleError || m.Type == chromedp.ConsoleWarning || m.Source == "security"
}

// expect allows faults that contain these words, such as the status of an answer that
// the test provokes.
func (p *tab) expect(words ...string) { p.known = append(p.known, words...) }

func (p *tab) report(faults []string) {
	for _, f := range faults {
		if !slices.ContainsFunc(p.known, func(words string) bool { return strings.Contains(f, words) }) {
			p.t.Errorf("the page: %s", f)
		}
	}
}

// do runs actions and fails the test where they fail.
func (p *tab) do(what string, actions ...chromedp.Action[chromedp.Void]) {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.ctx, patience)
	defer cancel()
	if err := chromedp.Do(ctx, actions...); err != nil {
		p.t.Fatalf("%s: %v", what, err)
	}
}

// goTo goes to an address of the site and waits for its heading.
func (p *tab) goTo(address string) {
	p.t.Helper()
	p.do("going to "+address, chromedp.Navigate(p.site.url+address), chromedp.WaitVisible(chromedp.CSS("main h1")))
}

// eval returns the value of an expression of JavaScript, waited for if it is a promise.
func eval[T any](p *tab, expression string) T {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.ctx, patience)
	defer cancel()
	value, err := chromedp.Run(ctx, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
	if err != nil {
		p.t.Fatalf("evaluating %.200s: %v", expression, err)
	}
	return value
}

// waitFor waits until an expression of JavaScript is true.
func (p *tab) waitFor(what, expression string) {
	p.t.Helper()
	p.do("waiting for "+what, chromedp.Poll[chromedp.Void](expression, chromedp.WithPollingInterval(30*time.Millisecond), chromedp.WithPollingTimeout(patience)))
}

// see waits until the page shows a text. Case and spaces do not matter.
func (p *tab) see(text string) {
	p.t.Helper()
	p.waitFor(fmt.Sprintf("the text %q", text),
		fmt.Sprintf(`document.body.innerText.toLowerCase().replace(/\s+/g, " ").includes(%q.toLowerCase())`, text))
}

// seeNot waits until the page no longer shows a text.
func (p *tab) seeNot(text string) {
	p.t.Helper()
	p.waitFor(fmt.Sprintf("no text %q", text),
		fmt.Sprintf(`!document.body.innerText.toLowerCase().replace(/\s+/g, " ").includes(%q.toLowerCase())`, text))
}

// at waits until the address of the page, without the site, is this.
func (p *tab) at(address string) {
	p.t.Helper()
	p.waitFor("the address "+address, fmt.Sprintf(`location.pathname + location.search + location.hash === %q`, address))
}

// count returns how many elements a selector finds.
func (p *tab) count(selector string) int {
	p.t.Helper()
	return eval[int](p, fmt.Sprintf("document.querySelectorAll(%q).length", selector))
}

// quoted writes a value as JavaScript does.
func quoted(value any) string {
	text, err := json.Marshal(value)
	if err != nil {
		panic(err) // a test compares what is no value
	}
	return string(text)
}
