package drive_test

import (
	"os"
	"strings"
)

// accessiblePart is accessible for one part of the page, such as what lies above the rest
// and covers it on purpose.
func (p *tab) accessiblePart(selector string) {
	p.t.Helper()
	axe, err := os.ReadFile(axeFile)
	if err != nil {
		p.t.Logf("SKIPPED: axe of %s: %v; npm ci installs it", selector, err)
		return
	}
	if p.count(selector) == 0 {
		p.t.Fatalf("there is no %s", selector)
	}
	eval[bool](p, string(axe)+"; true")
	for _, v := range eval[[]violation](p, strings.Replace(runAxe, "axe.run(", "axe.run("+`document.querySelector("`+selector+`"), `, 1)) {
		if v.Impact == "serious" || v.Impact == "critical" {
			p.t.Errorf("axe, %s: %s (%s): %s %v", selector, v.ID, v.Impact, v.Help, v.Nodes)
		}
	}
}
