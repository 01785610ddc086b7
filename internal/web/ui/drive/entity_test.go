package drive_test

import (
	"testing"
)

// TestEntityState goes through the page of a State, which has most parts of all.
func TestEntityState(t *testing.T) {
	p := visit(t, reading(t), "/entities/Azerbaijan")
	p.at("/entities/country:AZE") // what was asked for by its name has the address of its id
	p.see("ISO 3166 AZE")
	p.see("the lexicon says so")
	p.find("link", "CMW/C/SR.464, para. 57")
	p.inspect("entity-state")

	p.click("link", "Raised and answered")
	p.at("/entities/country:AZE?tab=answers")
	p.inspect("entity-answers")
	p.click("link", "Ratifications")
	p.inspect("entity-ratifications")
	p.click("link", "Paragraphs")
	p.inspect("entity-paragraphs")
	p.click("link", "Who and when")
	p.inspect("entity-timeline")
	p.click("link", "Named together")
	p.inspect("entity-together")
	p.click("link", "Citations")
	p.inspect("entity-citations")
	p.click("link", "Relations")
	p.inspect("entity-relations")
	p.click("link", "Questions")
	p.inspect("entity-questions")
}
