package pipeline_test

import (
	"strings"
	"testing"
)

// TestHostileText reads paragraphs of 150 kB that repeat what
// extractors look for. It would take minutes if
// any of them took time beyond proportion to the length.
func TestHostileText(t *testing.T) {
	p := newPipeline(t)
	for _, phrase := range []string{
		"Ministries of Health, Education and Labour ", "Ministry of ", "agreement with Azerbaijan and ", "the Act ", "article 3 of the Convention, ", "in article 3, ",
		"Azerbaijan ", "Mr. Doe ", "the Committee on the ", "law on the ", "migrant workers and refugees, ", "(ABC) ABC ", "Office’s ", "Prevention of Torture Act and ",
	} {
		text := strings.Repeat(phrase, 150_000/len(phrase))
		record := "The meeting was called to order at 10 a.m.\n1.\tMr. Roe (Norway) said that " + text + ".\nThe meeting rose at 6 p.m.\n"
		if _, err := p.Read("CMW_C_SR.1-EN.txt", strings.NewReader(record)); err != nil {
			t.Errorf("%q: %v", phrase, err)
		}
	}
}
