package drive_test

import (
	"fmt"
	"os"
	"strings"
)

// axeFile is the program that finds what keeps people from using a page. It is
// installed with what builds the explorer.
const axeFile = "../node_modules/axe-core/axe.min.js"

// A violation is something that axe finds wrong.
type violation struct {
	ID, Impact, Help string
	Nodes            []struct{ HTML, FailureSummary string }
}

const runAxe = `axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] })
	.then((r) => r.violations.map((v) => ({ ID: v.id, Impact: v.impact, Help: v.help,
		Nodes: v.nodes.map((n) => ({ HTML: n.html, FailureSummary: n.failureSummary })) })))`

// accessible fails the test where axe finds something serious or critical.
func (p *tab) accessible(where string) {
	p.t.Helper()
	axe, err := os.ReadFile(axeFile)
	if err != nil {
		p.t.Logf("SKIPPED: axe of %s: %v; npm ci installs it", where, err)
		return
	}
	eval[bool](p, string(axe)+"; true")
	for _, v := range eval[[]violation](p, runAxe) {
		var said strings.Builder
		for _, n := range v.Nodes {
			fmt.Fprintf(&said, "\n\t%s\n\t\t%s", n.HTML, n.FailureSummary)
		}
		if v.Impact == "serious" || v.Impact == "critical" {
			p.t.Errorf("axe, %s: %s (%s): %s%s", where, v.ID, v.Impact, v.Help, said.String())
		} else {
			p.t.Logf("axe, %s, not serious: %s (%s): %s%s", where, v.ID, v.Impact, v.Help, said.String())
		}
	}
}

// inspect looks at a view as it stands: axe finds nothing serious in light and dark
// colours, nothing sticks out at the width of a phone, and screenshots are kept.
func (p *tab) inspect(view string) {
	p.t.Helper()
	p.picture(view)
	p.accessible(view + " in light colours")
	p.colours("dark")
	p.accessible(view + " in dark colours")
	p.picture(view + "-dark")
	p.size(390, 844)
	if wide := eval[int](p, "document.documentElement.scrollWidth"); wide > 390 {
		p.t.Errorf("%s is %d pixels wide on a phone of 390: %s", view, wide, eval[string](p, widest))
	}
	p.picture(view + "-phone")
	p.size(1280, 900)
	p.colours("light")
}

// widest names the elements that stick out of the window.
const widest = `[...document.querySelectorAll("main *, header *")].filter((e) => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest(".scroll"))
	.slice(0, 5).map((e) => e.outerHTML.slice(0, 120)).join(" | ")`
