package drive_test

import "testing"

// TestEmpty opens every view where nothing is loaded: each says so in words, and nothing fails.
func TestEmpty(t *testing.T) {
	p := visit(t, serve(t, "--store", "mem:"), "/")
	p.expect("the server responded with a status of 404")
	for address, shown := range map[string]string{
		"/": "Nothing is loaded yet", "/records": "no record", "/search?q=birth": "birth", "/entities": "Nothing of this kind is loaded",
		"/network": "Nothing is drawn yet", "/agreements": "No State meets an agreement in these records", "/topics": "No record that is loaded speaks of a topic",
		"/console?run=1&query=g.V(%22%3Ccountry:CPV%3E%22).Out().All()": "Nothing in the graph fits", "/records/CMW/C/SR.463": "There is no such thing here",
		"/queries/agreements-cited": "agreements", "/corrections": "Corrections",
	} {
		p.goTo(address)
		p.settle(address)
		p.see(shown)
		p.harmless(address)
	}
}
