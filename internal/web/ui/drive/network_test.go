package drive_test

import (
	"encoding/json"
	"encoding/xml"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"
)

const lopes = "person:CPV/lopes"

// TestNetworkStart begins a network from a name, and expands it by clicks.
func TestNetworkStart(t *testing.T) {
	p := visit(t, reading(t), "/network")
	p.see("Nothing is drawn yet")
	p.find("link", "Azerbaijan") // an example of what is loaded
	p.enter("combobox", "Start from an entity", "cabo verde")
	p.click("option", "Cabo Verde (Cabo Verdean) Country")
	p.at("/network?center=country%3ACPV")
	p.drawn("the network of Cabo Verde", `cy.getElementById("`+lopes+`").nonempty()`)

	before := eval[[]float64](p, `(({ x, y }) => [x, y])(`+drawing+`.getElementById("country:CPV").position())`)
	p.clickDrawn(lopes)
	p.find("heading", "Lopes")
	p.see("Person · ")
	p.clickDrawn(lopes)
	p.at("/network?center=country%3ACPV+person%3ACPV%2Flopes&pick=person%3ACPV%2Flopes")
	p.find("button", "Collapse")
	p.drawn("both as beginnings", `cy.nodes(".begun").length === 2`)
	if after := eval[[]float64](p, `(({ x, y }) => [x, y])(`+drawing+`.getElementById("country:CPV").position())`); !slices.Equal(before, after) {
		t.Errorf("Cabo Verde moved from %v to %v when another was expanded", before, after)
	}
	eval[bool](p, `(scrollTo(0, 0), true)`) // where nothing is below the bar
	p.inspect("network")
}

// TestNetworkKeyboard goes through the drawing by keys alone.
func TestNetworkKeyboard(t *testing.T) {
	p := visit(t, reading(t), "/network?center=country:CPV&layout=circle")
	p.drawn("the network", `cy.nodes().length > 20`)
	p.focus("application", "Drawing of the network")
	p.press(kb.ArrowRight)
	p.find("heading", "Cabo Verde") // what it begins with is picked first
	p.waitFor("that it is said", `[...document.querySelectorAll("[role=status]")].some((e) => e.textContent === "Cabo Verde, Country")`)
	p.press(kb.ArrowLeft)
	p.waitFor("a neighbour", `!location.search.includes("pick=country%3ACPV")`)
	picked := eval[string](p, `new URLSearchParams(location.search).get("pick")`)
	p.press(kb.Enter)
	p.waitFor("its neighbours", `new URLSearchParams(location.search).get("center") === "country:CPV `+picked+`"`)
	p.press(kb.Delete)
	p.drawn("the drawing without it", `cy.getElementById("`+picked+`").empty()`)
	p.click("button", "Show them again")
	p.drawn("the drawing with it", `cy.getElementById("`+picked+`").nonempty()`)
}

// TestNetworkFilter narrows a network by kind, body, weight and meetings.
func TestNetworkFilter(t *testing.T) {
	p := visit(t, reading(t), "/network?center=country:AZE&neighbours=300")
	p.drawn("the network", `cy.nodes("[type='Topic']").length > 3`)
	topics := slices.IndexFunc(p.names("checkbox"), func(name string) bool { return strings.HasPrefix(name, "Topics ") })
	if topics < 0 {
		t.Fatalf("no filter of topics: %q", p.names("checkbox"))
	}
	p.click("checkbox", p.names("checkbox")[topics])
	p.drawn("no topics", `cy.nodes("[type='Topic']").length === 0`)
	p.at("/network?center=country%3AAZE&neighbours=300&no-kinds=Topic")

	p.choose("Body", "body:CERD")
	p.drawn("only what CERD heard", `cy.getElementById("person:AZE/khalafli").nonempty() && cy.getElementById("institution:iom").empty()`)
	p.click("button", "Show everything")
	p.drawn("everything again", `cy.getElementById("institution:iom").nonempty()`)

	p.focus("slider", "At least 1 paragraph for a link")
	p.press(kb.ArrowRight)
	p.find("slider", "At least 2 paragraphs for a link")
	p.drawn("nothing that one paragraph states", `cy.getElementById("person:AZE/khalafli country:AZE").empty() && cy.edges().length > 0`)
	p.click("button", "Show everything")

	p.click("button", "From the first meeting")
	p.at("/network?center=country%3AAZE&neighbours=300&since=2019-11-14&until=2019-11-14")
	p.drawn("the first meeting", `cy.getElementById("institution:iom").empty()`)
	p.click("button", "Next meeting")
	p.at("/network?center=country%3AAZE&neighbours=300&since=2019-11-14&until=2021-10-04")
	p.drawn("the second meeting too", `cy.getElementById("institution:iom").nonempty()`)
	p.inspect("network-filter")
}

// TestNetworkLink clicks on a link where it is drawn, and reads what states it.
func TestNetworkLink(t *testing.T) {
	p := visit(t, reading(t), "/network?center=country:CPV&weight=3&layout=grid")
	link := lopes + " rap:speaksFor country:CPV"
	p.drawn("the link", `cy.getElementById("`+link+`").nonempty()`)
	p.clickDrawn(link)
	p.find("heading", "speaks for")
	p.see("Stated in 3 places")
	p.see("The International Organization for Migration (IOM) had helped to train border officers")
	p.picture("network-link")
	p.click("link", "CMW/C/SR.501, para. 3")
	p.at("/records/CMW/C/SR.501#para-3")
}

