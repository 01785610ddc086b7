package parse_test

import (
	"fmt"
	"strings"

	"rapporteur/internal/parse"
	"rapporteur/internal/reader"
)

func ExampleParse() {
	const text = `The meeting was called to order at 10.05 a.m.
1.	Ms. ROE (Ruritania) said that the law had been amended.
2.	It was now in force.
The meeting rose at 1 p.m.`
	doc, err := reader.Read("CED_C_SR.12-EN.txt", strings.NewReader(text), reader.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	r, err := parse.Parse(doc, parse.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(r.Header.Symbol, r.Header.Opened, r.Header.Closed)
	for i, p := range r.Paragraphs {
		s := r.Interventions[p.Intervention].Speaker
		fmt.Println(p.Number, s.Name.Name, s.Affiliation, r.SpeakerFrom(i))
	}
	// Output:
	// CED/C/SR.12 10:05 13:00
	// 1 Roe Ruritania named
	// 2 Roe Ruritania continued
}
