package drive_test

import (
	"encoding/json"
	"encoding/xml"
	"io"
	"strings"
	"testing"
)

// TestNetworkSaved saves what is shown in each form.
func TestNetworkSaved(t *testing.T) {
	p := visit(t, reading(t), "/network?center=country:CPV&no-kinds=Topic")
	p.drawn("the network", `cy.nodes().length > 10`)
	folder := p.downloads()
	p.click("button", "Save as PNG")
	if png := p.saved(folder, "network.png"); !strings.HasPrefix(png, "\x89PNG") || len(png) < 10_000 {
		t.Errorf("the PNG has %d bytes and begins with %.8q", len(png), png)
	}
	p.click("button", "Save as SVG")
	svg := p.saved(folder, "network.svg")
	wellFormed(t, "SVG", svg)
	p.click("button", "Save as GEXF")
	gexf := p.saved(folder, "network.gexf")
	wellFormed(t, "GEXF", gexf)
	p.click("button", "Save as Cytoscape JSON")
	graph := p.saved(folder, "network.cyjs")
	if !json.Valid([]byte(graph)) {
		t.Errorf("the JSON is none: %.200s", graph)
	}
	for form, text := range map[string]string{"SVG": svg, "GEXF": gexf, "Cytoscape JSON": graph} {
		if !strings.Contains(text, "European Union") || strings.Contains(text, "Statelessness") {
			t.Errorf("%s does not hold what is shown: %.2000s", form, text)
		}
	}
	for _, text := range []string{gexf, graph} {
		if !strings.Contains(text, "CMW/C/SR.501, para. 2") || !strings.Contains(text, "2022-04-05") {
			t.Errorf("paragraphs or dates are missing: %.2000s", text)
		}
	}
}

func wellFormed(t *testing.T, form, text string) {
	t.Helper()
	for d := xml.NewDecoder(strings.NewReader(text)); ; {
		if _, err := d.Token(); err == io.EOF {
			return
		} else if err != nil {
			t.Fatalf("%s: %v", form, err)
		}
	}
}
