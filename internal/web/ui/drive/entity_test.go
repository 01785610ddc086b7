package drive_test

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"
)

// part goes to a part of an entity's page.
func (p *tab) part(name, address string) {
	p.t.Helper()
	p.click("link", name)
	p.at(address)
}

// TestEntityFacts shows what is stated of a State and where, and how it is cited.
func TestEntityFacts(t *testing.T) {
	p := visit(t, reading(t), "/entities/Azerbaijan")
	p.at("/entities/country:AZE") // what was asked for by its name has the address of its id
	p.see("ISO 3166 AZE; UN M49 031")
	p.see("from Rapporteur’s own lists")
	if at := eval[string](p, `[...document.querySelectorAll("li")].find((e) => e.innerText.startsWith("Convention relating to the Status of Stateless Persons")).querySelector("a[aria-label]").getAttribute("href")`); at != "/records/CERD/C/SR.2790#para-2" {
		t.Errorf("the accession to the Convention on stateless persons is stated in %s", at)
	}
	before := p.count("main li")
	p.click("button", "Show all 31")
	p.waitFor("all institutions, laws and policies", "document.querySelectorAll('main li').length === "+strconv.Itoa(before+31-8))
	p.allow()
	p.click("button", "Copy citation")
	p.see("Citation copied")
	if got, want := p.copied(), "Azerbaijan (country:AZE). "+p.site.url+"/entities/country:AZE"; got != want {
		t.Errorf("copied %q, want %q", got, want)
	}
	if names := p.names("link"); !slices.Contains(names, "Turtle") {
		t.Errorf("there is no Turtle among the links %q", names)
	}
	p.inspect("entity-facts")
}

// TestEntityAnswers reads what was raised with a State and answered, topic by topic.
func TestEntityAnswers(t *testing.T) {
	p := visit(t, reading(t), "/entities/country:CPV")
	p.part("Raised and answered", "/entities/country:CPV?tab=answers")
	p.click("link", "Statelessness 1")
	p.at("/entities/country:CPV?tab=answers&topic=topic%3Astatelessness")
	p.see("The delegation said nothing of it at this meeting")
	p.goTo("/entities/country:AZE?tab=answers&topic=topic%3Amigrant-workers")
	p.find("heading", "Raised")
	p.see("Unified Migration Information System")
	p.seeNot("thus making it easier to protect the labour rights of those persons")
	p.click("button", "Read on: CMW/C/SR.464, para. 6")
	p.see("thus making it easier to protect the labour rights of those persons")
	p.inspect("entity-answers")
}

// TestEntityStatements tells what is so from what is only asked.
func TestEntityStatements(t *testing.T) {
	p := visit(t, reading(t), "/entities/country:AZE?tab=ratifications")
	p.see("Azerbaijan acceded to Convention relating to the Status of Stateless Persons")
	p.click("link", "Asked about 1")
	p.at("/entities/country:AZE?tab=ratifications&said=asked")
	p.see("Azerbaijan ratified Domestic Workers Convention, 2011 (No. 189)")
	p.find("link", "CERD/C/SR.2790, para. 4")
	p.seeNot("acceded to")
	p.inspect("entity-ratifications")
	p.part("Relations", "/entities/country:AZE?tab=relations")
	p.see("Azerbaijan party to International Convention on the Protection")
	p.see("Azerbaijan was party to the Convention")
	p.inspect("entity-relations")
}

// TestEntityParagraphs reads the words in context and goes through them by body, speaker and page.
func TestEntityParagraphs(t *testing.T) {
	p := visit(t, reading(t), "/entities/country:AZE?tab=paragraphs")
	p.see("Paragraphs 1 to 50 of 70, from the newest meeting on")
	if marked := eval[string](p, `document.querySelector("mark:nth-of-type(2)").innerText`); marked != "Azerbaijan" {
		t.Errorf("marked is %q", marked)
	}
	p.find("link", "CMW/C/SR.464, para. 1")
	p.allow()
	p.click("button", "Copy citation of CMW/C/SR.464, para. 2")
	p.see("Citation copied")
	if got := p.copied(); got != "CMW/C/SR.464, para. 2" {
		t.Errorf("copied %q", got)
	}
	p.inspect("entity-paragraphs")
	p.click("link", "Next page")
	p.see("Paragraphs 51 to 70 of 70")
	p.choose("Body", "body:CMW")
	p.at("/entities/country:AZE?tab=paragraphs&body=body%3ACMW")
	p.see("Paragraphs 1 to 50 of 65")
	p.choose("Speaker", "institution")
	p.see("Mr. Safikhanli")
	p.seeNot("Huseynov")
	p.choose("Speaker", "secretariat")
	p.see("No paragraph fits what you chose")
	p.click("link", "Show all paragraphs")
	p.see("Paragraphs 1 to 50 of 70")
}

// TestEntityTimeline counts who named an agreement, by body and State.
func TestEntityTimeline(t *testing.T) {
	p := visit(t, reading(t), "/entities/agreement:ilo-189?tab=timeline")
	p.see("Paragraphs that name it, 3 meetings")
	p.inspect("entity-timeline")
	p.click("link", "Georgia")
	p.at("/entities/agreement:ilo-189?tab=timeline&state=country%3AGEO")
	p.see("Paragraphs that name it, 1 meeting")
	p.seeNot("Shepherd")
	p.choose("State", "")
	p.see("Shepherd")
	p.choose("Body", "body:CERD")
	p.see("14 November 2019")
	p.seeNot("20 February 2023")
}

