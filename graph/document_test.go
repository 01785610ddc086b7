package graph_test

import (
	"testing"

	"rapporteur/graph"
)

func TestDocumentURL(t *testing.T) {
	for symbol, want := range map[string]string{
		"CMW/C/SR.464":        "https://undocs.org/CMW/C/SR.464",
		"S/RES/1440 (2002)":   "https://undocs.org/S/RES/1440%20%282002%29",
		"LHK/C/SR.13 # ?x=1%": "https://undocs.org/LHK/C/SR.13%20%23%20%3Fx=1%25",
	} {
		if got := graph.DocumentURL(symbol); got != want {
			t.Errorf("%s: %s, want %s", symbol, got, want)
		}
	}
}
