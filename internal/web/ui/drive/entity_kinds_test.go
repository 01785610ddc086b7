package drive_test

import (
	"slices"
	"testing"
)

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