// TestEntityTogether looks through what is named together with a State.
func TestEntityTogether(t *testing.T) {
	p := visit(t, reading(t), "/entities/country:CPV?tab=together")
	p.see("Institutions named together with Cabo Verde")
	p.inspect("entity-together")
	p.press(kb.Tab)
	p.click("link", "Agreements 4")
	p.at("/entities/country:CPV?tab=together&kind=Agreement")
	p.find("link", "Domestic Workers Convention, 2011 (No. 189)")
	p.seeNot("International Organization for Migration")
}

// TestEntityCitations sorts what a State cited and opens the paragraph.
func TestEntityCitations(t *testing.T) {
	p := visit(t, reading(t), "/entities/country:GEO?tab=citations")
	p.find("link", "Labour Code")
	p.inspect("entity-citations")
	p.click("button", "Agreement")
	p.at("/entities/country:GEO?tab=citations&sort-agreements-cited=agreement")
	if by := eval[string](p, `document.querySelector("th[aria-sort=ascending]").innerText`); !strings.HasPrefix(by, "Agreement") {
		t.Errorf("sorted by %q", by)
	}
	p.click("link", "CEDAW/C/SR.1801, para. 6")
	p.at("/records/CEDAW/C/SR.1801#para-6")
}

// TestEntityOfEachKind shows what only some kinds have.
func TestEntityOfEachKind(t *testing.T) {
	for _, test := range []struct{ name, id, part, tab, text, link string }{
		{"institution", "institution:AZE/state-migration-service", "Trace", "trace", "Safikhanli", "CMW/C/SR.464, para. 8"},
		{"person", "person:CMW/kariyawasam", "Speaking", "speaking", "country rapporteur", "CMW/C/SR.464, para. 20"},
		{"agreement", "agreement:icrmw", "Parties", "parties", "Parties that the records name", "CMW/C/SR.464, para. 57"},
		{"cited", "agreement:icrmw", "Citations", "citations", "Its articles that were cited", "CMW/C/SR.464, para. 22"},
		{"topic", "topic:statelessness", "Who and when", "timeline", "Paragraphs that speak of it, 3 meetings", "CMW/C/SR.501, para. 5"},
		{"provision", "law:AZE/migration-code%23art.75", "Citations", "citations", "Delegation", "CMW/C/SR.464, para. 5"},
		{"body", "body:CMW", "Officers", "officers", "country rapporteur", "CMW/C/SR.501"},
		{"review", "country:GEO", "Reviews", "reviews", "CEDAW/1801", "CEDAW/C/GEO/7"},
	} {
		t.Run(test.name, func(t *testing.T) {
			p := visit(t, reading(t), "/entities/"+test.id)
			p.part(test.part, "/entities/"+test.id+"?tab="+test.tab)
			p.see(test.text)
			p.find("link", test.link)
			p.inspect("entity-" + test.name)
		})
	}
}

// TestEntityTopic leads to the concept of the thesaurus and to broader topics, and shows documents as text.
func TestEntityTopic(t *testing.T) {
	p := visit(t, reading(t), "/entities/topic:statelessness")
	p.find("link", "UNBIS 1006186")
	if at := eval[string](p, `document.querySelector('a[href*="unbis"], a[href*="thesaurus"]').href`); at != "http://metadata.un.org/thesaurus/1006186" {
		t.Errorf("the concept is at %s", at)
	}
	p.click("link", "Asylum and displacement")
	p.at("/entities/topic:displacement")
	p.see("Narrower")
	p.click("link", "Statelessness")
	p.part("Paragraphs", "/entities/topic:statelessness?tab=paragraphs")
	p.see(`A member had typed <script>document.title = "taken"</script> & <b>bold</b>`)
	if title := eval[string](p, "document.title"); title != "Statelessness · Rapporteur" {
		t.Errorf("the title is %q", title)
	}
}

// TestEntityQuestions asks a question about it.
func TestEntityQuestions(t *testing.T) {
	p := visit(t, reading(t), "/entities/institution:AZE/state-migration-service?tab=questions")
	p.find("link", "Trace of an institution")
	if slices.Contains(p.names("link"), "Paragraphs of a record") {
		t.Error("an institution alone does not say which record to read")
	}
	if slices.Contains(p.names("link"), "Laws cited by a country") {
		t.Error("an institution is asked what only a State can be")
	}
	p.see("At which meetings does “State Migration Service” turn up?")
	p.inspect("entity-questions")
	p.click("link", "Trace of an institution")
	p.at("/queries/institution-trace?institution=institution%3AAZE%2Fstate-migration-service")
}

// TestEntityUnknown says what may be meant.
func TestEntityUnknown(t *testing.T) {
	p := visit(t, reading(t), "/entities/labour%20code")
	p.expect("404")
	p.see("“labour code” may mean several things")
	p.see("Law · law:CPV/labour-code")
	p.inspect("entity-ambiguous")
	p.goTo("/entities/institution:AZE/state-migration")
	p.see("Nothing here is called “institution:AZE/state-migration”")
	p.inspect("entity-unknown")
	p.click("link", "State Migration Service")
	p.at("/entities/institution:AZE/state-migration-service")
	p.goTo("/entities/Zzyzx")
	p.see("No record that is loaded names it")
	p.find("link", "search the paragraphs")
}

// TestEntityElsewhere leads to the pages that records and paragraphs have.
func TestEntityElsewhere(t *testing.T) {
	p := visit(t, reading(t), "/entities/CMW/C/SR.501")
	p.at("/records/CMW/C/SR.501")
	p.goTo("/entities/para:CMW/C/SR.501%235")
	p.at("/records/CMW/C/SR.501#para-5")
}
