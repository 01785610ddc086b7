package drive_test

import (
	"strings"
	"testing"
)

// TestDamagedAddresses opens addresses that nobody made well: each view shows its heading and
// says in words what is wrong, and none throws.
func TestDamagedAddresses(t *testing.T) {
	p := visit(t, reading(t), "/")
	p.expect("the server responded with a status of 4")
	long := strings.Repeat("a", 10_000)
	for _, address := range []string{
		"/records/%E0%A4", "/records/CMW/C/SR.463#para-%zz", "/records/CMW/C/SR.463#%E0%A4%A", "/records/__proto__", "/records?sort=x&cursor=%00&body=%3Cimg%3E",
		"/records?from=99999999999999999999&to=%FF", "/entities/%FF", "/entities/constructor:a", "/entities/__proto__", "/entities/country:CPV?tab=constructor",
		"/entities/country:CPV?tab=paragraphs&cursor=x&limit=-1", "/entities?type=__proto__&cursor=x", "/entities?q=" + long,
		"/search?q=" + long, "/search?q=%22&kind=x&sort=y", "/search?q=a&cursor=constructor", "/search?q=a&type=toString", "/search?q=a&role=constructor",
		"/network?center=constructor:a", "/network?center=" + long, "/network?query=__proto__", "/network?center=country:CPV&pick=__proto__&layout=x&weight=1e999&view=y&since=z",
		"/network?center=country:CPV%20country:CPV%20CPV", "/network?center=country:CPV&start=constructor:a&end=__proto__:b&way=-7",
		"/agreements?country=constructor&agreement=__proto__:x", "/agreements?country=country:CPV,country:CPV&sort=constructor",
		"/topics?topic=constructor,toString:a", "/topics?topic=topic:children,topic:children&by=x&point=constructor,y",
		"/topics?topic=" + long, "/queries/__proto__", "/queries/%FF", "/queries/agreements-cited?country=__proto__&sort=constructor&__proto__=x",
		"/console?query=%00%FF&run=1&view=constructor&sort=x", "/console?run=1&query=" + long, "/corrections?x=%FF",
	} {
		p.goTo(address)
		p.settle(address[:min(len(address), 60)])
		p.harmless(address[:min(len(address), 60)])
		if shown := eval[string](p, `document.querySelector("#app").innerText`); strings.Contains(shown, "[native code]") || strings.Contains(shown, "[object ") {
			t.Errorf("%s shows what the page is made of: %.300s", address, shown)
		}
	}
}
