package drive_test

import (
	"testing"
)

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

// TestNetworkUnknown says that there is no such entity.
func TestNetworkUnknown(t *testing.T) {
	p := visit(t, reading(t), "/network?center=country:ZZZ")
	p.expect("400")
	p.see("Could not load the network")
	p.see(`The store has nothing called "country:ZZZ"`)
	p.find("combobox", "Add an entity")
}
