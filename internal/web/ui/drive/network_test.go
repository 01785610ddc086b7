package drive_test

import (
	"testing"
)

// TestNetworkLook is a first look.
func TestNetworkLook(t *testing.T) {
	p := visit(t, reading(t), "/network?center=country:CPV&pick=country:CPV")
	p.see("25 entities and")
	p.waitFor("the drawing", `document.querySelector("[role=application]")?._cyreg?.cy.nodes().length === 25`)
	p.inspect("network")
}