// TestNetworkList does in the list by keyboard what clicks do in the drawing.
func TestNetworkList(t *testing.T) {
	p := visit(t, reading(t), "/network?center=country:CPV")
	p.focus("tab", "List")
	p.press(kb.Enter)
	p.at("/network?center=country%3ACPV&view=list")
	p.focus("button", "Expand European Union")
	p.press(kb.Enter)
	p.at("/network?center=country%3ACPV+institution%3Aeu&view=list")
	p.find("button", "Collapse European Union")
	p.focus("button", "Take away European Union")
	p.press(kb.Enter)
	p.at("/network?center=country%3ACPV&view=list&hide=institution%3Aeu")
	p.seeNot("Expand European Union")
	p.focus("button", "Pick Lopes – speaks for – Cabo Verde")
	p.press(kb.Enter)
	p.find("heading", "speaks for")
	p.find("link", "CMW/C/SR.501, para. 6")
	p.inspect("network-list")
}

// TestNetworkListFirst opens the list, which draws nothing, and then the drawing.
func TestNetworkListFirst(t *testing.T) {
	p := visit(t, reading(t), "/network?center=country:CPV&view=list")
	folder := p.downloads()
	p.click("button", "Save as GEXF")
	wellFormed(t, "GEXF", p.saved(folder, "network.gexf"))
	p.click("tab", "Drawing")
	p.clickDrawn("country:CPV")
	p.find("heading", "Cabo Verde")
}

// TestNetworkWay finds the way between two States that have nothing drawn in common.
func TestNetworkWay(t *testing.T) {
	p := visit(t, reading(t), "/network?center=country:CPV&pick=country:CPV")
	p.click("button", "Way from here")
	p.enter("combobox", "Way to", "azerb")
	p.click("option", "Azerbaijan (Azerbaidjan) Country")
	p.see("2 steps; way 1 of ")
	p.drawn("the way", `cy.nodes(".way").length === 3 && cy.getElementById("country:AZE").hasClass("way") && cy.edges(".way").length > 1`)
	p.inspect("network-way")
	p.click("button", "Another way")
	p.see("way 2 of ")
	p.click("button", "Close the way")
	p.drawn("no way", `cy.elements(".way").empty()`)
}

// TestNetworkQuery draws the answer of a named query.
func TestNetworkQuery(t *testing.T) {
	p := visit(t, reading(t), "/network?query=agreements-cited&country=country:CPV")
	p.find("link", "Agreements cited by a country")
	p.drawn("the rows", `cy.getElementById("agreement:cedaw agreements-cited country:CPV").nonempty() && cy.getElementById("institution:iom").empty()`)
	p.find("option", "Committee on the Protection of the Rights of All Migrant Workers and Members of Their Families (1 record)")
	p.click("tab", "List")
	p.find("button", "Pick Convention on the Elimination of All Forms of Discrimination against Women – Agreements cited by a country – Cabo Verde")
	p.find("link", "CMW/C/SR.501, para. 2")
}

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

// TestNetworkAddress opens an address that says everything.
func TestNetworkAddress(t *testing.T) {
	p := visit(t, reading(t), "/network?center=country:CPV+institution:eu&no-kinds=Topic&no-relations=together"+
		"&hide=institution:ilo&layout=kind&pick="+lopes)
	p.drawn("what is asked for", `cy.nodes("[type='Topic']").empty() && cy.edges("[!fact]").empty() && cy.getElementById("institution:ilo").empty() &&
		cy.nodes(".begun").length === 2 && cy.getElementById("`+lopes+`").hasClass("picked") &&
		new Set(cy.nodes("[type='Agreement']").map((n) => n.position("x"))).size === 1`)
	p.find("heading", "Lopes")
	p.see("1 taken away")
	p.picture("network-kinds")
}

// TestNetworkLeftOut says what is not shown, and shows more.
func TestNetworkLeftOut(t *testing.T) {
	p := visit(t, reading(t), "/network?center=country:AZE&neighbours=20")
	p.see("Not shown of what is around Azerbaijan, as it weighs least")
	p.drawn("few", `cy.nodes().length === 20`)
	p.click("button", "Show up to 60 around each")
	p.drawn("more", `cy.nodes().length === 60`)
}

// TestNetworkTooLarge says what cannot be drawn smoothly, and draws the rest.
func TestNetworkTooLarge(t *testing.T) {
	p := visit(t, large(t, 500, 2300), bothStates)
	p.see("Not shown, as the fewest paragraphs state it: 300 links. More than 500 entities")
	p.drawn("what is smooth", `cy.nodes().length === 500 && cy.edges().length === 2000`)
	p.inspect("network-large")
}

// TestNetworkPlays lets the meetings follow each other.
func TestNetworkPlays(t *testing.T) {
	p := visit(t, reading(t), "/queries")
	p.moving()
	p.goTo("/network?center=country:AZE")
	p.click("button", "Play")
	p.at("/network?center=country%3AAZE&since=2019-11-14&until=2019-11-14")
	p.find("button", "Pause")
	p.at("/network?center=country%3AAZE") // the last meeting: everything
	p.find("button", "Play")
}

// TestNetworkUnknown says that there is no such entity.
func TestNetworkUnknown(t *testing.T) {
	p := visit(t, reading(t), "/network?center=country:ZZZ")
	p.expect("400")
	p.see("Could not load the network")
	p.see(`The store has nothing called "country:ZZZ"`)
	p.find("combobox", "Add an entity")
}
